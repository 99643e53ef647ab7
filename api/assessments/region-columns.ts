/**
 * One region's accepted figures of a year and of the year before in columns of numbers: a nation has two thirds of a million
 * of them, which as rows would fill half a gigabyte. Rows are made of them again for whoever computes with one region.
 */
import type { AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { TargetChange } from '#db/targets.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { Figure } from '../measures/vocabulary.ts';

/** A target as far as it judges a month. */
export type TargetOfMonth = Pick<TargetChange, 'indicator' | 'sequence' | 'effectiveMonth' | 'amount'>;

export interface RegionColumns {
  readonly targets: readonly TargetOfMonth[];
  /** The months of the year with an accepted submission, as bits, January the lowest. */
  readonly accepted: number;
  /** Whether any of these figures and targets is invented for the demonstration. */
  readonly invented: boolean;
  /** Of the year, and of the year before; null where nothing was accepted in it. */
  readonly figures: Columns | null;
  readonly lastYear: Columns | null;
}

/** By indicator and month; `days` are those of the month, 0 where there is no figure. */
interface Columns {
  readonly year: number;
  readonly days: Uint8Array;
  readonly cumulatives: Float64Array;
  /** Null where none has a denominator; NaN in the place of those that have none. */
  readonly denominators: Float64Array | null;
}

/** The columns of one year's rows; a row of an indicator that is not among these is left out. */
export function columnsOf(
  rows: readonly AcceptedFigure[],
  year: number,
  places: ReadonlyMap<string, number>,
): Columns | null {
  const own = rows.filter((row) => row.year === year && places.has(row.indicator));
  if (own.length === 0) return null;
  const size = places.size * 12;
  const hasDenominators = own.some(({ denominator }) => denominator !== null);
  const columns = {
    year,
    days: new Uint8Array(size),
    cumulatives: new Float64Array(size),
    denominators: hasDenominators ? new Float64Array(size).fill(Number.NaN) : null,
  };
  for (const { indicator, month, asOf, cumulative, denominator } of own) {
    const at = (places.get(indicator) ?? 0) * 12 + month - 1;
    columns.days[at] = Number(asOf.slice(8));
    columns.cumulatives[at] = cumulative;
    if (columns.denominators !== null && denominator !== null) columns.denominators[at] = denominator;
  }
  return columns;
}

/** The figures of an indicator by its place, by month. */
export function figuresOf(columns: Columns | null, place: number): readonly Figure[] {
  const figures: Figure[] = [];
  if (columns === null) return figures;
  for (let month = 1; month <= 12; month += 1) {
    const at = place * 12 + month - 1;
    const day = columns.days[at] ?? 0;
    if (day === 0) continue;
    const denominator = columns.denominators?.[at] ?? Number.NaN;
    figures.push({
      month,
      asOf: dayOf(columns.year, month, day),
      cumulative: columns.cumulatives[at] ?? 0,
      denominator: Number.isNaN(denominator) ? null : denominator,
    });
  }
  return figures;
}

const dayOf = (year: number, month: number, day: number): string =>
  `${lastDayOfMonth(year, month).slice(0, 8)}${String(day).padStart(2, '0')}`;

/** The place of each indicator in the columns. */
export const placesOf = (indicators: readonly IndicatorRow[]): ReadonlyMap<string, number> =>
  new Map(indicators.map(({ code }, place) => [code, place]));
