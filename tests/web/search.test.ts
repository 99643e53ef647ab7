import { describe, expect, it } from 'vitest';
import { citySearch } from '#web/features/city/search.ts';
import { overviewSearch } from '#web/features/overview/search.ts';
import { submissionSearch } from '#web/features/submissions/search.ts';
import { parseSearch, returnPath, stringifySearch } from '#web/ui/search.ts';

describe('a route’s search', () => {
  it('reads what an address says', () => {
    const read = overviewSearch(
      parseSearch('?year=2020&month=9&indicator=prefab-area&sort=-prefab-area.gapPoints&open=rule'),
    );
    expect(read).toEqual({
      year: 2020,
      month: 9,
      indicator: 'prefab-area',
      sort: '-prefab-area.gapPoints',
      open: 'rule',
    });
  });

  it.each([
    '?year=abc',
    '?month=13',
    '?month=0',
    '?month=1e1',
    '?year=20200',
    '?indicator=%3Cscript%3E',
    '?sort=--a',
    '?colour=red',
  ])('leaves out what it does not understand: %s', (search) => {
    expect(overviewSearch(parseSearch(search))).toEqual({});
  });

  it('leaves out the keys of another route', () => {
    const search = parseSearch('?year=2020&view=table&present=330300&return=%2F');
    expect(overviewSearch(search)).toEqual({ year: 2020, view: 'table' });
    expect(citySearch(search)).toEqual({ year: 2020, view: 'table' });
    expect(submissionSearch(search)).toEqual({ view: 'table' });
  });

  it('comes back from the address it is written to', () => {
    const search = { year: 2020, month: 9, indicator: 'prefab-area', view: 'table' };
    expect(stringifySearch(search)).toBe('?year=2020&month=9&indicator=prefab-area&view=table');
    expect(citySearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('keeps the order of the address', () => {
    const address = '?open=rule&month=9&year=2020';
    expect(stringifySearch(overviewSearch(parseSearch(address)))).toBe(address);
  });

  it('takes an undefined value out of the address', () => {
    expect(stringifySearch({ open: undefined })).toBe('');
  });
});

describe('returnPath', () => {
  it.each(['/', '/cities/330300?year=2020&month=8', '/submissions/2020/10/330300'])(
    'accepts a path of this site: %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('refuses what would leave the site: %s', (raw) => {
    expect(returnPath(raw)).toBeNull();
  });
});
