/** The province's own target beside the sum of its cities', and where it comes from. */
import { describe, expect, it } from 'vitest';
import { ownShare, withOwnTarget } from '#web/features/overview/province-lines.ts';

describe('the own target on the bar of the cities’ sum', () => {
  it('lies where both completions meet: 7,000 of 7,150', () => {
    const actual = 5000;
    expect(ownShare({ completion: actual / 7150, ownCompletion: actual / 7000 })).toBeCloseTo(7000 / 7150, 10);
  });

  it('is not drawn where one is unknown, or nothing is done', () => {
    expect(ownShare({ completion: null, ownCompletion: 0.5 })).toBeNull();
    expect(ownShare({ completion: 0.5, ownCompletion: null })).toBeNull();
    expect(ownShare({ completion: 0, ownCompletion: 0 })).toBeNull();
  });
});

describe('the sources of own targets', () => {
  it('stand once each, with the indicators that they are of', () => {
    const page = { origin: 'published', source: 'https://example.org/a' } as const;
    const other = { origin: 'published', source: 'https://example.org/b' } as const;
    expect(
      withOwnTarget([
        { indicator: 'area', ownTargetProvenance: page },
        { indicator: 'civil', ownTargetProvenance: null },
        { indicator: 'share', ownTargetProvenance: other },
        { indicator: 'steel', ownTargetProvenance: { ...page } },
      ]),
    ).toEqual([
      { codes: ['area', 'steel'], provenance: page },
      { codes: ['share'], provenance: other },
    ]);
  });
});
