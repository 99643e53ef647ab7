/** The name of a saved picture. Pure. */

const longest = 120;

/** What it shows, of which indicator, month and region, as a name that every system takes: `年底推算_装配式面积_2020-09_全省.png`. */
export function pictureFileName(parts: readonly string[], kind: 'png' | 'svg' | 'html'): string {
  const name = parts
    .map(safePart)
    .filter((part) => part !== '')
    .join('_');
  return `${[...name].slice(0, longest).join('')}.${kind}`;
}

/** Without what a system forbids in names, or reads as a folder, an option or a hidden file. */
function safePart(part: string): string {
  return part
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\uFFFD<>:"/\\|?*%#&'`$!;]/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/^[.\-_]+|[.\-_]+$/g, '');
}
