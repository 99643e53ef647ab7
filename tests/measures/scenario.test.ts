import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorHistory } from '#api/measures/backtest.ts';
import { forecast } from '#api/measures/forecast.ts';
import { asRecently, monthsToCome, neededBy, tryMonths, type Scenario } from '#api/measures/scenario.ts';
import { standing } from '#api/measures/standing.ts';
import type { StandingInput } from '#api/measures/vocabulary.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { figure, input, monthly, monthlyShares, september, wan } from './inputs.ts';

const history = indicatorHistory([]);
const of = (one: StandingInput): Scenario => ({ input: one, history });
const wenzhou = of(
  input('flow', 'three-measures', monthly(september.map(wan)), { target: wan(600), points: starts2019Points }),
);
const flow = (...amounts: readonly number[]) => amounts.map((one) => ({ cumulative: wan(one), denominator: null }));
const sumOf = (additions: readonly { readonly cumulative: number }[] | null) =>
  (additions ?? []).reduce((sum, { cumulative }) => sum + cumulative, 0);

describe('months that are tried', () => {
  it('are those after the latest figure, and its own where that is of its middle', () => {
    expect(monthsToCome(wenzhou)).toEqual([10, 11, 12]);
    const middle = [...monthly(september.map(wan)), figure(10, wan(400), { asOf: '2020-10-16' })];
    expect(monthsToCome(of({ ...wenzhou.input, figures: middle, month: 10 }))).toEqual([10, 11, 12]);
    expect(monthsToCome(of({ ...wenzhou.input, figures: [] }))).toHaveLength(12);
    expect(
      monthsToCome(of({ ...wenzhou.input, figures: monthly(Array.from({ length: 12 }, () => 1)), month: 12 })),
    ).toEqual([]);
  });

  it('stand as they would if their reports were accepted', () => {
    // The worked example: 69.55 leads to watch in October, 117.82 to on pace.
    expect(tryMonths(wenzhou, flow(69.54, 0, 0))[0]?.standing.level).toBe('behind');
    expect(tryMonths(wenzhou, flow(69.55, 0, 0))[0]?.standing.level).toBe('watch');
    const [october, november, december] = tryMonths(wenzhou, flow(117.82, 100, 34.18));
    expect(october?.standing.level).toBe('on-pace');
    expect([november?.figure.cumulative, december?.figure.cumulative]).toEqual([wan(565.82), wan(600)]);
    expect(december?.standing.level).toBe('achieved');
    const accepted = { ...wenzhou.input, month: 10, figures: [...wenzhou.input.figures, figure(10, wan(465.82))] };
    expect({ ...october?.standing, wayOut: [] }).toEqual({ ...standing(accepted), wayOut: [] });
    expect(october?.forecast).toEqual(forecast({ ...accepted, history }));
  });

  it('replace a figure of the middle of their first month by its end', () => {
    const middle = [...monthly(september.map(wan)), figure(10, wan(400), { asOf: '2020-10-16' })];
    const [october] = tryMonths(of({ ...wenzhou.input, figures: middle, month: 10 }), flow(65.82, 0, 0));
    expect(october?.figure).toEqual(figure(10, wan(465.82)));
    expect(october?.standing.level).toBe('on-pace');
  });

  it('go on as recently up to the forecast, in what can be typed', () => {
    const { point } = forecast({ ...wenzhou.input, history });
    const additions = asRecently(wenzhou);
    expect(Math.abs(wan(348) + sumOf(additions) - (point ?? 0))).toBeLessThanOrEqual(50);
    expect(additions.every(({ cumulative }) => cumulative % 100 === 0)).toBe(true);
  });

  it('presume the denominators of a ratio along the curve', () => {
    // 60 of 240 at the end of June on the linear curve: 40 a month are to come, a quarter of each as before.
    const share = of(
      input(
        'ratio',
        'three-measures',
        monthlyShares(
          [
            [10, 40],
            [20, 80],
            [30, 120],
            [40, 160],
            [50, 200],
            [60, 240],
          ].map(([n = 0, d = 0]) => [wan(n), wan(d)]),
        ),
      ),
    );
    expect(asRecently(share)[0]).toEqual({ cumulative: wan(10), denominator: wan(40) });
    expect(tryMonths(share, asRecently(share)).at(-1)?.figure).toMatchObject({
      cumulative: wan(120),
      denominator: wan(480),
    });
  });
});

describe('what it would take', () => {
  it('is by the next month end what the way out says', () => {
    expect(sumOf(neededBy(wenzhou, 'watch', 10))).toBe(wan(69.55));
    expect(sumOf(neededBy(wenzhou, 'on-pace', 10))).toBe(wan(117.82));
    expect(sumOf(neededBy(wenzhou, 'achieved', 12))).toBe(wan(252));
  });

  it('is tight, and its parts sum exactly: one unit in the last decimal less does not reach the level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 3, maxLength: 11 }),
        fc.constantFrom('watch' as const, 'on-pace' as const, 'achieved' as const),
        fc.nat(8),
        (increments, level, later) => {
          let sum = 0;
          const figures = monthly(increments.map((one) => (sum += one * 100)));
          const scenario = of(input('flow', 'three-measures', figures, { target: wan(600), points: starts2019Points }));
          const by = Math.min(12, increments.length + 1 + later);
          const needed = neededBy(scenario, level, by);
          if (needed === null) return;
          const reached = tryMonths(scenario, needed).find(({ month }) => month === by)?.standing.level ?? 'no-data';
          const order = ['achieved', 'on-pace', 'watch', 'behind'];
          expect(order.indexOf(reached)).toBeLessThanOrEqual(order.indexOf(level));
          expect(needed.every(({ cumulative }) => cumulative >= 0 && cumulative % 100 === 0)).toBe(true);
          const last = needed.findLastIndex(({ cumulative }) => cumulative > 0);
          if (last === -1) return;
          const less = needed.map((one, index) =>
            index === last ? { ...one, cumulative: one.cumulative - 100 } : one,
          );
          const short = tryMonths(scenario, less).find(({ month }) => month === by)?.standing.level ?? 'no-data';
          expect(order.indexOf(short)).toBeGreaterThan(order.indexOf(level));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is nothing where no amount up to the target reaches the level', () => {
    expect(neededBy(of({ ...wenzhou.input, target: null }), 'achieved', 12)).toBeNull();
    expect(neededBy(wenzhou, 'achieved', 9)).toBeNull();
  });
});
