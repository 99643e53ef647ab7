/** From a back-scheduled plan as it was typed to the plan that is kept, or to everything that is wrong with it. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import { formatFigure, readFigure } from '../figures/figure-text.ts';
import { formatOf, nameOf, problemOf } from '../figures/read-figures.ts';
import { pointerTo } from '../http/pointer.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import { planPeriods } from '../measures/back-plan.ts';
import type { Gap } from './base.ts';
import type { BackPlan, BackPlanIn } from './contract.ts';

/**
 * Reads a plan against what is left now. Its parts are the periods that are left, each once and in order, and sum exactly to the
 * remaining amount: an amount finer than the indicator's decimals is taken as far as base units go, because what is left may be.
 * @throws Problem `back-plan-periods`, `back-plan-sum`, `back-plan-project`, or a figure's, with a pointer for every field
 */
export function readPlan(
  input: BackPlanIn,
  {
    year,
    gap,
    indicator,
    ledger,
  }: {
    readonly year: number;
    readonly gap: Gap;
    readonly indicator: IndicatorRow;
    /** The ids of the city's projects. */
    readonly ledger: ReadonlySet<string>;
  },
): BackPlan {
  const periods = planPeriods(year, gap.asOf);
  const fits = periods.every(
    ({ month, part }, at) => input.parts[at]?.month === month && input.parts[at].part === part,
  );
  if (!fits || periods.length !== input.parts.length) throw new Problem('back-plan-periods', { day: gap.asOf });
  const readings = input.parts.map(({ amount }) => readFigure(amount, finest(indicator)));
  const wrong = readings.flatMap((reading, at): readonly ProblemPointer[] =>
    reading.ok ? [] : [amountProblem(reading, indicator, at)],
  );
  const unknown = input.projects.flatMap((id, at): readonly ProblemPointer[] =>
    ledger.has(id) ? [] : [{ pointer: pointerTo(['projects', String(at)]), code: 'back-plan-project', values: {} }],
  );
  const problem = problemOf([...wrong, ...unknown]);
  if (problem !== null) throw problem;
  const parts = periods.map((period, at) => {
    const reading = readings[at];
    return { ...period, amount: reading?.ok ? reading.value : 0 };
  });
  requireSum(parts, gap, indicator);
  const { asOf, target, reached } = gap;
  return { asOf, target, reached, parts, measures: input.measures, projects: [...new Set(input.projects)] };
}

const finest = (indicator: IndicatorRow) => ({ ...formatOf(indicator), decimals: String(indicator.scale).length - 1 });

function requireSum(parts: BackPlan['parts'], { remaining }: Gap, indicator: IndicatorRow): void {
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  if (sum === remaining) return;
  const said = (amount: number) => formatFigure(amount, indicator);
  const values = {
    sum: said(sum),
    remaining: said(remaining),
    difference: said(sum - remaining),
    unit: { zh: indicator.unitZh, en: indicator.unitEn },
  };
  throw new Problem('back-plan-sum', values, {
    pointers: [{ pointer: pointerTo(['parts']), code: 'back-plan-sum', values }],
  });
}

function amountProblem(
  { code, text }: Extract<ReturnType<typeof readFigure>, { ok: false }>,
  indicator: IndicatorRow,
  at: number,
): ProblemPointer {
  const { decimals, unit } = finest(indicator);
  const values = { indicator: nameOf(indicator), text, decimals, unit: unit ?? { zh: '', en: '' } };
  return { pointer: pointerTo(['parts', String(at), 'amount']), code, values };
}
