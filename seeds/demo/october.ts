/**
 * The running month as it stands on the morning of 19 October 2020: Jiaxing accepted, Quzhou waiting, Zhoushan
 * returned, Huzhou a draft, the others nothing yet. Invented, except Jiaxing's published pair.
 */
import { inBaseUnits, type IndicatorCode } from '../reference/indicators.ts';
import { cityCodes, type CityName } from '../reference/regions.ts';
import { decoratedHousing } from './decorated-housing.ts';
import type { Fate, Report } from './reports.ts';
import type { MonthValue } from './series.ts';
import { instantOf } from './time.ts';
import { wordsOf } from './words.ts';

/** In the unit people write; `starts` is all newly started area, the share's denominator. */
interface Sent {
  readonly area: number;
  readonly civil: number;
  readonly starts?: number;
  readonly steel?: number;
  readonly green?: number;
  /** Fully decorated housing, of those who report it already. */
  readonly decorated?: number;
}

/** October's reports so far. */
export const runningMonth: readonly Report[] = [
  october(
    'jiaxing',
    '2020-10-16',
    { area: 652, civil: 413.87, starts: 2199.4, steel: 33.9, green: 8, decorated: 96.42 },
    { state: 'accepted', submittedAt: instantOf('2020-10-16', 16, 40), decidedAt: instantOf('2020-10-17', 10, 5) },
  ),
  october(
    'quzhou',
    '2020-10-18',
    { area: 170.86, civil: 109.15, starts: 611.7, steel: 10.1, green: 3, decorated: 31.75 },
    { state: 'submitted', submittedAt: instantOf('2020-10-18', 17, 25) },
  ),
  october(
    'zhoushan',
    '2020-10-15',
    { area: 118.92, civil: 78.44, starts: 409.3, steel: 4.9, green: 3 },
    {
      state: 'returned',
      submittedAt: instantOf('2020-10-15', 15, 10),
      decidedAt: instantOf('2020-10-16', 11, 30),
      reason:
        '半个月新开工12.74万㎡，超过前三个月各月，其中两个项目的施工许可证日期在9月，请核对是否与9月重复计入后重报。',
    },
  ),
  october(
    'huzhou',
    '2020-10-18',
    { area: 509.84, civil: 296.2 },
    { state: 'draft', savedAt: instantOf('2020-10-18', 20, 15) },
  ),
];

function october(account: CityName, asOf: string, sent: Sent, fate: Fate): Report {
  return {
    region: cityCodes[account],
    account,
    year: 2020,
    month: 10,
    number: 1,
    asOf,
    figures: figuresOf(sent),
    fate,
    words: wordsOf(cityCodes[account], 2020, 10),
  };
}

function figuresOf({ area, civil, starts, steel, green, decorated }: Sent): Report['figures'] {
  return {
    'prefab-area': amount('prefab-area', area),
    'prefab-civil': amount('prefab-civil', civil),
    ...(starts !== undefined && {
      'prefab-share': { ...amount('prefab-share', area), denominator: inBaseUnits('prefab-share', starts) },
    }),
    ...(steel !== undefined && { 'steel-housing': amount('steel-housing', steel) }),
    ...(green !== undefined && { 'green-demo': amount('green-demo', green) }),
    // An area as the others.
    ...(decorated !== undefined && { [decoratedHousing.code]: amount('prefab-area', decorated) }),
  };
}

function amount(code: IndicatorCode, typed: number): MonthValue {
  return { cumulative: inBaseUnits(code, typed), denominator: null };
}
