import type { IndicatorCode } from '../reference/indicators.ts';
import { cityCodes, province } from '../reference/regions.ts';

/** A printed figure that the product uses, in the unit it was printed in (万㎡, %, 项). */
export interface PublishedFigure {
  readonly kind: 'target' | 'actual';
  readonly region: string;
  readonly indicator: IndicatorCode;
  /** The day it tells of; a target's is the last of its year. */
  readonly asOf: string;
  readonly amount: number;
  readonly url: string;
  /** Low-grade mirror pages are evidence, but the product does not link to them. */
  readonly mirror?: true;
  readonly documentNumber?: string;
  /** Where it was not printed as such but follows from printed numbers: the arithmetic. */
  readonly derived?: string;
  readonly note: { readonly zh: string; readonly en: string };
}

const { hangzhou, ningbo, jiaxing, taizhou } = cityCodes;

const conference = {
  kind: 'target',
  region: province,
  asOf: '2020-12-31',
  url: 'http://www.9duwan.com/web_news/html/2020-6/15912408086674.html',
  mirror: true,
  note: { zh: '2020年全省建设工作会议确定的目标', en: 'set at the provincial construction conference of 2020' },
} as const;

const october2020 = 'http://www.wh-boyue.com/info-1652-1.html';
const november2020 = 'https://en.precast.com.cn/d/332';
const ningboNotice = {
  kind: 'target',
  region: ningbo,
  asOf: '2020-12-31',
  url: 'https://en.precast.com.cn/d/225',
  note: { zh: '宁波市2020年年度任务', en: "Ningbo's task for 2020" },
} as const;

const backwards = {
  zh: '由公布的完成量和完成率推算，未直接公布',
  en: 'follows from the printed amount and percentage; not printed itself',
};
const yearBefore = {
  zh: '由公布的2020年同期数和同比增幅推算，未直接公布',
  en: 'follows from the printed figure of 2020 and its growth on the year; not printed itself',
};
const asPrinted = { zh: '公布数', en: 'as printed' };

/** Every published figure in the product. What is not here and not reported by an office is invented. */
export const publishedFigures: readonly PublishedFigure[] = [
  {
    ...conference,
    indicator: 'prefab-area',
    amount: 7000,
    note: { zh: `${conference.note.zh}（不少于）`, en: `${conference.note.en} (at least)` },
  },
  { ...conference, indicator: 'prefab-share', amount: 30 },
  {
    ...conference,
    indicator: 'steel-housing',
    amount: 500,
    note: { zh: `${conference.note.zh}（不少于，累计）`, en: `${conference.note.en} (at least, all years)` },
  },
  { ...conference, indicator: 'green-demo', amount: 100 },
  {
    kind: 'target',
    region: jiaxing,
    indicator: 'prefab-area',
    asOf: '2020-12-31',
    amount: 700,
    url: october2020,
    derived: '652 ÷ 93.14%',
    note: backwards,
  },
  {
    kind: 'target',
    region: jiaxing,
    indicator: 'prefab-civil',
    asOf: '2020-12-31',
    amount: 400,
    url: october2020,
    derived: '413.87 ÷ 103.47%',
    note: backwards,
  },
  { ...ningboNotice, indicator: 'prefab-area', amount: 1300 },
  { ...ningboNotice, indicator: 'prefab-civil', amount: 800 },
  {
    kind: 'target',
    region: taizhou,
    indicator: 'prefab-share',
    asOf: '2020-12-31',
    amount: 35,
    url: 'https://en.precast.com.cn/d/64',
    documentNumber: '台政办发〔2020〕22号',
    note: {
      zh: '市政府文件确定的目标（不低于），高于全省',
      en: "the city government's own goal (at least), above the province's",
    },
  },
  {
    kind: 'target',
    region: hangzhou,
    indicator: 'prefab-share',
    asOf: '2020-12-31',
    amount: 30,
    url: 'http://hangzhou.baogaosu.com/xinwen/%E6%9D%AD%E5%B7%9E%E6%88%90%E4%B8%BA%E9%A6%96%E6%89%B9%E5%9B%BD%E5%AE%B6%E8%A3%85%E9%85%8D%E5%BC%8F%E5%BB%BA%E7%AD%91/63109743/',
    note: { zh: '2017年公布的2020年目标（不低于）', en: 'goal for 2020 announced in 2017 (at least)' },
  },
  {
    kind: 'actual',
    region: jiaxing,
    indicator: 'prefab-area',
    asOf: '2020-10-16',
    amount: 652,
    url: october2020,
    note: asPrinted,
  },
  {
    kind: 'actual',
    region: jiaxing,
    indicator: 'prefab-civil',
    asOf: '2020-10-16',
    amount: 413.87,
    url: october2020,
    note: asPrinted,
  },
  {
    kind: 'actual',
    region: jiaxing,
    indicator: 'prefab-area',
    asOf: '2019-11-30',
    amount: 592.3,
    url: november2020,
    derived: '761.19 ÷ 1.2851',
    note: yearBefore,
  },
  {
    kind: 'actual',
    region: jiaxing,
    indicator: 'prefab-civil',
    asOf: '2019-11-30',
    amount: 290.3,
    url: november2020,
    derived: '488.1 ÷ 1.6814',
    note: yearBefore,
  },
  {
    kind: 'actual',
    region: province,
    indicator: 'prefab-area',
    asOf: '2019-12-31',
    amount: 7895,
    url: 'https://jxylab.com/sj/sdxz/shms/952973.html',
    note: { zh: '全省合计；各市分解为虚构', en: "the province's sum; its split over the cities is invented" },
  },
  {
    kind: 'actual',
    region: province,
    indicator: 'prefab-share',
    asOf: '2019-12-31',
    amount: 25.1,
    url: 'https://www.ifbuild.com/precast/how-to-develop-prefabricated-building-lets-look-at-the-latest-data-released-by-the-ministry-of-housing-and-urban-rural-development-and-the-specific-situation-of-local-promotion.html',
    note: { zh: '全省合计；分母为虚构', en: "the province's share; its denominator is invented" },
  },
];

/** The target printed for a region's year; undefined where none was. */
export function publishedTarget(region: string, indicator: IndicatorCode, year: number): PublishedFigure | undefined {
  return find('target', region, indicator, `${year}-12-31`);
}

/** The figure printed for a region as of a day; undefined where none was. */
export function publishedActual(region: string, indicator: string, asOf: string): PublishedFigure | undefined {
  return find('actual', region, indicator, asOf);
}

/** Printed as such, or following from printed numbers by arithmetic. */
export const originOf = ({ derived }: PublishedFigure): 'published' | 'derived' =>
  derived === undefined ? 'published' : 'derived';

/** What is stored beside the figure: its page, before it the arithmetic of one that follows from printed numbers, or for a mirror page its address in words, which no page makes a link of. */
export function sourceOf({ url, mirror, derived }: PublishedFigure): string {
  if (derived !== undefined) return `${derived}; ${url}`;
  return mirror ? `镜像页面 / mirror page: ${url.replace(/^https?:\/\//, '')}` : url;
}

function find(kind: PublishedFigure['kind'], region: string, indicator: string, asOf: string) {
  return publishedFigures.find(
    (figure) =>
      figure.kind === kind && figure.region === region && figure.indicator === indicator && figure.asOf === asOf,
  );
}
