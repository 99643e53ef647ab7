/** The form's cells: from typed texts to figures and back, one of a linked pair computed from the other, rows read together. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureIn, FigureReply } from '#api/figures/contract.ts';
import { absenceWords, readAbsence } from '#api/figures/absence.ts';
import type { Absence } from '#api/figures/absence.ts';
import { formatFigure, readFigure } from '#api/figures/figure-text.ts';
import { exceededBy } from '#api/figures/lifecycle.ts';
import type { FigureProblemCode, FigureReading } from '#api/figures/figure-text.ts';
import { cumulativeOf, incrementOf } from '#api/submissions/preview.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { storedFigure } from '../../../parts/submissions/figures.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { AmountField, FigureField, TypedAmount, TypedRow, TypedSheet } from './typed.ts';

/** What a cell needs to know about its indicator. */
export type CellIndicator = Pick<Indicator, 'code' | 'kind' | 'unit' | 'scale' | 'decimals' | 'numeratorFrom'>;

/**
 * What is wrong in a cell: `unread` with the code of the number grammar, `pair` where a pasted increment and cumulative
 * do not agree, `part-missing` where a ratio lacks this part, `exceeds` where a part is greater than its whole; `source` where
 * a numerator has nothing to follow, `differs` where it says another figure than the one it follows.
 */
export type CellProblem =
  | { readonly is: 'unread'; readonly field: FigureField; readonly code: FigureProblemCode; readonly text: string }
  | { readonly is: 'pair'; readonly field: FigureField }
  | { readonly is: 'part-missing'; readonly field: FigureField }
  | { readonly is: 'source'; readonly field: FigureField }
  | { readonly is: 'differs'; readonly field: FigureField; readonly given: number; readonly expected: number }
  | { readonly is: 'exceeds'; readonly field: FigureField; readonly part: number; readonly whole: number };

/** What a row's texts say. */
export type CellReading =
  | { readonly state: 'empty' }
  | { readonly state: 'read'; readonly figure: TypedFigure }
  /** Answered without a number, in the words of `readAbsence`. */
  | { readonly state: 'absent'; readonly absence: Absence }
  | { readonly state: 'invalid'; readonly problem: CellProblem };

/** A row nobody typed in. */
export function emptyRow(indicator: CellIndicator): TypedRow {
  if (indicator.kind !== 'ratio') return { increment: '', cumulative: '', by: 'cumulative' };
  return { numerator: indicator.numeratorFrom === null ? '' : null, denominator: '' };
}

/** A row's texts after one of the linked pair was typed: the other is computed, empty where that cannot be told. */
export function typeAmount(
  indicator: CellIndicator,
  field: AmountField,
  text: string,
  base: number | null,
): TypedAmount {
  const read = readFigure(text, { ...indicator, signed: field === 'increment' });
  const linked = field === 'increment' ? cumulativeOf : incrementOf;
  const other = read.ok && base !== null ? formatFigure(linked(read.value, base), indicator) : '';
  return field === 'increment'
    ? { increment: text, cumulative: other, by: 'increment' }
    : { increment: other, cumulative: text, by: 'cumulative' };
}

/** The texts of a row that is answered without a number. */
export function absentRow(indicator: CellIndicator, absence: Absence): TypedRow {
  const { zh: word } = absenceWords[absence];
  const row = emptyRow(indicator);
  return 'cumulative' in row ? { ...row, cumulative: word } : { ...row, denominator: word };
}

/** The texts of a stored figure. A numerator equal to its source's figure goes on following that source. */
export function typedFrom(
  indicator: CellIndicator,
  stored: FigureReply | undefined,
  base: number | null,
  source: FigureReply | undefined,
): TypedRow {
  if (stored === undefined) return emptyRow(indicator);
  const { cumulative, denominator } = storedFigure(indicator, stored);
  if (indicator.kind !== 'ratio') return typeAmount(indicator, 'cumulative', formatFigure(cumulative, indicator), base);
  const follows = source !== undefined && storedFigure(indicator, source).cumulative === cumulative;
  return {
    numerator: follows ? null : formatFigure(cumulative, indicator),
    denominator: denominator === null ? '' : formatFigure(denominator, indicator),
  };
}

/** The numerator's text: its own, or that of the indicator it follows. */
export function numeratorText(indicator: CellIndicator, sheet: TypedSheet): string {
  const row = sheet.figures[indicator.code];
  const own = row !== undefined && 'numerator' in row ? row.numerator : null;
  if (own !== null || indicator.numeratorFrom === null) return own ?? '';
  const source = sheet.figures[indicator.numeratorFrom];
  return source !== undefined && 'cumulative' in source ? source.cumulative : '';
}

/** What a row's own texts say, in base units. */
export function readCell(indicator: CellIndicator, sheet: TypedSheet, base: number | null): CellReading {
  const row = sheet.figures[indicator.code] ?? emptyRow(indicator);
  const absence = absenceIn(row);
  if (absence !== null) return { state: 'absent', absence };
  if ('cumulative' in row) return readAmount(indicator, row, base);
  return readRatio(indicator, numeratorText(indicator, sheet), row.numerator === null, row.denominator);
}

/** A figure as it is sent: plain text that the server reads by the same grammar. */
export function figureIn(indicator: CellIndicator, figure: TypedFigure): FigureIn {
  const cumulative = formatFigure(figure.cumulative, indicator);
  return figure.denominator === null
    ? { cumulative }
    : { numerator: cumulative, denominator: formatFigure(figure.denominator, indicator) };
}

/** What a row answers in the place of a number; beside a number it is no answer, and is refused as none. */
function absenceIn(row: TypedRow): Absence | null {
  const texts = 'cumulative' in row ? [row.increment, row.cumulative] : [row.numerator ?? '', row.denominator];
  const [first = '', ...others] = texts.filter((text) => text.trim() !== '');
  const absence = readAbsence(first);
  return others.every((text) => readAbsence(text) === absence) ? absence : null;
}

function readAmount(indicator: CellIndicator, row: TypedAmount, base: number | null): CellReading {
  if (row.increment.trim() === '' && row.cumulative.trim() === '') return { state: 'empty' };
  const increment = readFigure(row.increment, { ...indicator, signed: true });
  if (row.by !== 'cumulative' && !increment.ok) return unread('increment', increment);
  const cumulative = readFigure(row.cumulative, indicator);
  if (!cumulative.ok) return unread('cumulative', cumulative);
  const agrees = !increment.ok || base === null || cumulativeOf(increment.value, base) === cumulative.value;
  if (!agrees) return { state: 'invalid', problem: { is: 'pair', field: 'cumulative' } };
  return { state: 'read', figure: { cumulative: cumulative.value, denominator: null } };
}

function readRatio(indicator: CellIndicator, numerator: string, follows: boolean, denominator: string): CellReading {
  if (denominator.trim() === '') {
    const isUntouched = follows || numerator.trim() === '';
    return isUntouched
      ? { state: 'empty' }
      : { state: 'invalid', problem: { is: 'part-missing', field: 'denominator' } };
  }
  const below = readFigure(denominator, indicator);
  if (!below.ok) return unread('denominator', below);
  if (numerator.trim() === '') return { state: 'invalid', problem: { is: 'part-missing', field: 'numerator' } };
  const above = readFigure(numerator, indicator);
  if (!above.ok) return unread('numerator', above);
  return { state: 'read', figure: { cumulative: above.value, denominator: below.value } };
}

function unread(field: FigureField, { code, text }: Extract<FigureReading, { ok: false }>): CellReading {
  return { state: 'invalid', problem: { is: 'unread', field, code, text } };
}

export type Readings = ReadonlyMap<string, CellReading>;

/** What every row's texts say; a part above its whole is invalid, and a ratio that does not say what it follows. */
export function readRows(subject: Subject, sheet: TypedSheet): Readings {
  const alone = new Map(
    subject.indicators.map((indicator) => [
      indicator.code,
      readCell(indicator, sheet, subject.bases.get(indicator.code) ?? null),
    ]),
  );
  const own = new Map(subject.indicators.map((indicator) => [indicator.code, following(indicator, alone)]));
  return new Map(subject.indicators.map((indicator) => [indicator.code, withinWhole(subject, indicator, own)]));
}

/** A row's figure, null where it has none. */
export function figureOf(readings: Readings, code: string | null): TypedFigure | null {
  const reading = code === null ? undefined : readings.get(code);
  return reading?.state === 'read' ? reading.figure : null;
}

/** A ratio's reading beside that of the indicator that its numerator follows. */
function following({ code, numeratorFrom }: CellIndicator, alone: Readings): CellReading {
  const reading = alone.get(code) ?? { state: 'empty' };
  const source = numeratorFrom === null ? undefined : alone.get(numeratorFrom);
  const isJudged = reading.state === 'read' || (reading.state === 'invalid' && reading.problem.field === 'numerator');
  if (source === undefined || !isJudged) return reading;
  if (source.state !== 'read') return { state: 'invalid', problem: { is: 'source', field: 'numerator' } };
  if (reading.state !== 'read' || reading.figure.cumulative === source.figure.cumulative) return reading;
  const [given, expected] = [reading.figure.cumulative, source.figure.cumulative];
  return { state: 'invalid', problem: { is: 'differs', field: 'numerator', given, expected } };
}

function withinWhole({ indicators }: Subject, indicator: Indicator, own: Readings): CellReading {
  const figure = figureOf(own, indicator.code);
  const reading = own.get(indicator.code) ?? { state: 'empty' };
  if (figure === null) return reading;
  const whole = indicators.find(({ code }) => code === indicator.partOf);
  const wholeFigure = figureOf(own, indicator.partOf);
  const above = whole === undefined || wholeFigure === null ? null : { ...wholeFigure, scale: whole.scale };
  const [exceeded] = exceededBy({ ...figure, scale: indicator.scale }, above);
  if (exceeded === 'denominator') return exceeds('denominator', figure.cumulative, figure.denominator ?? 0);
  if (exceeded === 'whole') return exceeds('cumulative', figure.cumulative, above?.cumulative ?? 0);
  return reading;
}

const exceeds = (field: 'denominator' | 'cumulative', part: number, whole: number): CellReading => ({
  state: 'invalid',
  problem: { is: 'exceeds', field, part, whole },
});
