/** A picture in its frame, as a file of its own: what it shows, where that comes from, of which day, how complete. Pure. */
import type { Language } from '#api/http/problem.ts';
import { element, escapeXml } from './markup.ts';
import { wrapWords } from './wrap-words.ts';

/** What stands around a saved picture, in the page's language. */
export interface FrameWords {
  readonly language: Language;
  readonly title: string;
  /** How the picture is read, where its page says it outside of the picture. */
  readonly legend?: string;
  readonly source: string;
  readonly asOf: string;
  readonly coverage: string;
  /** That values are invented for the demonstration; null where none is. */
  readonly note: string | null;
}

/** A drawn picture: SVG markup without a root, in pixels. */
export interface DrawnPicture {
  readonly body: string;
  readonly width: number;
  readonly height: number;
  /** The families that its words were laid out in; the last one is generic. */
  readonly fonts: string;
}

export interface FramedPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const leastWidth = 360;
const titleSize = 18;
const wordSize = 12;
/** How much wider bold words are. */
const bold = 1.12;
const lineHeight = 1.45;

/** A saved picture is paper, in whatever colours the page was read. */
const paper = { ground: '#ffffff', ink: '#1a1d21', muted: '#595f69' };

/** Puts a picture between its title and what must be known of it. The file stands alone: no script, no address, no style sheet. */
export function framePicture(picture: DrawnPicture, words: FrameWords): FramedPicture {
  const inner = Math.max(leastWidth, Math.ceil(picture.width));
  const title = wrapWords(words.title, titleSize * bold, inner);
  const facts = factsOf(words).flatMap((fact) => wrapWords(fact, wordSize, inner));
  const top = margin + title.length * titleSize * lineHeight + 8;
  const below = top + Math.ceil(picture.height) + 16;
  const width = inner + 2 * margin;
  const height = Math.ceil(below + facts.length * wordSize * lineHeight + margin - 6);
  const content = [
    element('title', {}, escapeXml(words.title)),
    element('desc', {}, escapeXml(factsOf(words).join('\n'))),
    element('rect', { width, height, fill: paper.ground }),
    linesAt(title, { y: margin, size: titleSize, fill: paper.ink, weight: 600 }),
    element('g', { transform: `translate(${margin} ${Math.round(top)})` }, picture.body),
    linesAt(facts, { y: below, size: wordSize, fill: paper.muted, weight: 400 }),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xml:lang': words.language === 'zh' ? 'zh-CN' : 'en',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': picture.fonts,
  };
  return { svg: element('svg', root, content.join('')), width, height };
}

function factsOf({ legend, source, asOf, coverage, note }: FrameWords): readonly string[] {
  return [legend ?? '', [source, asOf, coverage].join(' · '), note ?? ''].filter((fact) => fact !== '');
}

interface LineLook {
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight: number;
}

function linesAt(lines: readonly string[], { y, size, fill, weight }: LineLook): string {
  const look = { x: margin, 'font-size': size, fill, 'font-weight': weight };
  return lines
    .map((line, index) => element('text', { ...look, y: y + (index * lineHeight + 1) * size }, escapeXml(line)))
    .join('');
}
