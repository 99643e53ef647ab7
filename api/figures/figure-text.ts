/**
 * The one grammar of a number that a person typed, for forms, files and requests, and its exact way into base units
 * and back. Safe in a browser.
 */

/** How an indicator's figures are written. */
export interface FigureFormat {
  /** Base units in one displayed unit: a power of ten, 10 000 for 万㎡. */
  readonly scale: number;
  /** The most decimals that a figure takes. */
  readonly decimals: number;
}

export interface ReadFormat extends FigureFormat {
  /** Whether a figure below zero is read, as for an increment that takes something back. Default: no. */
  readonly signed?: boolean;
  /** The unit that may stand behind a number; none where it is not told. */
  readonly unit?: { readonly zh: string; readonly en: string };
}

/** Codes of `api/http/problem.ts`. */
export type FigureProblemCode =
  | 'figure-null'
  | 'figure-empty'
  | 'figure-notation'
  | 'figure-not-a-number'
  | 'figure-negative'
  | 'too-many-decimals'
  | 'figure-too-large';

/** `text` is what was read, as it was given. */
export type FigureReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly code: FigureProblemCode; readonly text: string };

/**
 * The largest figure, in base units: 15 digits, which a JSON number carries to and fro without loss. In square metres
 * it is about twice the surface of the Earth.
 */
export const largestFigure = 999_999_999_999_999;

/** Thousands separators stand in threes or not at all; a leading 0 before one would be a decimal comma. */
const plainNumber = /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Reads a figure into base units, exactly: `1,234.5`, `１，２３４．５` and 1234.5 are 12 345 000 at scale 10 000.
 * Zeros at the end are no decimals: 1.500 has one. The format's own unit may stand behind the number, as in `134.50万㎡` and `3项`;
 * another's is refused. Refused, each with its code: null, empty, `1e3`, `0x10`, `NaN`,
 * `1,23`, `12万`, `(5)`, below zero, more decimals than the format takes, more than `largestFigure`. Nothing is rounded.
 */
export function readFigure(input: number | string | null, format: ReadFormat): FigureReading {
  if (input === null) return { ok: false, code: 'figure-null', text: '' };
  const text = String(input).trim();
  const refuse = (code: FigureProblemCode): FigureReading => ({ ok: false, code, text });
  if (typeof input === 'number' && text.includes('e')) return refuse(beyondPlainDigits(input, format.signed === true));
  if (text === '') return refuse('figure-empty');
  const match = plainNumber.exec(withoutUnit(narrow(text), format.unit));
  if (match === null) return refuse(/\d/.test(narrow(text)) ? 'figure-notation' : 'figure-not-a-number');
  const [, sign = '', grouped = '', decimals = ''] = match;
  const whole = grouped.replaceAll(',', '').replace(/^0+/, '');
  const fraction = decimals.replace(/0+$/, '');
  const isNegative = sign === '-' && whole + fraction !== '';
  if (isNegative && format.signed !== true) return refuse('figure-negative');
  const places = placesOf(format.scale);
  if (fraction.length > Math.min(format.decimals, places)) return refuse('too-many-decimals');
  const digits = whole + fraction.padEnd(places, '0');
  if (digits.replace(/^0+/, '').length > String(largestFigure).length) return refuse('figure-too-large');
  return { ok: true, value: isNegative ? -Number(digits) : Number(digits) };
}

/**
 * A figure as `readFigure` reads it, with the format's decimals and without separators: 12 345 000 at scale 10 000 and
 * 2 decimals is `1234.50`. A figure finer than that keeps every digit it has.
 */
export function formatFigure(value: number, { scale, decimals }: FigureFormat): string {
  const places = placesOf(scale);
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits
    .slice(digits.length - places)
    .replace(/0+$/, '')
    .padEnd(Math.min(decimals, places), '0');
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A figure in the indicator's unit, as JSON carries it: the number nearest to `value / scale`, so 413.87 stays 413.87. */
export function inUnit(value: number, scale: number): number;
export function inUnit(value: number | null, scale: number): number | null;
export function inUnit(value: number | null, scale: number): number | null {
  return value === null ? null : value / scale;
}

/** The inverse of `inUnit`: up to `largestFigure` both quotients err by less than a quarter of a base unit. */
export function inBaseUnits(amount: number, scale: number): number {
  return Math.round(amount * scale);
}

const placesOf = (scale: number): number => String(scale).length - 1;

/** JavaScript writes numbers from 10²¹ on and below 10⁻⁶ with an exponent that nobody typed. */
function beyondPlainDigits(input: number, signed: boolean): FigureProblemCode {
  if (input < 0 && !signed) return 'figure-negative';
  return Math.abs(input) < 1 ? 'too-many-decimals' : 'figure-too-large';
}

/** A number without the unit behind it; as it is where there is none or another. */
function withoutUnit(text: string, unit: ReadFormat['unit']): string {
  const [, number = '', behind = ''] = /^([+-]?[\d,.]*\d)\s*(\D.*)$/u.exec(text) ?? [];
  const isOwn = unit !== undefined && (isUnit(behind, unit.zh) || isUnit(behind, unit.en));
  return isOwn ? number : text;
}

/** Whether two texts are one unit: ㎡, m² and 平方米 are the same. */
export function isUnit(text: string, unit: string): boolean {
  return unit !== '' && plainUnit(text) === plainUnit(unit);
}

const plainUnit = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, '').replace('平方米', 'm2').toLowerCase();

/** Full-width digits, signs, points and commas, and the minus sign of typography, in their ASCII form. */
function narrow(text: string): string {
  return text
    .replaceAll(/[０-９＋－．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-');
}
