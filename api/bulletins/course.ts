/** How the province came to where it stands: what its bulletin draws of a year, month by month. */
import { reportingAt, type ForecastSnapshot } from '../assessments/snapshot.ts';
import { inputOf } from '../assessments/city-standing.ts';
import { inUnit } from '../figures/figure-text.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import { paceAt } from '../measures/curve.ts';
import { provinceSeriesOf } from '../standings/sprint.ts';
import type { BulletinFacts } from './contract.ts';

/** Of each core indicator that adds up over the year: its twelve months, those after `month` with what is expected of them alone. */
export function courseOf(snapshot: ForecastSnapshot, month: number): NonNullable<BulletinFacts['course']> {
  const { year } = snapshot;
  return snapshot.indicators
    .filter(({ core, kind }) => core && kind === 'flow')
    .map((indicator) => {
      const reached = provinceSeriesOf(snapshot, indicator, month);
      const cities = reportingAt(snapshot, month).map(({ code }) => inputOf(snapshot, code, indicator, month));
      const months = Array.from({ length: 12 }, (_, index) => {
        const end = lastDayOfMonth(year, index + 1);
        // A city without a target is asked for nothing; where none has one there is nothing to be on pace with.
        const asked = cities.flatMap(({ target, points }) =>
          target === null ? [] : target * paceAt(points, year, end),
        );
        const sum = asked.length === 0 ? null : Math.round(asked.reduce((all, one) => all + one, 0));
        return {
          month: index + 1,
          actual: reached.find((point) => point.month === index + 1)?.cumulative ?? null,
          expected: sum === null ? null : inUnit(sum, indicator.scale),
        };
      });
      return { indicator: indicator.code, months };
    });
}
