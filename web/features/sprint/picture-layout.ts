/** Where the parts of the sprint's picture lie. Pure: rows and words in, SVG numbers out. */
import { textWidth } from '../../charts/text-width.ts';
import { sharedMax } from '../../charts/burn-up-input.ts';
import type { PictureRow } from './picture-rows.ts';
import { boldness, rowLayout, type PictureColumns, type PictureRowLayout } from './picture-row-layout.ts';

export interface PictureHeads {
  readonly ending: string;
  readonly rates: string;
  readonly wayOut: string;
  /** The pace's name and share; empty where there is none to draw. */
  readonly pace: (share: number) => string;
  readonly tick: (share: number) => string;
}

export interface PictureWord {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PictureLayout {
  readonly height: number;
  readonly text: number;
  readonly columns: PictureColumns;
  readonly ticks: readonly (PictureWord & { readonly line: number })[];
  readonly heads: readonly PictureWord[];
  readonly rows: readonly PictureRowLayout[];
}

/** The scale ends at 110 %: who goes beyond ends open, with the number beside it. */
export const pictureMax = sharedMax;

interface PictureSize {
  readonly width: number;
  /** The size of its words. */
  readonly text: number;
  /** The height of a place that it fills, its rows farther apart; null where it takes what its rows need. */
  readonly height?: number | null;
}

/** Lays the rows out: beside each other all columns where the bars keep two fifths of the width, else the row's words above its bar. */
export function pictureLayout(rows: readonly PictureRow[], heads: PictureHeads, size: PictureSize): PictureLayout {
  const { text } = size;
  const columns = columnsOf(rows, heads, size);
  const at = (share: number): number => columns.left + (share / pictureMax) * (columns.right - columns.left);
  const ratesMax = Math.max(0, ...rows.flatMap(({ needed, recent }) => [needed ?? 0, recent ?? 0]));
  const top = text * 3;
  const least = text * (columns.isWide ? 2.8 : 5.6);
  const rowHeight = Math.max(least, ((size.height ?? 0) - top - text * 0.4) / Math.max(1, rows.length));
  const ticks = ticksOf(heads, { columns, text, at });
  return {
    height: top + rows.length * rowHeight + text * 0.4,
    text,
    columns,
    ticks,
    heads: headWords(rows, heads, columns, { text, at }),
    rows: rows.map((row, index) =>
      rowLayout(row, { columns, text, top: top + index * rowHeight, height: rowHeight, at, ratesMax }),
    ),
  };
}

interface TickPlace extends HeadPlace {
  readonly columns: PictureColumns;
}

/** The quarters of the target, or its halves where the words of quarters would touch. */
function ticksOf(heads: PictureHeads, { columns, text, at }: TickPlace): PictureLayout['ticks'] {
  const all = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const words = heads.tick(share);
    return { text: words, line: at(share), x: within(at(share), words, columns, text), y: text * 2.6 };
  });
  const touches = all.some(({ x }, index) => {
    const before = all[index - 1];
    return before !== undefined && before.x + textWidth(before.text, text) + text * 0.2 > x;
  });
  return touches ? all.filter((_tick, index) => index % 2 === 0) : all;
}

const space = 1.4;

function columnsOf(rows: readonly PictureRow[], heads: PictureHeads, { width, text }: PictureSize): PictureColumns {
  const widest = (words: readonly string[]): number => Math.max(0, ...words.map((word) => textWidth(word, text)));
  const left = text * 1.9 + widest(rows.map(({ name }) => name));
  const ending = Math.max(widest([heads.ending]), widest(rows.map((row) => row.ending)) * boldness);
  const numbers = widest(rows.flatMap((row) => [row.neededText, row.recentText]));
  const hasRates = numbers > 0;
  const bars = text * 5;
  const rates = hasRates ? Math.max(bars + text * 0.5 + numbers, textWidth(heads.rates, text)) + text * space : 0;
  const wayOut = rows.some((row) => row.wayOut !== '')
    ? widest([heads.wayOut, ...rows.map((row) => row.wayOut)]) + text * space
    : 0;
  const right = (more: number): number => width - text * 0.6 - ending - rates - more;
  const wide = [wayOut, 0].find((more) => right(more) - left >= width * 0.4);
  if (wide === undefined) {
    return {
      isWide: false,
      left: 1,
      right: width - text * 0.3,
      ending: width,
      rates: hasRates ? 1 : null,
      wayOut: null,
      bars: width * 0.6,
    };
  }
  const end = right(wide);
  const ratesAt = end + text * 0.6 + ending + text * space;
  return {
    isWide: true,
    left,
    right: end,
    ending: end + text * 0.6,
    rates: hasRates ? ratesAt : null,
    wayOut: wide > 0 ? end + text * 0.6 + ending + rates + text * space : null,
    bars,
  };
}

interface HeadPlace {
  readonly text: number;
  readonly at: (share: number) => number;
}

function headWords(rows: readonly PictureRow[], heads: PictureHeads, columns: PictureColumns, { text, at }: HeadPlace) {
  const pace = commonPace(rows);
  const y = text * 1.1;
  const paceWords = pace === null ? '' : heads.pace(pace);
  const words = [{ x: pace === null ? 0 : within(at(pace), paceWords, columns, text), y, text: paceWords }];
  if (columns.isWide) {
    words.push({ x: columns.ending, y, text: heads.ending });
    if (columns.rates !== null) words.push({ x: columns.rates, y, text: heads.rates });
    if (columns.wayOut !== null) words.push({ x: columns.wayOut, y, text: heads.wayOut });
  }
  return words.filter((word) => word.text !== '');
}

/** The pace that most rows share: figures of other days, and curves of their own, have marks of their own. */
function commonPace(rows: readonly PictureRow[]): number | null {
  const paces = rows.flatMap(({ pace }) => (pace === null ? [] : [pace]));
  const count = (pace: number): number => paces.filter((one) => one === pace).length;
  return paces.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

/** Where words centred at a place begin, so that they stay within the bars' column. */
function within(x: number, words: string, { left, right }: PictureColumns, text: number): number {
  const width = textWidth(words, text);
  return Math.max(left, Math.min(x - width / 2, right - width));
}
