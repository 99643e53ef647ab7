/** Words of a page, line by line, where the browser has laid them out. */
import { element, escapeXml, plainColour } from './markup.ts';

interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The text elements of a node's words, in the window's pixels. */
export function readText(node: Text, style: CSSStyleDeclaration): string {
  const size = Number.parseFloat(style.fontSize);
  const { ascent, height } = fontOf(style);
  const at = { end: 'end', right: 'end', center: 'middle' }[style.textAlign] ?? 'start';
  const colour = plainColour(style.color);
  return linesOf(node)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, left, right, top, bottom }) => {
      const look = {
        x: { start: left, middle: (left + right) / 2, end: right }[at] ?? left,
        y: (top + bottom - height) / 2 + ascent,
        'font-size': size,
        'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
        'text-anchor': at === 'start' ? null : at,
        fill: colour?.hex ?? 'none',
      };
      return element('text', look, escapeXml(text.trim()));
    })
    .join('');
}

/** The browser's own lines: characters that stand at one height, without the blanks that it does not draw. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let from = 0;
  for (const letter of node.data) {
    range.setStart(node, from);
    range.setEnd(node, from + letter.length);
    from += letter.length;
    const [box] = range.getClientRects();
    if (box === undefined || box.width === 0) continue;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.top - box.top) < box.height / 2) {
      line.text += /\s/.test(letter) ? ' ' : letter;
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
    } else lines.push({ text: letter, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return lines;
}

const fonts = new Map<string, { readonly ascent: number; readonly height: number }>();

/** How far a font reaches above its line, and in all. */
function fontOf({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const known = fonts.get(font);
  if (known) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const measured = context?.measureText('国');
  const size = Number.parseFloat(fontSize);
  const ascent = measured?.fontBoundingBoxAscent ?? size * 0.88;
  const found = { ascent, height: ascent + (measured?.fontBoundingBoxDescent ?? size * 0.24) };
  fonts.set(font, found);
  return found;
}
