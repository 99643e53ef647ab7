/**
 * What each city was to reach and reached, in the unit people write. Invented throughout; `null` stands where a
 * target was published (published/figures.ts).
 */
import { cityCodes, type CityName } from '../reference/regions.ts';

/** The target at the year's beginning, and the cumulative reached by the last month that is in. */
export type Plan = readonly [target: number | null, reached: number];

export interface CityYear {
  readonly year: number;
  /** The last month of which all cities have reported. */
  readonly months: number;
  readonly area: Plan;
  readonly civil: Plan;
  /** Target in %, and all newly started area, of which `area` is the share. */
  readonly share: Plan;
  /** Levels over all years. */
  readonly steel: Plan;
  readonly green: Plan;
}

export interface City {
  readonly name: CityName;
  readonly region: string;
  /** Steel housing completed by the end of 2017, on which 2018 builds. */
  readonly steelBefore: number;
  readonly years: readonly CityYear[];
}

type Plans = Omit<CityYear, 'year' | 'months'>;

const city = (
  name: CityName,
  steelBefore: number,
  ...plans: readonly [y2018: Plans, y2019: Plans, y2020: Plans]
): City => ({
  name,
  region: cityCodes[name],
  steelBefore,
  years: plans.map((plan, at) => ({ year: 2018 + at, months: at === 2 ? 9 : 12, ...plan })),
});

/** The eleven cities. The area of 2019 adds up to the published 7,895.00 万㎡, its share to the published 25.10 %. */
export const cities: readonly City[] = [
  city(
    'hangzhou',
    24.3,
    { area: [1200, 1398.2], civil: [700, 810.9], share: [20, 7421.35], steel: [50, 52.4], green: [11, 12] },
    { area: [1500, 1985.4], civil: [870, 1151.2], share: [25, 7754.08], steel: [85, 88.6], green: [15, 17] },
    { area: [1450, 1912.4], civil: [900, 1142.3], share: [null, 6353.5], steel: [129, 118.3], green: [20, 21] },
  ),
  city(
    'ningbo',
    18.1,
    { area: [950, 1010.5], civil: [520, 616.4], share: [18, 5488.72], steel: [40, 41.2], green: [10, 10] },
    { area: [1150, 1425.6], civil: [700, 992.4], share: [25, 5504.2], steel: [70, 71.5], green: [13, 14] },
    { area: [null, 1238.6], civil: [null, 1004.7], share: [30, 4087.8], steel: [106, 95.8], green: [17, 14] },
  ),
  city(
    'wenzhou',
    7.2,
    { area: [430, 452.7], civil: [245, 253.5], share: [17, 2763.18], steel: [15, 14.6], green: [6, 6] },
    { area: [560, 655.2], civil: [320, 366.9], share: [24, 2873.7], steel: [25, 24.1], green: [9, 9] },
    { area: [600, 348], civil: [360, 214.6], share: [29, 1420.4], steel: [36, 30.2], green: [9, 5] },
  ),
  city(
    'huzhou',
    4.3,
    { area: [340, 371.4], civil: [195, 208], share: [17, 2118.44], steel: [9, 9.8], green: [6, 6] },
    { area: [430, 531.7], civil: [250, 303.1], share: [24, 2161.4], steel: [16, 16.9], green: [7, 8] },
    { area: [520, 497.2], civil: [310, 288.1], share: [29, 1702.7], steel: [24.5, 22.4], green: [9, 7] },
  ),
  city(
    'jiaxing',
    5.6,
    { area: [400, 431.6], civil: [165, 176.8], share: [18, 2388.9], steel: [12, 13.1], green: [6, 7] },
    { area: [560, 655.8], civil: [270, 318.4], share: [25, 2581.9], steel: [22, 23.8], green: [8, 9] },
    { area: [null, 619.4], civil: [null, 392.6], share: [30, 2092.6], steel: [36, 33.1], green: [10, 8] },
  ),
  city(
    'shaoxing',
    15.2,
    { area: [560, 634.8], civil: [330, 368.2], share: [19, 3341.06], steel: [32, 33.5], green: [7, 8] },
    { area: [650, 884.1], civil: [400, 512.8], share: [26, 3286.6], steel: [56, 58.2], green: [9, 10] },
    { area: [780, 1078.5], civil: [460, 640.3], share: [31, 3456.7], steel: [85, 86.4], green: [11, 11] },
  ),
  city(
    'jinhua',
    4.4,
    { area: [340, 352.9], civil: [195, 204.7], share: [17, 2109.62], steel: [9, 9.2], green: [5, 5] },
    { area: [430, 498.6], civil: [250, 289.2], share: [24, 2158.4], steel: [16, 15.7], green: [7, 7] },
    { area: [480, 304.6], civil: [290, 196.3], share: [29, 1124], steel: [23, 20.1], green: [8, 5] },
  ),
  city(
    'quzhou',
    1.8,
    { area: [160, 171.2], civil: [92, 97.6], share: [17, 1018.75], steel: [4, 4.1], green: [2, 2] },
    { area: [225, 246.3], civil: [125, 140.4], share: [23, 1052.6], steel: [7, 7.2], green: [3, 4] },
    { area: [240, 161.42], civil: [140, 103.2], share: [28, 578.6], steel: [10.8, 9.9], green: [4, 3] },
  ),
  city(
    'zhoushan',
    1.1,
    { area: [110, 108.6], civil: [65, 66.2], share: [17, 631.4], steel: [2, 2.2], green: [2, 2] },
    { area: [155, 151.9], civil: [90, 92.7], share: [24, 627.7], steel: [3.8, 3.6], green: [3, 2] },
    { area: [150, 106.18], civil: [95, 70.3], share: [28, 368.7], steel: [5.4, 4.8], green: [3, 3] },
  ),
  city(
    'taizhou',
    6.5,
    { area: [450, 488.3], civil: [260, 283.2], share: [18, 2652.17], steel: [14, 14.8], green: [6, 6] },
    { area: [600, 702.8], civil: [350, 407.6], share: [25, 2724], steel: [25, 26.3], green: [8, 8] },
    { area: [700, 641.8], civil: [420, 402.6], share: [null, 1944.8], steel: [41, 37.4], green: [10, 8] },
  ),
  city(
    'lishui',
    0.9,
    { area: [110, 108.4], civil: [64, 65], share: [16, 736.28], steel: [2, 1.9], green: [2, 2] },
    { area: [150, 157.6], civil: [88, 94.6], share: [23, 729.6], steel: [3.2, 3.1], green: [3, 3] },
    { area: [170, 101.63], civil: [105, 72.4], share: [28, 438.1], steel: [4.9, 4.1], green: [4, 2] },
  ),
];
