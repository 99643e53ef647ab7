/** A form as a whole: from a stored version to typed texts, and from typed texts to what is sent. */
import type { Draft, SubmissionVersion } from '#api/submissions/contract.ts';
import type { Absence } from '#api/figures/absence.ts';
import type { FigureIn } from '#api/figures/contract.ts';
import { asOfRefusal } from '#api/submissions/as-of-refusal.ts';
import { isDay } from '#api/measures/calendar.ts';
import { absentRow, emptyRow, figureIn, readRows, typeAmount, typedFrom } from './cells.ts';
import type { Outgoing } from './draft-session.ts';
import type { CellAddress, PlacedText } from './grid.ts';
import { figuresOf } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { FigureField, TextField, TypedRow, TypedSheet } from './typed.ts';

/** What of a version a form shows. */
export type Content = Pick<SubmissionVersion, 'figures' | 'asOf' | 'absences' | 'words' | TextField>;

/** The texts of a stored version; an untouched form where there is none. */
export function sheetOf({ submission, indicators, bases }: Subject, version: Content | null): TypedSheet {
  const figures = figuresOf(version);
  const rows = indicators.map((indicator): [string, TypedRow] => {
    const absence = version?.absences[indicator.code];
    if (absence !== undefined) return [indicator.code, absentRow(indicator, absence)];
    const source = indicator.numeratorFrom === null ? undefined : figures.get(indicator.numeratorFrom);
    const base = bases.get(indicator.code) ?? null;
    return [indicator.code, typedFrom(indicator, figures.get(indicator.code), base, source)];
  });
  return {
    figures: Object.fromEntries(rows),
    asOf: version?.asOf ?? submission.asOf.usual,
    note: version?.note ?? '',
    cause: version?.cause ?? '',
    remedies: version?.remedies ?? '',
    words: version?.words ?? {},
  };
}

/** A form after a row was answered without a number, or was to take a number again. */
export function answerRow(subject: Subject, sheet: TypedSheet, code: string, absence: Absence | null): TypedSheet {
  const indicator = subject.indicators.find((one) => one.code === code);
  if (indicator === undefined) return sheet;
  const row = absence === null ? emptyRow(indicator) : absentRow(indicator, absence);
  return { ...sheet, figures: { ...sheet.figures, [code]: row } };
}

/** A form after a text was typed into one of its cells. */
export function typeInto(subject: Subject, sheet: TypedSheet, at: CellAddress, text: string): TypedSheet {
  const indicator = subject.indicators.find(({ code }) => code === at.code);
  if (indicator === undefined) return sheet;
  const row = sheet.figures[at.code] ?? emptyRow(indicator);
  return { ...sheet, figures: { ...sheet.figures, [at.code]: typedRowAfter(subject, row, indicator, at.field, text) } };
}

/**
 * A form after a cell was left: a numerator that was emptied, or says what it is to follow, follows that again, never while
 * somebody types in it.
 */
export function leaveCell(subject: Subject, sheet: TypedSheet, at: CellAddress): TypedSheet {
  const row = sheet.figures[at.code];
  const source = subject.indicators.find(({ code }) => code === at.code)?.numeratorFrom ?? null;
  if (source === null || row === undefined || !('numerator' in row) || row.numerator === null) return sheet;
  const reading = readRows(subject, sheet).get(at.code);
  const agrees = reading?.state === 'read' || (reading?.state === 'invalid' && reading.problem.is === 'exceeds');
  if (row.numerator.trim() !== '' && !agrees) return sheet;
  return { ...sheet, figures: { ...sheet.figures, [at.code]: { ...row, numerator: null } } };
}

/** A form after a block was pasted: a row that gets both of a linked pair keeps both as they stand. */
export function pasteInto(subject: Subject, sheet: TypedSheet, cells: readonly PlacedText[]): TypedSheet {
  return subject.indicators.reduce((before, indicator, row) => {
    const texts = cells.filter((cell) => cell.row === row);
    const [first, second] = fieldsOf(indicator).map((_, column) => texts.find((cell) => cell.column === column)?.text);
    if (indicator.kind !== 'ratio' && first !== undefined && second !== undefined) {
      const pair: TypedRow = { increment: first, cumulative: second, by: 'both' };
      return { ...before, figures: { ...before.figures, [indicator.code]: pair } };
    }
    return texts.reduce((typed, { column, text }) => {
      const field = fieldsOf(indicator)[column];
      if (field === undefined) return typed;
      const at = { code: indicator.code, field };
      return leaveCell(subject, typeInto(subject, typed, at, text), at);
    }, before);
  }, sheet);
}

/** A row's cells from left to right. */
export function fieldsOf(indicator: Pick<Subject['indicators'][number], 'kind'>): readonly FigureField[] {
  return indicator.kind === 'ratio' ? ['numerator', 'denominator'] : ['increment', 'cumulative'];
}

/**
 * What the server is sent. A cell that cannot be read yet keeps what the server had, so that a slip of the finger
 * erases nothing; `complete` says whether there is no such cell.
 */
export function outgoing(
  subject: Subject,
  sheet: TypedSheet,
  acknowledged: Draft | null,
  kind: SubmissionVersion['kind'],
): Outgoing {
  const readings = readRows(subject, sheet);
  const entries = subject.indicators.flatMap((indicator): readonly (readonly [string, FigureIn])[] => {
    const reading = readings.get(indicator.code);
    if (reading?.state === 'read') return [[indicator.code, figureIn(indicator, reading.figure)]];
    if (reading?.state === 'absent') return [[indicator.code, { absence: reading.absence }]];
    const before = acknowledged?.figures[indicator.code];
    return reading?.state === 'invalid' && before !== undefined ? [[indicator.code, before]] : [];
  });
  const dayStands = asOfProblem(subject, sheet.asOf, kind) === null;
  const asOf = dayStands ? sheet.asOf : acknowledged?.asOf;
  const { note, cause, remedies, words } = sheet;
  return {
    body: { figures: Object.fromEntries(entries), ...(asOf !== undefined && { asOf }), note, cause, remedies, words },
    complete: dayStands && [...readings.values()].every(({ state }) => state !== 'invalid'),
  };
}

/** Why the as-of day does not stand, as a problem's code and values; null where it does. */
export function asOfProblem({ submission }: Subject, asOf: string, kind: SubmissionVersion['kind']) {
  if (!isDay(asOf)) return { code: 'no-such-day', values: {} } as const;
  return asOfRefusal(kind, asOf, { versions: submission.versions, window: submission.asOf });
}

function typedRowAfter(
  { bases }: Subject,
  row: TypedRow,
  indicator: Subject['indicators'][number],
  field: FigureField,
  text: string,
): TypedRow {
  if (field === 'increment' || field === 'cumulative') {
    return typeAmount(indicator, field, text, bases.get(indicator.code) ?? null);
  }
  const parts = 'numerator' in row ? row : { numerator: null, denominator: '' };
  if (field === 'denominator') return { ...parts, denominator: text };
  return { ...parts, numerator: text };
}
