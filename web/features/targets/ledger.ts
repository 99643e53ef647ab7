/** How a year's targets lie in their page. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import { dayParts } from '#api/measures/calendar.ts';
import type { Region } from '#api/regions/contract.ts';
import type { TargetCell, TargetStep } from '#api/targets/contract.ts';
import { targetAt } from '#api/targets/lifecycle.ts';

/** A cell in an address: `330300-prefab-area`. */
export function cellKey({ region, indicator }: Pick<TargetCell, 'region' | 'indicator'>): string {
  return `${region}-${indicator}`;
}

/** The cell that an address opens; null where it names none of this year. */
export function openCell(cells: readonly TargetCell[], open: string | undefined): TargetCell | null {
  return cells.find((cell) => cellKey(cell) === open) ?? null;
}

/** The target that the year ends with; null where none is set. */
export function yearTarget({ steps }: Pick<TargetCell, 'steps'>): TargetStep | null {
  return targetAt(steps, 12);
}

/** One region's cells, in the order of the indicators. */
export interface TargetRow {
  readonly region: Region;
  readonly cells: readonly TargetCell[];
}

/** A row a region, in the order of `regions`; regions without cells are left out. */
export function targetRows(
  cells: readonly TargetCell[],
  regions: readonly Region[],
  indicators: readonly Indicator[],
): readonly TargetRow[] {
  return regions.flatMap((region) => {
    const own = indicators.flatMap(({ code }) =>
      cells.filter((cell) => cell.region === region.code && cell.indicator === code),
    );
    return own.length === 0 ? [] : [{ region, cells: own }];
  });
}

/** The rows that a sum counts once each: not the province's, and none that others lie below. */
export function reportingRows(rows: readonly TargetRow[]): readonly TargetRow[] {
  return rows.filter(({ region }) => region.parent !== null && rows.every((row) => row.region.parent !== region.code));
}

/** The cities' targets of an indicator together, in its unit. */
export interface TargetSum {
  /** Null where no city has one, and for a ratio, whose shares do not add up. */
  readonly amount: number | null;
  readonly set: number;
  readonly of: number;
}

/** Σ of the cities' targets, each counted in base units, so that no fraction is lost on the way. */
export function sumOfCities(
  rows: readonly TargetRow[],
  indicator: Pick<Indicator, 'code' | 'kind' | 'scale'>,
): TargetSum {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.indicator === indicator.code));
  const amounts = cells.flatMap((cell) => yearTarget(cell)?.amount ?? []);
  const total = amounts.reduce((sum, amount) => sum + Math.round(amount * indicator.scale), 0);
  const hasSum = amounts.length > 0 && indicator.kind !== 'ratio';
  return { amount: hasSum ? total / indicator.scale : null, set: amounts.length, of: cells.length };
}

/** How the cities' sum of an indicator comes about and stands to the province's own target, in its unit. */
export interface SumProof {
  readonly indicator: Indicator;
  /** The cities' targets that are added, in the order of the rows. */
  readonly terms: readonly number[];
  readonly sum: number;
  readonly own: number | null;
  /** The sum less the province's own target; null where it has none. */
  readonly difference: number | null;
}

/** The sums that the page shows, with what they are of; ratios, whose shares do not add up, are left out. */
export function sumProofs(rows: readonly TargetRow[], indicators: readonly Indicator[]): readonly SumProof[] {
  const cities = reportingRows(rows);
  const targetOf = (row: TargetRow | undefined, code: string): number | null => {
    const cell = row?.cells.find((one) => one.indicator === code);
    return cell === undefined ? null : (yearTarget(cell)?.amount ?? null);
  };
  const province = rows.find(({ region }) => region.parent === null);
  return indicators.flatMap((indicator): SumProof[] => {
    const { amount: sum } = sumOfCities(cities, indicator);
    if (sum === null) return [];
    const { code, scale } = indicator;
    const own = targetOf(province, code);
    const difference = own === null ? null : (Math.round(sum * scale) - Math.round(own * scale)) / scale;
    return [{ indicator, terms: cities.flatMap((row) => targetOf(row, code) ?? []), sum, own, difference }];
  });
}

/** The months of a year that have begun and that a target judges from its effective month on; null where none has. */
export function judgedMonths(
  year: number,
  effectiveMonth: number,
  today: string,
): { readonly from: number; readonly to: number } | null {
  const now = dayParts(today);
  const begun = year < now.year ? 12 : year === now.year ? now.month : 0;
  return effectiveMonth > begun ? null : { from: effectiveMonth, to: begun };
}
