/** Where the parts of one row of the sprint's picture lie. Pure. */
import type { Level } from '#api/measures/vocabulary.ts';
import { sharedMax } from '../../charts/burn-up-input.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { PictureRow } from './picture-rows.ts';

export interface PictureColumns {
  /** Whether a row's words stand beside its bar; else above and below it. */
  readonly isWide: boolean;
  /** The bars' own column. */
  readonly left: number;
  readonly right: number;
  /** Where the words at the bars' ends begin; on a narrow picture where they end. */
  readonly ending: number;
  readonly rates: number | null;
  readonly wayOut: number | null;
  /** The longest bar of the amounts a month. */
  readonly bars: number;
}

export interface RateBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: RowWord;
}

export interface RowWord {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PictureRowLayout {
  readonly region: string;
  readonly level: Level;
  readonly top: number;
  readonly height: number;
  readonly shape: { readonly x: number; readonly y: number; readonly size: number };
  readonly name: RowWord;
  readonly bar: { readonly y: number; readonly height: number };
  /** Where what is done ends, and whether it goes on beyond the scale; null without a figure. */
  readonly done: number | null;
  /** Where the estimate lies; null where there is none or where it lies below what is done. */
  readonly projected: number | null;
  readonly isOpen: boolean;
  readonly pace: number | null;
  readonly target: number;
  /** From where the year will end up to the target; null where nothing will be missing. */
  readonly missing: { readonly from: number; readonly to: number } | null;
  readonly ending: RowWord;
  readonly isShort: boolean;
  readonly needed: RateBar | null;
  readonly recent: RateBar | null;
  readonly wayOut: RowWord | null;
}

interface RowPlace {
  readonly columns: PictureColumns;
  readonly text: number;
  readonly top: number;
  readonly height: number;
  readonly at: (share: number) => number;
  /** The largest amount a month of all rows: the pairs share one scale from 0. */
  readonly ratesMax: number;
}

/** How much wider a bold word is at most. */
export const boldness = 1.15;

/** Lays one row out. */
export function rowLayout(row: PictureRow, place: RowPlace): PictureRowLayout {
  const { columns, text, top, height, at } = place;
  const line = columns.isWide ? top + height / 2 : top + text * 0.9;
  const y = columns.isWide ? top + height / 2 - text * 0.6 : top + text * 1.6;
  const words = line + text * 0.35;
  const cut = (share: number | null): number | null =>
    share === null ? null : at(Math.min(Math.max(share, 0), sharedMax));
  const projected = row.projected !== null && row.projected >= (row.completion ?? 0) ? row.projected : null;
  const reached = projected ?? row.completion;
  const endingX = columns.isWide ? columns.ending : columns.ending - textWidth(row.ending, text) * boldness;
  return {
    region: row.region,
    level: row.level,
    top,
    height,
    shape: { x: 0, y: line - text * 0.55, size: text * 1.1 },
    name: { x: text * 1.5, y: words, text: row.name },
    bar: { y, height: text * 1.2 },
    done: cut(row.completion),
    projected: cut(projected),
    isOpen: (reached ?? 0) > sharedMax,
    pace: cut(row.pace),
    target: at(1),
    missing: row.isShort && reached !== null && reached < 1 ? { from: at(Math.max(0, reached)), to: at(1) } : null,
    ending: { x: endingX, y: words, text: row.ending },
    isShort: row.isShort,
    ...ratesOf(row, place),
    wayOut: columns.wayOut === null || row.wayOut === '' ? null : { x: columns.wayOut, y: words, text: row.wayOut },
  };
}

/** The pair of bars: what is needed a month above what was done. */
function ratesOf(row: PictureRow, { columns, text, top, height, ratesMax }: RowPlace) {
  const { rates } = columns;
  const first = columns.isWide ? top + height / 2 - text * 1.15 : top + text * 3.1;
  const bar = (value: number | null, words: string, index: number): RateBar | null => {
    if (rates === null || value === null) return null;
    const y = first + index * text * 1.15;
    const width = ratesMax > 0 ? (Math.max(0, value) / ratesMax) * columns.bars : 0;
    const place = { x: rates, y: y + text * 0.2, width, height: text * 0.75 };
    return { ...place, words: { x: rates + width + text * 0.4, y: y + text * 0.92, text: words } };
  };
  return { needed: bar(row.needed, row.neededText, 0), recent: bar(row.recent, row.recentText, 1) };
}

/** Slanted strokes that fill a box, a step apart, each cut at the box's sides. */
export function hatchPath(
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  step: number,
): string {
  const { left, right, top, bottom } = box;
  const rise = bottom - top;
  const count = Math.max(0, Math.ceil((right - left + rise) / step) - 1);
  const strokes = Array.from({ length: count }, (_, index) => {
    const foot = left - rise + (index + 1) * step;
    const [from, to] = [Math.max(left, foot), Math.min(right, foot + rise)];
    return `M${round(from)} ${round(bottom - (from - foot))}L${round(to)} ${round(bottom - (to - foot))}`;
  });
  return strokes.join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
