/** Next year's targets as they are drafted from this year's, in base units. Pure. */
import {
  formatFigure,
  inBaseUnits,
  inUnit,
  readFigure,
  type FigureFormat,
  type FigureReading,
} from '#api/figures/figure-text.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { draftTarget } from '#api/measures/target-draft.ts';
import { shareScale } from '#api/measures/vocabulary.ts';
import type { TargetStep } from '#api/targets/contract.ts';
import { readTarget, typedFormat } from '#api/targets/lifecycle.ts';
import { isRecord } from '../../../ui/is-record.ts';
import { cellKey, reportingRows, yearTarget, type TargetRow } from '../ledger.ts';

type Texts = Readonly<Record<string, string>>;

/** What was typed: by indicator the growth and the rounding, by cell the targets that were written over. */
export interface TypedDraft {
  readonly growths: Texts;
  readonly roundings: Texts;
  readonly cells: Texts;
}

export const emptyDraft: TypedDraft = { growths: {}, roundings: {}, cells: {} };

/** A kept draft; null where it is none. */
export function readDraft(kept: unknown): TypedDraft | null {
  if (!isRecord(kept)) return null;
  const { growths, roundings, cells } = kept;
  return isTexts(growths) && isTexts(roundings) && isTexts(cells) ? { growths, roundings, cells } : null;
}

const isTexts = (value: unknown): value is Texts =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

/**
 * The year that a page drafts: its own where that is to come or has no targets yet, else the next. It is drafted from the
 * year before it; null for years that are over.
 */
export function draftedYear(year: number, running: number, isAnySet: boolean): number | null {
  if (year < running) return null;
  return year > running || !isAnySet ? year : year + 1;
}

/** Hundredths of a per cent, or of a point: `-2.5` is −250. */
const growthFormat = { scale: 100, decimals: 2, signed: true, unit: { zh: '%', en: '%' } } as const;

/** The growth as it is typed; null where none is. */
export function growthOf(typed: TypedDraft, { code }: Pick<Indicator, 'code'>): FigureReading | null {
  const text = typed.growths[code]?.trim() ?? '';
  return text === '' ? null : readFigure(text, growthFormat);
}

/** The multiples that a target may be rounded to, in its unit: from its last decimal on. */
export function roundingsOf(indicator: Indicator): readonly string[] {
  const { decimals } = typedFormat(indicator);
  const whole = ['1', '5', '10', '50', '100'];
  return [...(decimals > 0 ? [(1 / 10 ** decimals).toFixed(decimals)] : []), ...whole];
}

/** The rounding that is chosen: to whole units until another is. */
export const roundingOf = (typed: TypedDraft, { code }: Pick<Indicator, 'code'>): string =>
  typed.roundings[code] ?? '1';

/** Base units of a target as the API tells it, a ratio's ten-thousandths. */
export function baseUnits(amount: number, { kind, scale }: Pick<Indicator, 'kind' | 'scale'>): number {
  return inBaseUnits(amount, kind === 'ratio' ? shareScale : scale);
}

/** The inverse, for what is shown. */
export function inIndicatorUnit(amount: number, { kind, scale }: Pick<Indicator, 'kind' | 'scale'>): number {
  return inUnit(amount, kind === 'ratio' ? shareScale : scale);
}

/** A region's target of an indicator, this year's and the drafted one. */
export interface DraftCell {
  readonly row: TargetRow;
  readonly key: string;
  readonly base: TargetStep | null;
  /** As it stands in the field. */
  readonly text: string;
  /** Base units; null where the field is empty or cannot be read. */
  readonly amount: number | null;
  readonly isWrong: boolean;
  /** Whether it was written over by hand. */
  readonly isTyped: boolean;
}

/** An indicator's column of the draft, the regions in the order of the rows. */
export function draftColumn(rows: readonly TargetRow[], indicator: Indicator, typed: TypedDraft): readonly DraftCell[] {
  return rows.flatMap((row): DraftCell[] => {
    const cell = row.cells.find((one) => one.indicator === indicator.code);
    if (cell === undefined) return [];
    const key = cellKey(cell);
    const base = yearTarget(cell);
    const written = typed.cells[key];
    const text = written ?? draftedText(base, indicator, typed);
    const reading = readTarget(text, indicator);
    return [
      {
        row,
        key,
        base,
        text,
        amount: reading.ok ? reading.value : null,
        isWrong: !reading.ok && text.trim() !== '',
        isTyped: written !== undefined,
      },
    ];
  });
}

function draftedText(base: TargetStep | null, indicator: Indicator, typed: TypedDraft): string {
  const format: FigureFormat = typedFormat(indicator);
  const growth = growthOf(typed, indicator);
  const step = readFigure(roundingOf(typed, indicator), format);
  if (growth?.ok !== true || !step.ok) return '';
  const before = base === null ? null : baseUnits(base.amount, indicator);
  const drafted = draftTarget(before, { kind: indicator.kind, growth: growth.value, step: step.value });
  return drafted === null ? '' : formatFigure(drafted, format);
}

/** The drafted targets of the cities together beside the province's own, in base units. */
export interface DraftSum {
  /** Null where no city has one, and for a ratio, whose shares do not add up. */
  readonly sum: number | null;
  readonly set: number;
  readonly of: number;
  /** What is added, in the order of the rows. */
  readonly terms: readonly number[];
  readonly own: number | null;
  /** The sum less the province's own; null where either is missing. */
  readonly difference: number | null;
}

export function draftSum(column: readonly DraftCell[], { kind }: Pick<Indicator, 'kind'>): DraftSum {
  const counted = new Set(reportingRows(column.map(({ row }) => row)));
  const cities = column.filter(({ row }) => counted.has(row));
  const amounts = cities.flatMap(({ amount }) => amount ?? []);
  const hasSum = amounts.length > 0 && kind !== 'ratio';
  const sum = hasSum ? amounts.reduce((total, amount) => total + amount, 0) : null;
  const own = column.find(({ row }) => row.region.parent === null)?.amount ?? null;
  const difference = sum === null || own === null ? null : sum - own;
  return { sum, set: amounts.length, of: cities.length, terms: amounts, own, difference };
}

/** The draft as the block that is issued, in the CSV of a pasted table: only what is drafted, by codes; null where nothing is. */
export function draftTable(
  rows: readonly TargetRow[],
  indicators: readonly Indicator[],
  typed: TypedDraft,
): string | null {
  const columns = indicators
    .map((indicator) => ({ code: indicator.code, cells: draftColumn(rows, indicator, typed) }))
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  if (columns.length === 0) return null;
  const lines = rows.map(({ region }) => [
    region.code,
    ...columns.map(({ cells }) => cells.find(({ row }) => row.region.code === region.code)?.text ?? ''),
  ]);
  const head = ['', ...columns.map(({ code }) => code)];
  return [head, ...lines].map((line) => line.map(quoted).join(',')).join('\n');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
