import { describe, expect, it } from 'vitest';
import { fewestFor, gapShares } from '#web/charts/gap-share.ts';

const city = (code: string, gapAmount: number | null) => ({ code, name: code, gapAmount });

describe('gapShares', () => {
  it('orders the shortfalls and adds their shares up to 1', () => {
    // Shortfalls 30 + 60 + 10 = 100.
    const shares = gapShares([city('a', -30), city('b', 5), city('c', -60), city('d', -10)]);
    expect(shares.lines).toEqual([
      { code: 'c', name: 'c', missing: 60, share: 0.6, cumulativeShare: 0.6 },
      { code: 'a', name: 'a', missing: 30, share: 0.3, cumulativeShare: 0.9 },
      { code: 'd', name: 'd', missing: 10, share: 0.1, cumulativeShare: 1 },
    ]);
    expect(shares).toMatchObject({ missing: 100, surplus: 5, ahead: 1, unknown: 0 });
  });

  it('counts a city without a gap as unknown and not as on pace', () => {
    expect(gapShares([city('a', null), city('b', 0)])).toMatchObject({ ahead: 1, unknown: 1, lines: [] });
  });

  it('does not depend on the order of input where shortfalls are equal', () => {
    const one = gapShares([city('a', -5), city('b', -5)]);
    const other = gapShares([city('b', -5), city('a', -5)]);
    expect(one).toEqual(other);
  });
});

describe('fewestFor', () => {
  it('stops as soon as the share is reached', () => {
    const shares = gapShares([city('a', -50), city('b', -30), city('c', -20)]);
    expect(fewestFor(shares, 0.8).map(({ code }) => code)).toEqual(['a', 'b']);
    expect(fewestFor(shares, 1).map(({ code }) => code)).toEqual(['a', 'b', 'c']);
  });

  it('is nobody where nobody is short', () => {
    expect(fewestFor(gapShares([city('a', 3)]), 0.8)).toEqual([]);
  });
});
