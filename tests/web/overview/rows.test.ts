import { describe, expect, it } from 'vitest';
import { cityRows, shownIndicators, sortRows } from '#web/features/overview/rows.ts';
import { cityOf, indicatorOf, standingOf } from '../standings.ts';

const area = indicatorOf('area');
const share = indicatorOf('share', { core: false, kind: 'ratio' });
const indicators = new Map([area, share].map((indicator) => [indicator.code, indicator]));

const cities = [
  cityOf('330300', 'behind', [standingOf('area', { completion: 0.58, intensity: 1.62 })]),
  cityOf('330900', 'no-data'),
  cityOf('330100', 'achieved', [standingOf('area', { completion: 1.3, intensity: 'infinite' })]),
];
const rows = cityRows(cities, [area]);
const order = (sort: string | undefined) => sortRows(rows, sort).map(({ city }) => city.region);

describe('shownIndicators', () => {
  it('are the core ones where none, or an unknown one, is chosen', () => {
    expect(shownIndicators(indicators, undefined)).toEqual([area]);
    expect(shownIndicators(indicators, 'no-such')).toEqual([area]);
  });

  it('are the chosen one alone', () => {
    expect(shownIndicators(indicators, 'share')).toEqual([share]);
  });
});

describe('cityRows', () => {
  it('has an empty cell where a city has no standing', () => {
    expect(rows[1]?.cells).toEqual([{ indicator: area, standing: null }]);
  });
});

describe('sortRows', () => {
  it('keeps the given order without, or with an unknown, column', () => {
    expect(order(undefined)).toEqual(['330300', '330900', '330100']);
    expect(order('colour')).toEqual(['330300', '330900', '330100']);
    expect(order('area.colour')).toEqual(['330300', '330900', '330100']);
  });

  it('sorts by a number of an indicator, what has none last either way', () => {
    expect(order('area.completion')).toEqual(['330300', '330100', '330900']);
    expect(order('-area.completion')).toEqual(['330100', '330300', '330900']);
  });

  it('puts a need without any recent progress above every number', () => {
    expect(order('-area.intensity')).toEqual(['330100', '330300', '330900']);
  });

  it('sorts by region and by level', () => {
    expect(order('city')).toEqual(['330100', '330300', '330900']);
    expect(order('level')).toEqual(['330100', '330300', '330900']);
  });
});
