/** What a person typed, as typed: texts, never numbers. */
import { isRecord } from '../../../ui/is-record.ts';

/**
 * A flow's or stock's two linked texts. `by` names the one that was typed, the other is computed from it;
 * `both` stands after a paste of two columns, which must agree.
 */
export interface TypedAmount {
  readonly increment: string;
  readonly cumulative: string;
  readonly by: 'increment' | 'cumulative' | 'both';
}

/** A ratio's two parts; a numerator of null follows the indicator that it is taken from. */
export interface TypedRatio {
  readonly numerator: string | null;
  readonly denominator: string;
}

export type TypedRow = TypedAmount | TypedRatio;

/** The whole form. */
export interface TypedSheet {
  readonly figures: Readonly<Record<string, TypedRow>>;
  readonly asOf: string;
  readonly note: string;
  readonly cause: string;
  readonly remedies: string;
  /** By indicator, a word on what strikes in its figure or on why there is none. */
  readonly words: Readonly<Record<string, string>>;
}

export type TextField = 'asOf' | 'note' | 'cause' | 'remedies';
export type AmountField = 'increment' | 'cumulative';
export type RatioField = 'numerator' | 'denominator';
export type FigureField = AmountField | RatioField;

/** The form's texts beside its figures. */
export const textFields = ['asOf', 'cause', 'remedies', 'note'] as const;

/** Whether two sheets hold the same texts. */
export function sameSheet(a: TypedSheet, b: TypedSheet): boolean {
  const indicators = new Set([...Object.keys(a.figures), ...Object.keys(b.figures)]);
  return (
    textFields.every((field) => a[field] === b[field]) &&
    sameWords(a.words, b.words) &&
    [...indicators].every((indicator) => sameRow(a.figures[indicator], b.figures[indicator]))
  );
}

function sameWords(a: TypedSheet['words'], b: TypedSheet['words']): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((code) => a[code] === b[code]);
}

/** Whether two rows hold the same texts; which of a linked pair was typed makes no difference. */
export function sameRow(a: TypedRow | undefined, b: TypedRow | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('numerator' in a) return 'numerator' in b && a.numerator === b.numerator && a.denominator === b.denominator;
  return 'cumulative' in b && a.cumulative === b.cumulative && a.increment === b.increment;
}

/** Whether something read from the device is a form's texts. */
export function isTypedSheet(value: unknown): value is TypedSheet {
  if (!isRecord(value) || !isRecord(value['figures']) || !isRecord(value['words'])) return false;
  if (!Object.values(value['words']).every((word) => typeof word === 'string')) return false;
  return textFields.every((field) => typeof value[field] === 'string') && Object.values(value['figures']).every(isRow);
}

function isRow(value: unknown): value is TypedRow {
  if (!isRecord(value)) return false;
  const { increment, cumulative, by, numerator, denominator } = value;
  if (typeof denominator === 'string') return typeof numerator === 'string' || numerator === null;
  const isKnown = by === 'increment' || by === 'cumulative' || by === 'both';
  return isKnown && typeof increment === 'string' && typeof cumulative === 'string';
}
