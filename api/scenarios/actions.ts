import { cityStanding, type IndicatorStanding } from '../assessments/city-standing.ts';
import { yearsIn } from '../assessments/history.ts';
import { forecastSnapshotOf, reportingAt, type ForecastSnapshot } from '../assessments/snapshot.ts';
import { inUnit } from '../figures/figure-text.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import type { Context } from '../http/context.ts';
import { ownCity, topSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { yearsOf } from '../measures/backtest.ts';
import type { Figure } from '../measures/vocabulary.ts';
import type { ScenarioContext } from './contract.ts';

interface Asked {
  readonly region: string;
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
}

/**
 * What the rest of a city's year on an indicator is tried with.
 * @throws Problem `not-found` for what does not exist and, with the same words, for a city that is not the bureau's own
 */
export async function getScenarioContext(context: Context, asked: Asked): Promise<ScenarioContext> {
  const own = ownCity(context);
  const { region, indicator, year, month } = asked;
  if (own !== null && own !== region) throw new Problem('not-found');
  const key = `scenario ${region} ${indicator} ${year}-${month} ${topSeen(context) ?? 'all'}`;
  return context.replyCache.of(key, async () => {
    const reply = contextOf(await forecastSnapshotOf(context, year), asked, topSeen(context) === null);
    if (reply === null) throw new Problem('not-found');
    return reply;
  });
}

function contextOf(snapshot: ForecastSnapshot, asked: Asked, withOthers: boolean): ScenarioContext | null {
  const { region, indicator: code, year, month } = asked;
  const one = standingOn(snapshot, asked);
  if (one === null) return null;
  const { indicator, input } = one;
  const history = yearsIn(snapshot.history, code);
  const figures = (of: readonly Figure[]) => of.map((figure) => presentFigure(figure, indicator.scale));
  return {
    region,
    indicator: code,
    year,
    month,
    target: input.target === null ? null : targetInUnit(input.target, indicator),
    figures: figures(input.figures.filter((figure) => figure.month <= month)),
    lastYear: figures(input.lastYear),
    baseline: inUnit(input.baseline, indicator.scale),
    ownCurve: one.ownCurve,
    peersCompletion: input.peersCompletion,
    history: {
      years: [...yearsOf(history.years)],
      season: history.season === null ? null : [...history.season],
      errors: Array.from({ length: 12 }, (_, index) =>
        history.errorsAt(index + 1).map((error) => (error === Infinity ? ('infinite' as const) : error)),
      ),
    },
    others: withOthers ? othersOf(snapshot, asked) : null,
  };
}

/** How a city stands on the indicator; null where either is unknown. */
function standingOn(snapshot: ForecastSnapshot, { region, indicator, month }: Asked): IndicatorStanding | null {
  const row = reportingAt(snapshot, month, region).find(({ code }) => code === region);
  if (row === undefined) return null;
  return cityStanding(snapshot, row, month).indicators.find((one) => one.indicator.code === indicator) ?? null;
}

function othersOf(snapshot: ForecastSnapshot, asked: Asked): ScenarioContext['others'] {
  return reportingAt(snapshot, asked.month).flatMap(({ code }) => {
    const one = code === asked.region ? null : standingOn(snapshot, { ...asked, region: code });
    return one === null ? [] : [{ key: code, level: one.standing.level, gapPoints: one.standing.gapPoints }];
  });
}

const presentFigure = ({ month, asOf, cumulative, denominator }: Figure, scale: number) => ({
  month,
  asOf,
  cumulative: inUnit(cumulative, scale),
  denominator: inUnit(denominator, scale),
});
