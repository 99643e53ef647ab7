import type { RegionRow } from '#db/regions.ts';
import { reportingAt, rowsOf, type ForecastSnapshot, type Grouped } from '../assessments/snapshot.ts';

/** What a reply shows: which regions, how far into the year, and whether figures that wait for review are among it. */
interface Shown {
  readonly regions: readonly RegionRow[];
  readonly month: number;
  readonly pending: boolean;
}

/**
 * Whether anything that a reply shows or counts from was invented for the demonstration: targets, figures of the year,
 * those of last year, from which baselines and growth come, and the completed years of any region, by which it forecasts.
 */
export function isInvented(snapshot: ForecastSnapshot, { regions, month, pending }: Shown): boolean {
  if ([...snapshot.history.values()].some(({ invented }) => invented)) return true;
  return regions.some(({ code }) =>
    snapshot.indicators.some((indicator) => {
      const rowsIn = <Row>(grouped: Grouped<Row>) => rowsOf(grouped, code, indicator.code);
      return [
        ...rowsIn(snapshot.targets),
        ...rowsIn(snapshot.lastYear),
        ...rowsIn(snapshot.figures).filter((row) => row.month <= month),
        ...(pending ? rowsIn(snapshot.pending) : []),
      ].some(({ origin }) => origin === 'invented');
    }),
  );
}

/** As `isInvented`, of a reply with the province's sums in it, which every city and the province's own targets make. */
export function isProvinceInvented(snapshot: ForecastSnapshot, month: number): boolean {
  return isInvented(snapshot, {
    regions: [snapshot.regions.root, ...reportingAt(snapshot, month)],
    month,
    pending: false,
  });
}
