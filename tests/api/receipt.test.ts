import { describe, expect, it } from 'vitest';
import { receiptOf } from '#api/submissions/receipt.ts';
import { figure, version } from '#tests/support/small-record.ts';

const sent = version([figure('area', 5_400_000), figure('civil', 4_000_000)], {
  cause: '供地推迟',
  words: { area: '含续建', civil: '核对过' },
  absences: { share: 'not-applicable' },
});
const code = (more: Partial<typeof sent> = {}) => receiptOf({ ...sent, ...more })?.code;

describe('the receipt of what was sent', () => {
  it('has a number of city, month and version, and a code of twelve digits', () => {
    expect(receiptOf({ ...sent, region: '331100', year: 2020, month: 9, number: 3 })).toEqual({
      number: '331100-2020-09-3',
      code: expect.stringMatching(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/),
    });
  });

  it('is none of a draft', () => {
    expect(receiptOf({ ...sent, submittedAt: null })).toBeNull();
  });

  it('stays the same whatever is decided, and in whatever order rows and words come', () => {
    const before = code();
    expect(code({ state: 'returned', decidedAt: '2021-07-09T00:00:00.000Z', returnReason: '请核对' })).toBe(before);
    expect(code({ figures: sent.figures.toReversed(), words: { civil: '核对过', area: '含续建' } })).toBe(before);
  });

  it('is another one where anything that was sent differs', () => {
    const others = [
      code({ figures: sent.figures.slice(1) }),
      code({ figures: [figure('area', 5_400_001), figure('civil', 4_000_000)] }),
      code({ figures: [figure('area', 5_400_000, 9_000_000), figure('civil', 4_000_000)] }),
      code({ cause: '供地推迟。' }),
      code({ remedies: '供地推迟', cause: '' }),
      code({ words: { area: '含续建' } }),
      code({ absences: null }),
      code({ asOf: '2021-06-01' }),
      code({ number: 2 }),
      code({ region: '340200' }),
      code({ submittedAt: '2021-07-02T00:00:00.001Z' }),
    ];
    expect(new Set([...others, code()]).size).toBe(others.length + 1);
  });
});
