/** The state that addresses carry. One list for all pages: a value that cannot be read is left out, and the page falls back. */
import { isDay } from '#api/measures/calendar.ts';

/** `undefined` takes a value out of the address: `search={(before) => ({ ...before, open: undefined })}`. */
export interface PageSearch {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly region?: string | undefined;
  readonly indicator?: string | undefined;
  /** A column, with `-` before it for descending: `-gap`. */
  readonly sort?: string | undefined;
  /** An open panel, such as `rule`. */
  readonly open?: string | undefined;
  /** Another form of the same thing, such as `table`. */
  readonly view?: string | undefined;
  /** What a list shows: a state, a level. */
  readonly filter?: string | undefined;
  /** The page of the meeting mode: a region. */
  readonly present?: string | undefined;
  /** Days that a list is limited to, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The account whose doing a list shows. */
  readonly actor?: string | undefined;
  /** The kind of what a list shows. */
  readonly group?: string | undefined;
  /** A text that is looked for. */
  readonly object?: string | undefined;
  readonly outcome?: string | undefined;
  /** The place in a long list that a page of it begins behind. */
  readonly before?: string | undefined;
}

type Raw = Readonly<Record<string, unknown>>;

const codePattern = /^[0-9A-Za-z][0-9A-Za-z.-]{0,63}$/;
const namePattern = /^[\p{L}\p{N}._-]{1,64}$/u;
const textPattern = /^[^\p{C}]{1,100}$/u;
const placePattern = /^[0-9T:.-]{10,30}Z~[0-9A-Za-z-]{1,64}$/;
const sortPattern = /^-?[a-zA-Z][0-9A-Za-z.-]{0,63}$/;

/**
 * Reads an address's search; anything that is not understood is left out. Every key is named, with `undefined` where it
 * has no value: the router lays this over the raw search, whose bad values would show through otherwise.
 */
export function pageSearch(raw: Raw): PageSearch {
  return {
    year: wholeNumber(raw['year'], 2000, 2100),
    month: wholeNumber(raw['month'], 1, 12),
    region: word(raw['region'], codePattern),
    indicator: word(raw['indicator'], codePattern),
    sort: word(raw['sort'], sortPattern),
    open: word(raw['open'], codePattern),
    view: word(raw['view'], codePattern),
    filter: word(raw['filter'], codePattern),
    present: word(raw['present'], codePattern),
    from: day(raw['from']),
    to: day(raw['to']),
    actor: word(raw['actor'], namePattern),
    group: word(raw['group'], codePattern),
    object: word(raw['object'], textPattern),
    outcome: word(raw['outcome'], codePattern),
    before: word(raw['before'], placePattern),
  };
}

/** Where to go after signing in: a path of this site, null for anything else. */
export function returnPath(raw: unknown): string | null {
  if (typeof raw !== 'string' || !raw.startsWith('/')) return null;
  // Browsers read a backslash as a slash and drop tabs and line ends, so that "/\t/evil" would leave the site.
  // oxlint-disable-next-line no-control-regex
  return /^\/[/\\]|[\u0000-\u001F\\]/.test(raw) ? null : raw;
}

function wholeNumber(raw: unknown, least: number, most: number): number | undefined {
  const value = typeof raw === 'string' && /^\d{1,4}$/.test(raw) ? Number(raw) : raw;
  const known = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return known ? value : undefined;
}

function day(raw: unknown): string | undefined {
  return typeof raw === 'string' && isDay(raw) ? raw : undefined;
}

function word(raw: unknown, pattern: RegExp): string | undefined {
  return typeof raw === 'string' && pattern.test(raw) ? raw : undefined;
}

/** The text of a search without its question mark → its values, all text: `month=9` stays "9". */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The way back, with a question mark where anything is left: addresses stay plain, without quotes or braces. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const written = new URLSearchParams(known.map(([key, value]) => [key, String(value)])).toString();
  return written === '' ? '' : `?${written}`;
}
