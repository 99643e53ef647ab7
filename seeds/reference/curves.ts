import { linearPoints, ownHistory, starts2019Points } from '#api/measures/curve.ts';
import type { curves } from '#db/schema.ts';

/**
 * The pace curves that every office starts with; `starts-2019` is the one that the indicators use. The points of
 * `own-history` are those of regions that have no completed year yet.
 */
export const curveRows: readonly (typeof curves.$inferSelect)[] = [
  {
    code: 'starts-2019',
    nameZh: '2019年全国新开工节奏',
    nameEn: 'Season of national starts 2019',
    points: starts2019Points,
    source:
      '国家统计局2019年各月全国房屋新开工面积累计值占全年的比例' +
      '（http://www.stats.gov.cn/english/PressRelease/202001/t20200119_1723643.html）；' +
      '1月不单独发布，按2月累计的31/59计',
    sourceEn:
      'National Bureau of Statistics, newly started floor area of 2019, cumulative by month over the year ' +
      '(http://www.stats.gov.cn/english/PressRelease/202001/t20200119_1723643.html); ' +
      'January is not published alone and is taken as 31/59 of February',
  },
  {
    code: 'linear',
    nameZh: '按月均摊',
    nameEn: 'Linear, n/12',
    points: linearPoints,
    source: '全年目标按12个月均摊',
    sourceEn: 'the annual target in twelve equal parts',
  },
  {
    code: ownHistory,
    nameZh: '本地区历年进度',
    nameEn: 'Own completed years',
    points: starts2019Points,
    source: '本地区各已完成年度逐月累计占全年比例的平均；尚无已完成年度的地区按2019年全国新开工节奏',
    sourceEn:
      "the mean of the region's own completed years, cumulative by month over the year; a region without one is judged " +
      'by the season of national starts 2019',
  },
];
