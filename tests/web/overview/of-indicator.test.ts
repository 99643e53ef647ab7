import { beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '#api/standings/contract.ts';
import { ofIndicator } from '#web/features/overview/of-indicator.ts';
import { mapRows } from '#web/features/overview/rows.ts';
import { overviewSentence } from '#web/features/overview/sentence.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { cityOf, indicatorOf, standingOf } from '../standings.ts';

const mark = (level: 'achieved' | 'watch') => [{ month: 9, level, reported: true, recoveredIn: null }];
const zhoushan = {
  ...cityOf('330900', 'watch', [
    standingOf('area', { level: 'watch', gapPoints: -4 }),
    standingOf('share', { level: 'achieved', gapPoints: 2.9 }),
  ]),
  strip: mark('watch'),
};
const [area, share] = zhoushan.indicators;
const both = area && share ? [area, { ...share, strip: mark('achieved') }] : [];
const reply: Overview = {
  year: 2020,
  month: 9,
  revision: 1,
  rule: { id: 'three-measures', version: 1, name: { zh: '', en: '' } },
  coverage: { accepted: 3, done: 3, expected: 3 },
  regions: [
    { ...zhoushan, indicators: both },
    cityOf('331000', 'on-pace', [standingOf('share', { level: 'behind', gapPoints: -9 })]),
    cityOf('331100', 'on-pace', [standingOf('share', { level: 'behind', gapPoints: -12 })]),
    cityOf('330800', 'behind', [standingOf('area', { level: 'behind' })]),
  ],
  province: { region: '330000', level: 'on-pace', indicators: [] },
  months: [],
  invented: false,
};

describe('an overview of one indicator', () => {
  const shares = ofIndicator(reply, 'share');

  it('has each city’s level and strip of this indicator, not its worst', () => {
    const one = shares.regions.find(({ region }) => region === '330900');
    expect([one?.level, one?.strip]).toEqual(['achieved', mark('achieved')]);
  });

  it('begins with the farthest behind on it, and has no data where a city has none of it', () => {
    expect(shares.regions.map(({ region, level }) => [region, level])).toEqual([
      ['331100', 'behind'],
      ['331000', 'behind'],
      ['330900', 'achieved'],
      ['330800', 'no-data'],
    ]);
  });

  it('is the overview as it was where none is chosen', () => {
    expect(ofIndicator(reply, null)).toBe(reply);
  });

  it('has tiles of the first shown indicator, and of it alone', () => {
    const rows = mapRows(reply, [indicatorOf('share'), indicatorOf('area')]);
    expect(rows.map(({ city }) => city.level)).toEqual(['behind', 'behind', 'achieved', 'no-data']);
    expect(rows[0]?.cells.map(({ indicator }) => indicator.code)).toEqual(['share']);
    expect(mapRows(reply, [])).toEqual([]);
  });
});

describe('its sentence', () => {
  beforeAll(() => startText('zh'));

  it('names the indicator and counts who is behind on it', () => {
    const words = { t: textNow, language: 'zh', nameOf: (code: string) => code, today: '2020-10-19' } as const;
    expect(overviewSentence(ofIndicator(reply, 'share'), { ...words, indicator: '占比' })).toBe(
      '截至2020年9月末，占比：4个设区市中有2个滞后：331100、331000。已通过 3/3。',
    );
  });
});
