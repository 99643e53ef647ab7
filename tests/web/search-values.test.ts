/** The edges of what an address may say: the last value that is read, and the first that is left out. */
import { describe, expect, it } from 'vitest';
import { sprintSearch } from '#web/features/sprint/search.ts';
import { targetsSearch } from '#web/features/targets/search.ts';
import {
  codeIn,
  columnIn,
  monthIn,
  parseSearch,
  pathIn,
  returnPath,
  searchOf,
  stringifySearch,
  wordIn,
  yearIn,
} from '#web/ui/search.ts';

const every = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  open: codeIn,
  present: codeIn,
  sort: columnIn,
  view: wordIn('table'),
  return: pathIn,
});
const read = (search: string) => every(parseSearch(search));

describe('a year and a month in an address', () => {
  it.each([
    ['?year=2000', 2000],
    ['?year=2100', 2100],
  ])('reads the first and the last year: %s', (search, year) => {
    expect(read(search).year).toBe(year);
  });

  it.each(['?year=1999', '?year=2101', '?year=', '?year=-2020', '?year=2020.5', '?year=%202020', '?year=02020'])(
    'leaves out another: %s',
    (search) => {
      expect(read(search)).toEqual({});
    },
  );

  it('reads January and December, and nothing beyond', () => {
    expect([1, 12, 0, 13].map((month) => read(`?month=${month}`).month)).toEqual([1, 12, undefined, undefined]);
  });

  it('takes the numbers that a link of ours gives, and no others', () => {
    expect(every({ year: 2020, month: 9 })).toEqual({ year: 2020, month: 9 });
    expect(every({ year: 2020.5, month: Number.NaN })).toEqual({});
    expect(every({ year: true, month: ['9'] })).toEqual({});
  });
});

describe('codes in an address', () => {
  const keys = ['indicator', 'open', 'present'] as const;

  it.each(keys)('reads %s as it is written', (key) => {
    expect(read(`?${key}=330300-2.1`)).toEqual({ [key]: '330300-2.1' });
  });

  it.each(keys)('leaves out a %s that is no code', (key) => {
    for (const value of ['', '-a', '.a', 'a b', 'a/b', 'a_b', '温州', `${'a'.repeat(65)}`]) {
      expect(read(`?${key}=${encodeURIComponent(value)}`), value).toEqual({});
    }
  });

  it('reads 64 characters and one', () => {
    expect(read(`?open=${'a'.repeat(64)}`).open).toHaveLength(64);
    expect(read('?open=7').open).toBe('7');
    expect(every({ open: 7 })).toEqual({});
  });

  it('reads a sorting in both directions, which begins with a letter', () => {
    expect(read('?sort=gap').sort).toBe('gap');
    expect(read('?sort=-gap').sort).toBe('-gap');
    expect(read('?sort=7').sort).toBeUndefined();
    expect(read('?sort=-7').sort).toBeUndefined();
    expect(read(`?sort=-${'a'.repeat(64)}`).sort).toHaveLength(65);
    expect(read(`?sort=${'a'.repeat(65)}`).sort).toBeUndefined();
  });

  it('names every key of a route, so that a bad value does not show through', () => {
    expect(Object.keys(targetsSearch({ year: 'abc', month: 9 }))).toEqual(['year', 'open', 'formula']);
    expect(Object.keys(sprintSearch({})).toSorted()).toEqual([
      'brief',
      'formula',
      'indicator',
      'known',
      'month',
      'only',
      'open',
      'present',
      'region',
      'sort',
      'year',
    ]);
  });
});

describe('words in an address', () => {
  it.each(['', 'Table', 'table ', 'chart'])('reads only the one that is meant: %j', (word) => {
    expect(read(`?view=${encodeURIComponent(word)}`)).toEqual({});
    expect(read('?view=table')).toEqual({ view: 'table' });
  });

  it('reads the way back as a path of this site', () => {
    expect(read('?return=%2Ftargets')).toEqual({ return: '/targets' });
    expect(read('?return=%2F%2Fevil.example')).toEqual({});
  });
});

describe('an address that is written', () => {
  it('has no key without a value, and keeps a zero', () => {
    expect(stringifySearch({ open: null, view: undefined, year: 0 })).toBe('?year=0');
    expect(stringifySearch({ open: null })).toBe('');
  });

  it('keeps what has a meaning in an address as text', () => {
    expect(stringifySearch({ return: '/targets?year=2020&open=a' })).toBe(
      '?return=%2Ftargets%3Fyear%3D2020%26open%3Da',
    );
    expect(parseSearch('?return=%2Ftargets%3Fyear%3D2020')).toEqual({ return: '/targets?year=2020' });
  });
});

describe('the way back', () => {
  it.each(['/a\\b', '/a\nb', '/a\u0000', '/a\u001Fb', '/\\', '//', ' /targets', 'targets', null, {}, ['/targets']])(
    'is no path of this site: %j',
    (raw) => {
      expect(returnPath(raw)).toBeNull();
    },
  );

  it.each(['/a//b', '/targets?open=a b', '/review#top'])('is a path of this site: %s', (raw) => {
    expect(returnPath(raw)).toBe(raw);
  });
});
