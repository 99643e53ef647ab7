/** What addresses say: how one value of it is read, and a route's own keys from these readers. Pure. */
import { isDay } from '#api/measures/calendar.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Reads one value of an address; undefined where it cannot be understood, so that the page falls back. */
type Reader<Value> = (raw: unknown) => Value | undefined;

/** What a route's address may say; `undefined` takes a value out: `search={(before) => ({ ...before, open: undefined })}`. */
export type SearchOf<Readers extends Readonly<Record<string, Reader<unknown>>>> = {
  readonly [Key in keyof Readers]?: ReturnType<Readers[Key]>;
};

const codePattern = /^[0-9A-Za-z][0-9A-Za-z.-]{0,63}$/;
const sortPattern = /^-?[a-zA-Z][0-9A-Za-z.-]{0,63}$/;

/**
 * A route's validator: its own keys and no other, in the order of the address, which so stays as it was written. Every key
 * is named, with `undefined` where it has no value: the router lays this over the raw search, whose bad values would show
 * through otherwise.
 */
export function searchOf<const Readers extends Readonly<Record<string, Reader<unknown>>>>(
  readers: Readers,
): (raw: Raw) => SearchOf<Readers> {
  return (raw) => {
    const keys = new Set([...Object.keys(raw), ...Object.keys(readers)]);
    const read = [...keys].flatMap((key) => (Object.hasOwn(readers, key) ? [[key, readers[key]?.(raw[key])]] : []));
    // The entries are made from nothing but the readers, which the type of their object forgets.
    return Object.fromEntries(read) as SearchOf<Readers>;
  };
}

/** A year that the office may have figures of. */
export const yearIn: Reader<number> = (raw) => wholeNumber(raw, 2000, 2100);

/** A month, 1 to 12. */
export const monthIn: Reader<number> = (raw) => wholeNumber(raw, 1, 12);

/** A code: a region, an indicator, a place such as `2020-10-331100`. */
export const codeIn: Reader<string> = (raw) => textIn(raw, codePattern);

/** A column, with `-` before it for descending: `-gap`. */
export const columnIn: Reader<string> = (raw) => textIn(raw, sortPattern);

/** A day of the calendar, `2020-10-19`. */
export const dayIn: Reader<string> = (raw) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

/** A text of this form, such as a name that is looked for. */
export function textLike(pattern: RegExp): Reader<string> {
  return (raw) => textIn(raw, pattern);
}

/** One of these words. */
export function oneIn<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (raw) => words.find((word) => word === raw);
}

/** Exactly this word, another form of the same thing such as `table`. */
export function wordIn<const Word extends string>(word: Word): Reader<Word> {
  return (raw) => (raw === word ? word : undefined);
}

/** A path of this site to go on to. */
export const pathIn: Reader<string> = (raw) => returnPath(raw) ?? undefined;

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

function textIn(raw: unknown, pattern: RegExp): string | undefined {
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
