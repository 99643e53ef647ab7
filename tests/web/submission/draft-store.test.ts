import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey, forget, keep, readKept } from '#web/features/submissions/form/draft-store.ts';
import type { DraftOwner, KeptDraft } from '#web/features/submissions/form/draft-store.ts';

const owner: DraftOwner = { person: 'wenzhou', region: '330300', year: 2020, month: 10, purpose: 'report' };

const draft: KeptDraft = {
  typed: {
    figures: {
      area: { increment: '６９．５５', cumulative: '417.55', by: 'increment' },
      share: { numerator: null, denominator: '12万' },
    },
    asOf: '2020-10-31',
    note: '',
    cause: '原因',
    remedies: '',
    words: { area: '含续建' },
  },
  basedOn: 3,
  keptAt: '2020-10-19T01:12:00.000Z',
};

/** The browser's storage, in memory; Node has none. */
function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

beforeEach(() => void vi.stubGlobal('localStorage', memory()));
afterEach(() => void vi.unstubAllGlobals());

describe('the draft store', () => {
  it('gives back the texts as they were typed', () => {
    expect(keep(owner, draft)).toBe(true);
    expect(readKept(owner)).toEqual(draft);
  });

  it('keeps persons, regions, months and purposes apart', () => {
    keep(owner, draft);
    const others: DraftOwner[] = [
      { ...owner, person: 'wenzhou-2' },
      { ...owner, region: '331100' },
      { ...owner, month: 9 },
      { ...owner, year: 2019 },
      { ...owner, purpose: 'correction' },
    ];
    for (const other of others) expect(readKept(other)).toBeNull();
    expect(new Set([owner, ...others].map(draftKey)).size).toBe(6);
    // Where one part ends and the next begins makes a difference: 2020, 11 is not 202, 011.
    expect(draftKey(owner)).toBe('xushi.report/wenzhou/330300/2020/10');
    expect(draftKey({ ...owner, person: 'a/b' })).toBe('xushi.report/a%2Fb/330300/2020/10');
  });

  it('forgets', () => {
    keep(owner, draft);
    forget(owner);
    expect(readKept(owner)).toBeNull();
  });

  it('takes nothing that is not a draft', () => {
    const bad = [
      '',
      'null',
      '[]',
      '{',
      '{"typed":{}}',
      ...[{ keptAt: 'soon' }, { keptAt: 3 }, { basedOn: '3' }, { typed: null }].map((part) =>
        JSON.stringify({ ...draft, ...part }),
      ),
    ];
    const row = {
      ...draft,
      typed: { ...draft.typed, figures: { area: { increment: 1, cumulative: '', by: 'both' } } },
    };
    for (const text of [...bad, JSON.stringify(row)]) {
      localStorage.setItem(draftKey(owner), text);
      expect(readKept(owner)).toBeNull();
    }
  });

  it('says so where the device keeps nothing', () => {
    vi.stubGlobal('localStorage', {
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(keep(owner, draft)).toBe(false);
  });
});
