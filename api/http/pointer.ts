/** Whoever sends a longer name finds it by its beginning; a reply should not be as long as what was sent. */
const maxPartLength = 64;

/** A JSON pointer (RFC 6901) to a part of a request's body; the body itself is the empty text. Long names are cut. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escaped(String(part).slice(0, maxPartLength))}`).join('');
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
