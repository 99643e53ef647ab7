import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsUnder } from '#api/measures/assessment.ts';
import { daysBetween, lastDayOfMonth, yearPosition } from '#api/measures/calendar.ts';
import { curveProblem, paceAt } from '#api/measures/curve.ts';
import { rank, rankCities } from '#api/measures/ranking.ts';
import { presetNames, presets } from '#api/measures/rule.ts';
import { provinceStanding } from '#api/measures/roll-up.ts';
import { standing } from '#api/measures/standing.ts';
import { levels } from '#api/measures/vocabulary.ts';
import type { Level, StandingInput, WayOut } from '#api/measures/vocabulary.ts';
import { anyCurve, anyDay, anyInput } from './arbitraries.ts';
import { input } from './inputs.ts';

/** The laws that hold for every region, indicator, rule and month. */
const check = (...law: Parameters<typeof fc.assert>) => fc.assert(law[0], { numRuns: 150, seed: 2020, ...law[1] });

const isAtLeast = (level: Level, wanted: Level) => levels.indexOf(level) <= levels.indexOf(wanted);

/** The same input with its latest figure changed by an amount. */
function withLatest(input: StandingInput, amount: number): StandingInput {
  const latest = input.figures.at(-1);
  if (latest === undefined) return input;
  return { ...input, figures: [...input.figures.slice(0, -1), { ...latest, cumulative: latest.cumulative + amount }] };
}

/** The next month's input after a report that adds an amount. */
function afterAdding(input: StandingInput, way: WayOut, add: number): StandingInput {
  const month = Number(way.by.slice(5, 7));
  const latest = input.figures.at(-1);
  if (latest === undefined) return input;
  const denominator = latest.denominator === null ? null : latest.denominator + (way.denominatorAdded ?? 0);
  const next = { month, asOf: way.by, cumulative: latest.cumulative + add, denominator };
  return { ...input, month, figures: [...input.figures.filter((figure) => figure.month < month), next] };
}

describe('the laws of a standing', () => {
  it('the pace of the last day of December is exactly 1, and a year that ends short of its target is never on pace', () => {
    const anyPoints = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 11, maxLength: 11 })
      .map((points) => [...points.toSorted((a, b) => a - b), 1]);
    check(
      fc.property(anyPoints, (points) => {
        expect(paceAt(points, 2020, '2020-12-31')).toBe(1);
      }),
      { numRuns: 20_000 },
    );
    check(
      fc.property(anyPoints, fc.integer({ min: 1, max: 9_999 }), (points, done) => {
        const figures = [{ month: 12, asOf: '2020-12-31', cumulative: done, denominator: null }];
        const given = input('flow', 'three-measures', figures, { scale: 1, decimals: 0, target: 10_000, points });
        expect(['watch', 'behind']).toContain(standing(given).level);
      }),
    );
  });

  it('completion rises with the figure', () => {
    check(
      fc.property(anyInput, fc.integer({ min: 1, max: 100_000 }), (given, amount) => {
        const before = standing(given).completion;
        const after = standing(withLatest(given, amount)).completion;
        if (before !== null && after !== null) expect(after).toBeGreaterThan(before);
      }),
    );
  });

  it('a level never gets better when the figure drops', () => {
    check(
      fc.property(anyInput, fc.integer({ min: 1, max: 100_000 }), (given, amount) => {
        expect(isAtLeast(standing(given).level, standing(withLatest(given, -amount)).level)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a region on the curve has ratio 1, gap 0 and intensity 1 in every month', () => {
    const rising = anyCurve.filter((points) => points.every((point, month) => point > (points[month - 1] ?? 0)));
    check(
      fc.property(
        rising,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 1e9 }),
        (points, month, target) => {
          const figures = points.slice(0, month).map((point, index) => ({
            month: index + 1,
            asOf: lastDayOfMonth(2020, index + 1),
            cumulative: point * target,
            denominator: null,
          }));
          const given = input('flow', 'three-measures', figures, { scale: 1, decimals: 0, month, target, points });
          const result = standing(given);
          expect(result.scheduleRatio).toBeCloseTo(1, 9);
          expect(result.gapPoints).toBeCloseTo(0, 9);
          expect(result.intensity).toBeCloseTo(1, 6);
          expect([result.level, result.monthsBelowPlan]).toEqual(['on-pace', 0]);
        },
      ),
    );
  });

  it('nothing depends on the order of figures, or on figures after the month', () => {
    check(
      fc.property(anyInput, (given) => {
        const shuffled = { ...given, figures: given.figures.toReversed(), lastYear: given.lastYear.toReversed() };
        expect(standing(shuffled)).toEqual(standing(given));
        const later = { month: given.month + 1, asOf: '2020-12-31', cumulative: 9e9, denominator: 9e9 };
        expect(standing({ ...given, figures: [later, ...given.figures] })).toEqual(standing(given));
      }),
    );
  });

  it('what was missing is never 0: without a figure nothing but the target is known', () => {
    check(
      fc.property(anyInput, (given) => {
        const { level, actual, completion, gapAmount, remaining } = standing({ ...given, figures: [] });
        expect([level, actual, completion, gapAmount, remaining]).toEqual(['no-data', null, null, null, null]);
      }),
    );
  });
});

describe('the law of the way out', () => {
  it('that amount reaches the level, one unit in the last decimal less does not', () => {
    let tried = 0;
    check(
      fc.property(anyInput, (given) => {
        const step = given.scale / 10 ** given.decimals;
        const { wayOut } = standing(given);
        for (const way of wayOut.filter(({ add }) => add !== null)) {
          tried += 1;
          const add = way.add ?? 0;
          expect(add % step).toBe(0);
          expect(isAtLeast(standing(afterAdding(given, way, add)).level, way.level)).toBe(true);
          if (add > 0) expect(isAtLeast(standing(afterAdding(given, way, add - step)).level, way.level)).toBe(false);
        }
        for (const way of wayOut.filter(({ add }) => add === null)) {
          const most = way.denominatorAdded ?? 0;
          const room = most - (most % step);
          expect(isAtLeast(standing(afterAdding(given, way, room)).level, way.level)).toBe(
            way.denominatorAdded === null,
          );
        }
      }),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(300);
  });

  it('a better level never asks for less', () => {
    check(
      fc.property(anyInput, (given) => {
        const adds = standing(given).wayOut.map(({ add }) => add ?? Number.POSITIVE_INFINITY);
        expect(adds).toEqual(adds.toSorted((a, b) => a - b));
        // Nor the same: of two levels at one price only the better is offered.
        const prices = adds.filter(Number.isFinite);
        expect(new Set(prices).size).toBe(prices.length);
      }),
    );
  });
});

describe('the laws of the pace', () => {
  it('it never falls, and is 0 before and 1 after the year', () => {
    check(
      fc.property(anyCurve, anyDay, anyDay, (points, one, other) => {
        const [earlier, later] = daysBetween(one, other) >= 0 ? [one, other] : [other, one];
        expect(paceAt(points, 2020, later)).toBeGreaterThanOrEqual(paceAt(points, 2020, earlier));
        expect(paceAt(points, 2019, one)).toBe(1);
        expect(paceAt(points, 2021, one)).toBe(0);
        expect(curveProblem(points)).toBeNull();
      }),
    );
  });

  it('the days of a year follow each other', () => {
    check(
      fc.property(anyDay, anyDay, (one, other) => {
        const days = (Date.parse(other) - Date.parse(one)) / 86_400_000;
        expect(daysBetween(one, other)).toBe(days);
        if (other.startsWith('2020') && one.startsWith('2020')) {
          expect(Math.sign(yearPosition(other) - yearPosition(one))).toBe(Math.sign(days));
        }
      }),
    );
  });
});

describe('the laws of many regions', () => {
  const anyItems = fc.uniqueArray(
    fc.record({
      key: fc.string({ minLength: 1, maxLength: 3 }),
      level: fc.constantFrom(...levels),
      gapPoints: fc.option(fc.integer({ min: -3, max: 3 })),
    }),
    { selector: ({ key }) => key, maxLength: 12 },
  );

  it('their order does not depend on the order of input', () => {
    check(
      fc.property(anyItems, fc.infiniteStream(fc.nat()), (items, numbers) => {
        const shuffled = items
          .map((item) => ({ item, at: numbers.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect(rankCities(shuffled)).toEqual(rankCities(items));
        for (const order of ['worst-first', 'best-first'] as const) {
          const byGap = (list: typeof items) => rank(list, order, ({ gapPoints }) => gapPoints);
          expect(byGap(shuffled)).toEqual(byGap(items));
        }
      }),
    );
  });

  it('the province’s numerators, denominators and gaps are the sums of the cities’', () => {
    const anyCities = fc.array(anyInput, { minLength: 1, maxLength: 5 });
    check(
      fc.property(anyCities, fc.constantFrom('flow', 'ratio', 'stock'), (all, kind) => {
        const cities = all.filter((city) => city.kind === kind);
        const month = 12;
        const conditions = presets['three-measures'][kind];
        const result = provinceStanding({ kind, month, conditions, ownTarget: null, cities });
        const counted = cities
          .map((city) => standing({ ...city, month }))
          .filter(({ gapAmount }) => gapAmount !== null);
        expect(result.coverage.counted).toBe(counted.length);
        if (counted.length === 0) return;
        expect(result.actual).toBe(counted.reduce((sum, { actual }) => sum + (actual ?? 0), 0));
        expect(result.gapAmount).toBeCloseTo(
          counted.reduce((sum, { gapAmount }) => sum + (gapAmount ?? 0), 0),
          3,
        );
        if (kind === 'ratio') {
          expect(result.denominator).toBe(counted.reduce((sum, { basis }) => sum + (basis.denominator ?? 0), 0));
        }
      }),
    );
  });

  it('a province of one city stands as the city does', () => {
    check(
      fc.property(anyInput, (city) => {
        const { kind, month, conditions } = city;
        const alone = standing({ ...city, peersCompletion: null });
        const province = provinceStanding({ kind, month, conditions, ownTarget: null, cities: [city] });
        expect(province.level).toBe(alone.level);
        expect(province.recentPerMonth).toBe(alone.gapAmount === null ? null : alone.recentPerMonth);
        expect(province.monthsBelowPlan).toBe(alone.monthsBelowPlan);
        expect(province.remaining).toBe(alone.remaining);
      }),
    );
  });
});

describe('rules that are tried', () => {
  it('give to any figures, in any order, the levels that they would give alone', () => {
    const rules = presetNames.map((name) => presets[name]);
    check(
      fc.property(anyInput, fc.boolean(), (given, isTurned) => {
        const tried = { ...given, figures: isTurned ? given.figures.toReversed() : given.figures };
        const own = rules.map((rule) => rule[given.kind]);
        expect(levelsUnder(tried, own)).toEqual(own.map((conditions) => standing({ ...given, conditions }).level));
      }),
      { numRuns: 1000 },
    );
  });
});
