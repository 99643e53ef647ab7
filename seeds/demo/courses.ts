/**
 * Cumulatives by month end, 万㎡, where the course of the year is the story and not left to chance. Invented, except
 * that Jiaxing's November 2019 is the figure that its published growth implies.
 */
import { cityCodes } from '../reference/regions.ts';
import { inBaseUnits, type IndicatorCode } from '../reference/indicators.ts';

const { wenzhou, jinhua, lishui, quzhou, zhoushan, huzhou, jiaxing } = cityCodes;

const courses: Readonly<Record<string, readonly number[]>> = {
  // Behind in both ways: 0.795 of its pace and 1.62 times its recent pace needed.
  [`${wenzhou}/2020/prefab-area`]: [12, 26, 60, 98, 140, 196, 242, 290, 348],
  // Behind because it slowed down: 0.870 of its pace, but 1.63 times its recent pace needed.
  [`${jinhua}/2020/prefab-area`]: [15.6, 30.2, 70.4, 111.9, 156.8, 199.4, 236.5, 270.8, 304.6],
  // Behind because it began late: 0.819 of its pace, catching up since June (1.40).
  [`${lishui}/2020/prefab-area`]: [2.61, 5.12, 14.83, 25.58, 38.41, 53.87, 69.72, 85.36, 101.63],
  // Watch by the schedule ratio (0.922).
  [`${quzhou}/2020/prefab-area`]: [7.84, 15.93, 34.62, 54.71, 76.35, 101.18, 121.27, 141.36, 161.42],
  // Watch by the intensity (1.27) alone: nearly on its pace, and slowing down.
  [`${zhoushan}/2020/prefab-area`]: [5.92, 11.86, 25.14, 39.02, 54.27, 72.36, 83.91, 95.22, 106.18],
  // Behind in March, watch until May, made good in June.
  [`${huzhou}/2020/prefab-area`]: [12.46, 24.3, 61.2, 108.4, 165.72, 243.18, 312.55, 398.61, 497.2],
  // 16 October 2019 is known to be near 467.7 and 194.7, 30 November 592.3 and 290.3.
  [`${jiaxing}/2019/prefab-area`]: [24.3, 47.8, 104.2, 157.6, 214.9, 286.3, 341.8, 393.2, 441.6, 497.4, 592.3, 655.8],
  [`${jiaxing}/2019/prefab-civil`]: [9.1, 18.2, 40.6, 62.3, 86.1, 116.4, 139.6, 161.7, 183.2, 208.9, 290.3, 318.4],
};

/** The course of a region's year in base units where it is written down; undefined where it is generated. */
export function courseOf(region: string, year: number, indicator: IndicatorCode): readonly number[] | undefined {
  return courses[`${region}/${year}/${indicator}`]?.map((amount) => inBaseUnits(indicator, amount));
}
