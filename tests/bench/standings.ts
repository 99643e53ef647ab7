/** Standings of 2,850 counties × 8 indicators × 12 months of history, in process: < 150 ms, linear in regions. */
import { presets } from '#api/measures/rule.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { assess } from '#api/measures/assessment.ts';
import { standing, type StandingInput } from '#api/measures/standing.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { median, timed, type Finding } from './measure.ts';

const conditions = presets['three-measures'].flow;

/** Region k of n: figures that grow along the curve, every fifth region well below it. */
function inputs(regions: number): StandingInput[] {
  return Array.from({ length: regions * 8 }, (_, index) => {
    const target = 5_000_000 + (index % 997) * 1000;
    const effort = index % 5 === 0 ? 0.7 : 1.02;
    return {
      kind: 'flow',
      scale: 10_000,
      decimals: 2,
      year: 2020,
      month: 9,
      target,
      points: starts2019Points,
      conditions,
      figures: starts2019Points.map((share, at) => ({
        month: at + 1,
        asOf: lastDayOfMonth(2020, at + 1),
        value: Math.round(target * share * effort),
        denominator: null,
      })),
      baseline: null,
      lastYear: [],
      peersCompletion: null,
    };
  });
}

async function time(regions: number, judge: (input: StandingInput) => unknown): Promise<number> {
  const all = inputs(regions);
  const runs: number[] = [];
  for (let run = 0; run < 9; run += 1) runs.push(await timed(() => all.map(judge)));
  return median(runs.slice(2));
}

export async function measureStandings(): Promise<Finding[]> {
  const few = await time(285, assess);
  const many = await time(2850, assess);
  const withWayOut = await time(2850, standing);
  return [
    {
      budget: 'standings of 2,850 counties × 8 × 12 months < 150 ms',
      figure: `${many.toFixed(0)} ms`,
      met: many < 150,
    },
    {
      budget: 'ten times the regions take about ten times as long (≤ 13)',
      figure: `${(many / few).toFixed(1)} times`,
      met: many / few <= 13,
    },
    { budget: 'the same with the way out of every flagged one', figure: `${withWayOut.toFixed(0)} ms`, met: null },
  ];
}
