/** What moves between a year as it stands and as it would be. Pure. */
import { cityStanding, type IndicatorStanding } from '../assessments/city-standing.ts';
import { reportingAt, rowsOf, type ForecastSnapshot } from '../assessments/snapshot.ts';
import { inUnit } from '../figures/figure-text.ts';
import { projectionOf } from '../standings/forecasts.ts';
import { presentStanding } from '../standings/present.ts';
import { provinceOf, standCities } from '../standings/replies.ts';
import type { Effect, EffectAt, MovedCity, MovedIndicator } from './contract.ts';
import type { MonthChange } from './hypothetical.ts';

/** Two states of a year: as it stands, and as it would be. */
export interface Years {
  readonly before: ForecastSnapshot;
  readonly after: ForecastSnapshot;
}

/**
 * What moves for a city and, where `isWhole`, for the others and the province: at the month of the change and at the
 * newest month with figures. `isWhole` is false for a bureau: then nothing of another city is looked at.
 */
export function effectOf(
  years: Years,
  { region, changes, isWhole }: { region: string; changes: readonly MonthChange[]; isWhole: boolean },
): Effect {
  const { year, months } = years.before;
  const [month = 1] = changes.map((change) => change.month);
  const newest = Math.max(month, ...months.filter((one) => one.year === year).map((one) => one.month));
  return {
    region,
    year,
    month,
    figures: changes.flatMap((change) => changedFigures(years.before, region, change)),
    months: [...new Set([month, newest])].map((at) =>
      isWhole ? wholeEffectAt(years, region, at) : ownEffectAt(years, region, at),
    ),
  };
}

function changedFigures(
  snapshot: ForecastSnapshot,
  region: string,
  { month, figures }: MonthChange,
): Effect['figures'] {
  return snapshot.indicators.flatMap(({ code, scale }) => {
    const after = figures.find(({ indicator }) => indicator === code);
    if (after === undefined) return [];
    const before = rowsOf(snapshot.figures, region, code).find((row) => row.month === month);
    const amounts = (of: { cumulative: number; denominator?: number | null | undefined }) => ({
      cumulative: inUnit(of.cumulative, scale),
      denominator: inUnit(of.denominator ?? null, scale),
    });
    return [{ month, indicator: code, before: before === undefined ? null : amounts(before), after: amounts(after) }];
  });
}

function ownEffectAt(years: Years, region: string, month: number): EffectAt {
  const [before, after] = [standingAt(years.before, region, month), standingAt(years.after, region, month)];
  return {
    month,
    city: { region, level: { before: before.level, after: after.level }, rank: null },
    indicators: movedOf(
      before.indicators.map((one) => lineOf(one, years.before)),
      after.indicators.map((one) => lineOf(one, years.after)),
    ),
    others: [],
    province: null,
  };
}

function wholeEffectAt(years: Years, region: string, month: number): EffectAt {
  const cities = { before: standCities(years.before, month), after: standCities(years.after, month) };
  const province = {
    before: provinceOf(years.before, cities.before, month),
    after: provinceOf(years.after, cities.after, month),
  };
  const moved = cities.before.flatMap((city, index): MovedCity[] => {
    const at = cities.after.findIndex((one) => one.region.code === city.region.code);
    const level = { before: city.level, after: cities.after[at]?.level ?? city.level };
    return [{ region: city.region.code, level, rank: { before: index + 1, after: at + 1 } }];
  });
  const own = ownEffectAt(years, region, month);
  return {
    ...own,
    city: moved.find((city) => city.region === region) ?? own.city,
    others: moved.filter((city) => city.region !== region && hasMoved(city)),
    province: {
      level: { before: province.before.level, after: province.after.level },
      indicators: movedOf(province.before.indicators, province.after.indicators),
    },
  };
}

const hasMoved = ({ level, rank }: MovedCity): boolean =>
  level.before !== level.after || (rank !== null && rank.before !== rank.after);

function standingAt(snapshot: ForecastSnapshot, code: string, month: number) {
  const region = reportingAt(snapshot, month, code).find((one) => one.code === code);
  if (region === undefined) throw new Error(`${code} does not report month ${month}`);
  return cityStanding(snapshot, region, month);
}

/** An indicator of a city or of the province as it is compared. */
type Line = { readonly indicator: string; readonly level: MovedIndicator['level']['before'] } & Readonly<
  Record<(typeof numbers)[number], number | null>
>;

const numbers = ['actual', 'completion', 'gapPoints', 'projection'] as const;

const lineOf = (one: IndicatorStanding, snapshot: ForecastSnapshot): Line => ({
  ...presentStanding(one),
  projection: projectionOf(one, snapshot),
});

/** The indicators of which anything is different. */
function movedOf(before: readonly Line[], after: readonly Line[]): MovedIndicator[] {
  return before.flatMap((was) => {
    const is = after.find(({ indicator }) => indicator === was.indicator);
    if (is === undefined || (was.level === is.level && numbers.every((name) => was[name] === is[name]))) return [];
    const both = (name: (typeof numbers)[number]) => ({ before: was[name], after: is[name] });
    return [
      {
        indicator: was.indicator,
        level: { before: was.level, after: is.level },
        actual: both('actual'),
        completion: both('completion'),
        gapPoints: both('gapPoints'),
        projection: both('projection'),
      },
    ];
  });
}
