/** A year as it would be with other figures. Pure. */
import type { AcceptedFigure } from '#db/figures.ts';
import type { NewFigure } from '#db/submissions.ts';
import type { ForecastSnapshot, Grouped } from '../assessments/snapshot.ts';
import { compareMonths } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';

/** Figures of one month that would count, base units. */
export interface MonthChange {
  readonly month: number;
  readonly asOf: Day;
  readonly figures: readonly NewFigure[];
}

/**
 * The snapshot in which these figures of a region count. What nothing is changed in stays the same arrays, and the lineage
 * too: standings are kept by what they are computed from, so that only those that could move are computed anew.
 */
export function withChanges(
  snapshot: ForecastSnapshot,
  region: string,
  changes: readonly MonthChange[],
): ForecastSnapshot {
  const own = new Map(snapshot.figures.get(region) ?? []);
  for (const { month, asOf, figures } of changes) {
    for (const { indicator, cumulative, denominator = null, origin, source = null } of figures) {
      const row: AcceptedFigure = {
        region,
        year: snapshot.year,
        month,
        indicator,
        asOf,
        cumulative,
        denominator,
        origin,
        source,
        // Neither decides anything: a snapshot has one row of each figure.
        number: 0,
        decidedAt: null,
      };
      own.set(indicator, withRow(own.get(indicator) ?? [], row));
    }
  }
  const figures: Grouped<AcceptedFigure> = new Map([...snapshot.figures, [region, own]]);
  return { ...snapshot, figures };
}

const withRow = (rows: readonly AcceptedFigure[], row: AcceptedFigure): readonly AcceptedFigure[] =>
  [...rows.filter(({ month }) => month !== row.month), row].toSorted(compareMonths);
