import { describe, expect, it } from 'vitest';
import { pageSearch, parseSearch, returnPath, stringifySearch } from '#web/ui/search.ts';

describe('pageSearch', () => {
  it('reads what an address says', () => {
    const read = pageSearch(
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
    expect(pageSearch(parseSearch(search))).toEqual({});
  });

  it('comes back from the address it is written to', () => {
    const search = { year: 2020, month: 9, region: '330300', view: 'table' };
    expect(stringifySearch(search)).toBe('?year=2020&month=9&region=330300&view=table');
    expect(pageSearch(parseSearch(stringifySearch(search)))).toEqual(search);
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
