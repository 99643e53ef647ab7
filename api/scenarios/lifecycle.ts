/** A reply's scenario as the measures take it. Pure; in the browser the same as on the server. */
import { inBaseUnits } from '../figures/figure-text.ts';
import type { Indicator } from '../indicators/contract.ts';
import type { Scenario } from '../measures/scenario.ts';
import { shareScale, type Figure, type LevelConditions } from '../measures/vocabulary.ts';
import type { ScenarioContext } from './contract.ts';

/** The scenario of a context: what is judged by the conditions of the rule of the month asked for. */
export function scenarioOf(
  context: ScenarioContext,
  { kind, scale, decimals, curve }: Pick<Indicator, 'kind' | 'scale' | 'decimals' | 'curve'>,
  conditions: LevelConditions,
): Scenario {
  const { year, month, target, baseline, ownCurve, peersCompletion, history } = context;
  const errors = history.errors.map((of) => of.map((error) => (error === 'infinite' ? Infinity : (error ?? 0))));
  return {
    input: {
      kind,
      scale,
      decimals,
      year,
      month,
      target: target === null ? null : inBaseUnits(target, kind === 'ratio' ? shareScale : scale),
      points: ownCurve?.points ?? curve.points,
      ownYears: ownCurve?.years ?? null,
      conditions,
      figures: toFigures(context.figures, scale),
      baseline: baseline === null ? null : inBaseUnits(baseline, scale),
      lastYear: toFigures(context.lastYear, scale),
      peersCompletion,
    },
    history: {
      years: history.years.map((one) => ({ year: one })),
      season: history.season,
      errorsAt: (end) => errors[end - 1] ?? [],
    },
  };
}

const toFigures = (figures: ScenarioContext['figures'], scale: number): readonly Figure[] =>
  figures.map(({ cumulative, denominator, ...of }) => ({
    ...of,
    cumulative: inBaseUnits(cumulative, scale),
    denominator: denominator === null ? null : inBaseUnits(denominator, scale),
  }));
