/** The forecast’s record, computed a second time by the letter of the method, and how often its interval holds. */
import { describe, expect, it } from 'vitest';
import { indicatorHistory, type IndicatorHistory } from '#api/measures/backtest.ts';
import { linearPoints } from '#api/measures/curve.ts';
import { forecast } from '#api/measures/forecast.ts';
import type { CompletedYear } from '#api/measures/season.ts';
import { generatedHistory, shapes, type Shape } from './generated-histories.ts';
import { monthly } from './inputs.ts';

const numbers = Array.from({ length: 200 }, (_, number) => number);
const months = [6, 7, 8, 9, 10, 11] as const;

/** Σ over some years of what was done by a month end; 0 before January’s. */
const total = (years: readonly CompletedYear[], month: number): number =>
  years.reduce((sum, { monthEnds }) => sum + (month === 0 ? 0 : (monthEnds[month - 1] ?? Number.NaN)), 0);

/** F by the letter: A + (A − A₋)/(p̄ − p̄₋)·(1 − p̄), each p̄ summed over all the others anew. */
function byTheLetter(year: CompletedYear, others: readonly CompletedYear[], month: number): number {
  const from = Math.max(0, month - 6);
  const [a, before] = [total([year], month), total([year], from)];
  const [p, pBefore] = [total(others, month) / total(others, 12), total(others, from) / total(others, 12)];
  return a + ((a - before) / (p - pBefore)) * (1 - p);
}

/** The place in a list that a count from 1 names. */
const nth = (sorted: readonly number[], place: number): number => sorted[place - 1] ?? Number.NaN;

/** The interval and the probability by the letter, from every year against all years but its own. */
function record(year: CompletedYear, years: readonly CompletedYear[], month: number, target: number) {
  const errors = years
    .map(
      (one) =>
        total([one], 12) /
        byTheLetter(
          one,
          years.filter((other) => other.year !== one.year),
          month,
        ),
    )
    .toSorted((a, b) => a - b);
  const point = byTheLetter(year, years, month);
  const n = errors.length;
  const done = total([year], month);
  return {
    point,
    low: Math.max(done, point * nth(errors, Math.floor((n + 1) / 10))),
    high: point * nth(errors, Math.ceil(((n + 1) * 9) / 10)),
    probability: (errors.filter((error) => point * error >= target).length + 0.5) / (n + 1),
  };
}

const foreseen = (year: CompletedYear, history: IndicatorHistory, month: number, target: number | null = null) =>
  forecast({
    kind: 'flow',
    year: 2020,
    figures: monthly(year.monthEnds.slice(0, month)),
    baseline: null,
    target,
    points: linearPoints,
    history,
  });

const near = (value: number) => expect.closeTo(value, 4);

describe('the forecast of generated histories', () => {
  it('is what the method says to the letter', () => {
    let compared = 0;
    for (const number of numbers.slice(0, 40)) {
      const { years, next } = generatedHistory(number);
      const history = indicatorHistory(years);
      const year = next[number % next.length];
      if (year === undefined) throw new Error('a history without regions');
      for (const month of months) {
        const target = total([year], month) * (12.4 / month);
        const expected = record(year, years, month, target);
        expect(foreseen(year, history, month, target)).toMatchObject({
          point: near(expected.point),
          interval: { low: near(expected.low), high: near(expected.high) },
          probability: expect.closeTo(expected.probability, 12),
          record: { month, count: years.length },
        });
        compared += 1;
      }
    }
    expect(compared).toBe(240);
  });
});

/** Whether each year that was still to come ended in its interval. */
function held(month: number, shape: Shape | null): readonly boolean[] {
  return histories.flatMap(({ next, history, shape: its }) => {
    if (shape !== null && its !== shape) return [];
    return next.map((year) => {
      const { interval } = foreseen(year, history, month);
      if (interval === null) throw new Error(`a ${its} history has no interval in month ${month}`);
      const end = year.monthEnds[11] ?? Number.NaN;
      return interval.low <= end && end <= interval.high;
    });
  });
}
const histories = numbers.map(generatedHistory).map((one) => ({ ...one, history: indicatorHistory(one.years) }));
const shareOf = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

describe('the 80 % interval', () => {
  it.each(months)('holds for 76 to 86 in 100 years that were still to come, in month %i', (month) => {
    const found = held(month, null);
    expect(found).toHaveLength(2200);
    expect(shareOf(found)).toBeGreaterThan(0.76);
    expect(shareOf(found)).toBeLessThan(0.86);
  });

  it.each(shapes)('holds for each shape alike, as far as 440 years can tell: %s', (shape) => {
    const found = held(9, shape);
    expect(found).toHaveLength(440);
    expect(shareOf(found)).toBeGreaterThan(0.76);
    expect(shareOf(found)).toBeLessThan(0.89);
  });
});
