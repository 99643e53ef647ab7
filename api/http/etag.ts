/** Whether an `If-None-Match` header names a tag (RFC 9110, 13.1.2: compared weakly, one of a list, or `*`). */
export function isKnown(header: string | undefined, tag: string | null): boolean {
  if (header === undefined || tag === null) return false;
  if (header === tag || header.trim() === '*') return true;
  const opaque = opaqueOf(tag);
  return header.split(',').some((named) => opaqueOf(named) === opaque);
}

/** A tag without what says that it is weak. Ours hold no comma. */
const opaqueOf = (tag: string): string => tag.trim().replace(/^W\//, '');
