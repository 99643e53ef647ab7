/** What the keys of the meeting mode do. Pure: a key gives a command, and a command moves within the meeting, never out of it. */
import { compareMonths, type YearMonth } from '#api/measures/calendar.ts';
import type { SprintView } from '../sprint-view.ts';

/** Where the meeting is: all of it stands in the address, so that a reload stays there. */
export interface Place {
  /** The region whose page is shown; the province's is the cover. */
  readonly present: string;
  readonly isLaggingOnly: boolean;
  readonly period: YearMonth;
  readonly indicator: string;
}

/** What there is to go through. */
export interface Contents {
  /** The cover, then every city in the page's order. */
  readonly pages: readonly string[];
  /** Of them the cover and the cities that are behind. */
  readonly laggingPages: readonly string[];
  /** Months with figures, in any order. */
  readonly months: readonly YearMonth[];
  readonly indicators: readonly string[];
}

/** What the meeting goes through on one indicator. */
export function contentsOf({ reply, rows, choices }: SprintView): Contents {
  const cover = reply.province.region;
  const behind = rows.filter(({ standing }) => standing?.level === 'behind');
  return {
    pages: [cover, ...rows.map(({ region }) => region)],
    laggingPages: [cover, ...behind.map(({ region }) => region)],
    months: reply.months,
    indicators: choices.map(({ code }) => code),
  };
}

export type Command =
  | { readonly kind: 'turn'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  /** A page by its number, from 1. */
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'month' | 'indicator'; readonly step: 1 | -1 }
  | { readonly kind: 'lagging' }
  /** What happens around the pages: full screen, the list of keys, and the question whether to leave. */
  | { readonly kind: 'fullscreen' | 'keys' | 'ask' };

const turns: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

const around: Readonly<Record<string, 'fullscreen' | 'keys' | 'ask'>> = {
  f: 'fullscreen',
  '?': 'keys',
  '？': 'keys',
  escape: 'ask',
};

/** The command of a key that is no digit; null for one that means nothing here. */
export function commandOf(key: string, isShifted: boolean): Command | null {
  const to = turns[key];
  if (to !== undefined) return { kind: 'turn', to };
  const letter = key.toLowerCase();
  if (letter === 'b') return { kind: 'lagging' };
  if (letter === 'm') return { kind: 'month', step: isShifted ? -1 : 1 };
  if (letter === 'i') return { kind: 'indicator', step: isShifted ? -1 : 1 };
  const kind = around[letter];
  return kind === undefined ? null : { kind };
}

/** Digits that were typed, and when the last of them was. */
export interface Typed {
  readonly digits: string;
  readonly atMs: number;
}

/** So long after a digit the next one still belongs to the same number. */
export const togetherMs = 1200;

/**
 * The page that digits name: at once the one of the first digit, and with the next digit in time the one of both, as on a
 * remote control. Where so many do not name a page, the last ones that do count; none do for 0.
 */
export function typedPage(before: Typed | null, digit: string, atMs: number, count: number) {
  const isTogether = before !== null && atMs - before.atMs <= togetherMs;
  const digits = (isTogether ? before.digits + digit : digit).slice(-3);
  const endings = Array.from(digits, (_, from) => digits.slice(from));
  const found = endings.find((one) => !one.startsWith('0') && Number(one) <= count);
  const typed: Typed = { digits: found ?? digits, atMs };
  return { typed, number: found === undefined ? null : Number(found) };
}

/** The pages that are gone through. */
export const pagesOf = ({ pages, laggingPages }: Contents, { isLaggingOnly }: Pick<Place, 'isLaggingOnly'>) =>
  isLaggingOnly ? laggingPages : pages;

/** Which page is shown; the cover where the address names none of them. */
export const pageIndex = (pages: readonly string[], present: string): number => Math.max(0, pages.indexOf(present));

/** Where a command leads: always to a page of the meeting, the same one at either end. */
export function afterCommand(place: Place, command: Command, contents: Contents): Place {
  switch (command.kind) {
    case 'turn':
    case 'page':
      return turned(place, command, pagesOf(contents, place));
    case 'lagging':
      return withLagging(place, contents);
    case 'month':
      return { ...place, period: steppedMonth(place.period, command.step, contents.months) };
    case 'indicator':
      return { ...place, indicator: steppedIndicator(place.indicator, command.step, contents.indicators) };
    default:
      return place;
  }
}

function turned(place: Place, command: Command & { kind: 'turn' | 'page' }, pages: readonly string[]): Place {
  const [index, last] = [pageIndex(pages, place.present), pages.length - 1];
  const wanted =
    command.kind === 'page' ? command.number - 1 : { next: index + 1, previous: index - 1, first: 0, last }[command.to];
  return { ...place, present: pages[wanted] ?? pages[index] ?? place.present };
}

/** Who is not behind has no page while only those are shown: the cover stands in. */
function withLagging(place: Place, contents: Contents): Place {
  const isLaggingOnly = !place.isLaggingOnly;
  const pages = pagesOf(contents, { isLaggingOnly });
  return { ...place, isLaggingOnly, present: pages[pageIndex(pages, place.present)] ?? place.present };
}

/** The nearest later or earlier month with figures; the same one where there is none. */
function steppedMonth(period: YearMonth, step: 1 | -1, months: readonly YearMonth[]): YearMonth {
  return months
    .filter((month) => compareMonths(month, period) * step > 0)
    .reduce(
      (nearest, month) => (nearest === period || compareMonths(month, nearest) * step < 0 ? month : nearest),
      period,
    );
}

/** The next indicator, after the last one the first. */
function steppedIndicator(indicator: string, step: 1 | -1, indicators: readonly string[]): string {
  const count = indicators.length;
  return indicators[(indicators.indexOf(indicator) + step + count) % Math.max(1, count)] ?? indicator;
}
