import { describe, expect, it } from 'vitest';
import { reportingAmong } from '#web/api/reference.ts';

const region = (code: string, parent: string | null) => ({
  code,
  parent,
  kind: 'city' as const,
  name: { zh: code, en: code },
  short: { zh: code, en: code },
  tile: null,
});

describe('the regions that report', () => {
  it('are those with no other below them at any depth, in the order given', () => {
    const tree = [
      region('n', null),
      region('b', 'p'),
      region('p', 'n'),
      region('a', 'p'),
      region('c', 'b'),
      region('q', 'n'),
    ];
    expect(reportingAmong(tree).map(({ code }) => code)).toEqual(['a', 'c', 'q']);
  });

  it('are the only one where it stands alone', () => {
    expect(reportingAmong([region('n', null)]).map(({ code }) => code)).toEqual(['n']);
  });
});
