import { beforeAll, describe, expect, it } from 'vitest';
import type { StandingReply } from '#api/http/shapes.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { proofRows } from '#web/parts/proof/proof-rows.ts';
import { indicatorOf, standingOf } from '../standings.ts';

beforeAll(() => startText('en'));

const stock = indicatorOf('projects', { kind: 'stock', decimals: 0 });
const proofOf = (more: Partial<StandingReply>) => {
  const standing = standingOf('projects', { asOf: '2020-09-30', ...more });
  const rows = proofRows({ standing, indicator: stock, t: textNow, language: 'en' });
  return new Map(rows.map((row) => [row.key, row]));
};

describe('the proof of a stock', () => {
  it('measures the increase where the target lay above the level at the end of last year', () => {
    // (80 - 50) / (100 - 50) = 60 %
    const rows = proofOf({ actual: 80, target: 100, baseline: 50, completion: 0.6, pace: 0.75, gapAmount: -7.5 });
    expect(rows.get('completion')).toMatchObject({ value: '60.00%', formula: '(80 − 50) ÷ (100 − 50)' });
    expect(rows.get('gapAmount')?.formula).toBe('(80 − 50) − (75.0000% × (100 − 50))');
  });

  it('measures the whole target where it was met and then lost', () => {
    // 95 / 100 = 95 %; 95 - 100 = -5; all of it is due, so that no intensity can be given.
    const rows = proofOf({
      actual: 95,
      target: 100,
      baseline: 110,
      completion: 0.95,
      pace: 1,
      scheduleRatio: 0.95,
      gapPoints: -5,
      gapAmount: -5,
      remaining: 5,
      intensity: null,
    });
    expect(rows.get('completion')).toMatchObject({ value: '95.00%', formula: '95 ÷ 100' });
    expect(rows.get('gapAmount')).toMatchObject({ value: '−5.00', formula: '95 − 100' });
    expect(rows.get('gapPoints')?.formula).toBe('95.0000% − 100.0000%');
    expect(rows.get('pace')?.how).toBe(textNow('city.proof.paceLost'));
    expect(rows.get('intensity')).toMatchObject({ value: '--', formula: '', how: '' });
  });

  it('says in words that nothing is due where the target was met and still is', () => {
    // 120 - 110 = 10 more, where 100 - 110 = -10 were due: no share of an increase, and nothing remains.
    const rows = proofOf({
      actual: 120,
      target: 100,
      baseline: 110,
      pace: 0.75,
      gapAmount: 17.5,
      remaining: 0,
      intensity: 0,
    });
    expect(rows.get('completion')).toMatchObject({ value: '--', how: textNow('city.proof.met') });
    expect(rows.get('ratio')?.formula).toBe('');
    expect(rows.get('remaining')).toMatchObject({ value: '0', how: textNow('city.proof.reached') });
    expect(rows.get('intensity')?.how).toBe(textNow('city.proof.reached'));
  });
});

const howOf = (ownCurve: StandingReply['ownCurve']) =>
  proofOf({ actual: 80, target: 100, baseline: 50, pace: 0.75, ownCurve }).get('pace')?.how;

describe('the pace in the proof', () => {
  it('names the curve, and whose years an own one is the mean of', () => {
    expect(howOf(null)).toBe('linear, 2020-09-30');
    expect(howOf({ years: [2018, 2019], points: [] })).toBe('linear (mean of 2018, 2019), 2020-09-30');
    expect(howOf({ years: [], points: [] })).toBe('linear (none yet: the department’s curve stands in), 2020-09-30');
  });
});
