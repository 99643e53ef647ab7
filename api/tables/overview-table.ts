/** The overview of a month, a row for each region and indicator, with what each standing is judged by. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Overview } from '../standings/contract.ts';
import { levelWords } from '../standings/level-words.ts';
import { originWords, rounded, shareOrAmount } from './words.ts';
import { subjectColumns, type Subject } from './subject-columns.ts';
import type { Table, TableColumn } from './table-file.ts';

type Standing = Overview['regions'][number]['indicators'][number] | Overview['province']['indicators'][number];

interface Row extends Subject {
  readonly standing: Standing;
}

export function overviewTableOf(
  overview: Overview,
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<Row> {
  const standings = [overview.province, ...overview.regions].flatMap(({ region: code, indicators: each }) =>
    each.flatMap((standing): Row[] => {
      const region = regions.find((one) => one.code === code);
      const indicator = indicators.find((one) => one.code === standing.indicator);
      return region === undefined || indicator === undefined ? [] : [{ region, indicator, standing }];
    }),
  );
  const month = `${overview.year}-${String(overview.month).padStart(2, '0')}`;
  return {
    name: language === 'zh' ? `总览-${overview.year}年${overview.month}月` : `Overview-${month}`,
    columns: columnsIn(language),
    rows: standings,
  };
}

const percent = (share: number | null): number | null => (share === null ? null : rounded(share * 100));

type Computed = 'gapPoints' | 'gapAmount' | 'remaining' | 'neededPerMonth' | 'recentPerMonth' | 'scheduleRatio';

const computed =
  (key: Computed) =>
  ({ standing }: Row): number | null =>
    rounded(standing[key]);

const two = (): number => 2;
const own = ({ indicator }: Row): number => (indicator.kind === 'ratio' ? 2 : indicator.decimals);
const inAmounts = ({ indicator }: Row): number => indicator.decimals;

function columnsIn(language: Language): readonly TableColumn<Row>[] {
  return [
    ...subjectColumns(language),
    { head: { zh: '状态', en: 'Level' }, value: ({ standing }) => levelWords[language][standing.level] },
    {
      head: { zh: '年度目标', en: 'Target' },
      value: ({ indicator, standing }) => shareOrAmount(standing.target, indicator),
      decimals: own,
    },
    {
      head: { zh: '累计完成', en: 'Actual' },
      value: ({ indicator, standing }) => shareOrAmount(standing.actual, indicator),
      decimals: own,
    },
    { head: { zh: '分子', en: 'Numerator' }, value: ({ standing }) => standing.numerator, decimals: inAmounts },
    { head: { zh: '分母', en: 'Denominator' }, value: ({ standing }) => standing.denominator, decimals: inAmounts },
    {
      head: { zh: '完成率（%）', en: 'Completion (%)' },
      value: ({ standing }) => percent(standing.completion),
      decimals: two,
    },
    {
      head: { zh: '原年度目标', en: 'Original target' },
      value: ({ indicator, standing }) => shareOrAmount(standing.byOriginalTarget?.target ?? null, indicator),
      decimals: own,
    },
    {
      head: { zh: '按原目标完成率（%）', en: 'Completion of original target (%)' },
      value: ({ standing }) => percent(standing.byOriginalTarget?.completion ?? null),
      decimals: two,
    },
    { head: { zh: '序时应达（%）', en: 'Pace (%)' }, value: ({ standing }) => percent(standing.pace), decimals: two },
    { head: { zh: '进度比', en: 'Schedule ratio' }, value: computed('scheduleRatio'), decimals: two },
    { head: { zh: '与序时相差（百分点）', en: 'Gap (points)' }, value: computed('gapPoints'), decimals: two },
    { head: { zh: '与序时相差（数量）', en: 'Gap (amount)' }, value: computed('gapAmount'), decimals: inAmounts },
    { head: { zh: '尚需完成', en: 'Remaining' }, value: computed('remaining'), decimals: inAmounts },
    { head: { zh: '每月需完成', en: 'Needed a month' }, value: computed('neededPerMonth'), decimals: inAmounts },
    { head: { zh: '近期月均', en: 'Recent months' }, value: computed('recentPerMonth'), decimals: inAmounts },
    {
      head: { zh: '所需强度（倍）', en: 'Intensity (times)' },
      value: ({ standing: { intensity } }) =>
        typeof intensity === 'number' ? rounded(intensity) : intensity === null ? null : '∞',
      decimals: two,
    },
    { head: { zh: '数据截至', en: 'As of' }, value: ({ standing }) => ('asOf' in standing ? standing.asOf : null) },
    {
      head: { zh: '数据来源', en: 'Origin' },
      width: 20,
      value: ({ standing }) =>
        'provenance' in standing && standing.provenance !== null
          ? originWords[standing.provenance.origin][language]
          : null,
    },
  ];
}
