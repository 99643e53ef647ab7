/**
 * A page as one file that stands alone: its headings, words, tables and pictures as the browser has laid them out, without
 * script, address or style sheet of another place, so that it opens from a disk in a room without a network.
 */
import type { Language } from '#api/http/problem.ts';
import { element, escapeXml } from './markup.ts';
import { readPicture } from './read-picture.ts';

/** What stands over the page, in its language: its title, and of which moment it is. */
export interface SealedWords {
  readonly language: Language;
  readonly title: string;
  readonly facts: readonly string[];
}

/** The file's own style. The policy forbids everything else, should anything slip in. */
const style = [
  'body{margin:24px auto;max-width:1100px;padding:0 16px;color:#1a1d21;background:#fff;line-height:1.5;',
  'font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}',
  'svg{max-width:100%;height:auto}figure{margin:16px 0;break-inside:avoid}figcaption{font-weight:600}',
  'table{border-collapse:collapse;margin:12px 0;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600}',
  'th,td{border:1px solid #c5cad1;padding:3px 8px;text-align:right}th:first-child,td:first-child{text-align:left}',
  'h2{margin-top:32px;border-top:1px solid #c5cad1;padding-top:16px}',
].join('');
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The whole file. */
export function sealedPage(root: HTMLElement, { language, title, facts }: SealedWords): string {
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeXml(title)}</title><style>${style}</style>`,
  ];
  const body = [
    element('h1', {}, escapeXml(title)),
    ...facts.map((fact) => element('p', {}, escapeXml(fact))),
    bodyOf(root),
  ];
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>\n<html lang="${lang}"><head>${head.join('')}</head><body>${body.join('\n')}</body></html>\n`;
}

const leftOut =
  '.screen-only, .visually-hidden, output, summary, button:not([data-formula]), input, select, textarea, title';

/** What a page holds, in its order. */
function bodyOf(parent: HTMLElement): string {
  return [...parent.children]
    .map((child) => {
      if (!(child instanceof HTMLElement) || child.matches(leftOut)) return '';
      if (child.dataset['picture'] !== undefined) return figureOf(child, child.dataset['picture']);
      if (child instanceof HTMLTableElement) return tableOf(child);
      if (/^(H[1-6]|P|LI)$/.test(child.tagName)) return blockOf(child);
      return bodyOf(child);
    })
    .join('\n');
}

function blockOf(block: HTMLElement): string {
  const words = wordsOf(block);
  return words === '' ? '' : element(block.tagName === 'LI' ? 'p' : block.tagName.toLowerCase(), {}, escapeXml(words));
}

function figureOf(picture: HTMLElement, title: string): string {
  const { body, width, height, fonts } = readPicture(picture, title);
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const root = { role: 'img', 'aria-label': title, ...size, viewBox: `0 0 ${size.width} ${size.height}` };
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...root, 'font-family': fonts }, body);
  return `<figure>${element('figcaption', {}, escapeXml(title))}${svg}</figure>`;
}

function tableOf(table: HTMLTableElement): string {
  const caption = table.caption === null ? '' : element('caption', {}, escapeXml(wordsOf(table.caption)));
  const rows = [...table.rows].map((row) => {
    const cells = [...row.cells].map((cell) => {
      const span = cell.colSpan > 1 ? { colspan: cell.colSpan } : {};
      // An empty cell needs its end, which markup of XML leaves out.
      return element(cell.localName, span, escapeXml(wordsOf(cell)) || ' ');
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${caption}${rows.join('')}</table>`;
}

/** The words of a part, also of one that is folded; what is only read aloud, and drawings, are no words. */
function wordsOf(part: HTMLElement): string {
  const copy = part.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const one of copy.querySelectorAll('.visually-hidden, .screen-only, svg')) one.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
