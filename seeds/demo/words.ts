/** What bureaus wrote beside figures that were watch or behind. Invented. */
import { cityCodes } from '../reference/regions.ts';
import type { Words } from './reports.ts';

const { wenzhou, jinhua, lishui, huzhou, quzhou } = cityCodes;

const said: Readonly<Record<string, Words>> = {
  [`${huzhou}/2020/3`]: {
    note: '',
    cause: '受疫情影响，施工企业复工晚于往年，一季度计划开工项目推迟。',
    remedies: '推迟项目逐个约定开工时间，二季度补齐。',
  },
  [`${wenzhou}/2020/9`]: {
    note: '',
    cause: '三季度出让地块多数未完成施工图审查，计划开工的安置房项目推迟。',
    remedies: '安置房项目分批核发施工许可证，十月起每旬调度一次。',
  },
  [`${jinhua}/2020/9`]: {
    note: '',
    cause: '三季度新开工项目减少，两个工业厂房项目因用地手续延期。',
    remedies: '协调完成用地手续，提前四季度住宅项目开工时间。',
  },
  [`${lishui}/2020/9`]: {
    note: '',
    cause: '上半年供地少，装配式项目集中在下半年，预制构件需外地供应。',
    remedies: '与周边构件厂签订供应协议，已落实四季度开工项目。',
  },
  [`${quzhou}/2020/10`]: {
    note: '',
    cause: '上半月两个住宅项目图审未完成，开工顺延至十月下旬。',
    remedies: '专人跟进图审，十月底前核发施工许可证。',
  },
};

/** The words of a region's month; undefined where the figures speak for themselves. */
export function wordsOf(region: string, year: number, month: number): Words | undefined {
  return said[`${region}/${year}/${month}`];
}
