import { describe, expect, it } from 'vitest';
import { barScale } from '#web/charts/bar-scale.ts';

describe('barScale', () => {
  it('lays completion, pace and target on one scale from 0', () => {
    // 200 wide for 0 to 1.25: 0.58 / 1.25 × 200 = 92.8; 0.75 / 1.25 × 200 = 120; 1 / 1.25 × 200 = 160.
    expect(barScale({ completion: 0.58, pace: 0.75, max: 1.25 })).toEqual({
      done: 92.8,
      pace: 120,
      own: null,
      target: 160,
      open: false,
    });
  });

  it('lays another target on the same scale', () => {
    // 0.9 / 1.25 × 200 = 144.
    expect(barScale({ completion: 0.58, pace: 0.75, own: 0.9, max: 1.25 }).own).toBe(144);
  });

  it('passes the target visibly and ends open beyond the scale', () => {
    expect(barScale({ completion: 1.1, pace: 1, max: 1.25 })).toMatchObject({ done: 176, open: false });
    expect(barScale({ completion: 1.9, pace: 1, max: 1.25 })).toMatchObject({ done: 200, open: true });
  });

  it('draws nothing where there is no figure, which is not 0 of a target', () => {
    expect(barScale({ completion: null, pace: null, max: 1.25 })).toMatchObject({ done: 0, pace: null });
  });
});
