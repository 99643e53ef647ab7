/** A city's year, month by month: what was accepted, what waits as far as the reader may see it, and last year's figure of the month. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { City, SeriesPoint } from '../standings/contract.ts';
import { originWords, rounded } from './words.ts';
import { subjectColumns, type Subject } from './subject-columns.ts';
import type { Table, TableColumn } from './table-file.ts';

interface Row extends Subject {
  readonly point: SeriesPoint;
  readonly lastYear: { readonly cumulative: number; readonly denominator: number | null } | null;
}

export function cityTableOf(
  city: City,
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<Row> {
  const region = regions.find(({ code }) => code === city.region);
  const rows = city.indicators.flatMap(({ standing, series, lastYear }): Row[] => {
    const indicator = indicators.find(({ code }) => code === standing.indicator);
    if (region === undefined || indicator === undefined) return [];
    return series.map((point) => {
      return { region, indicator, point, lastYear: lastYear.find(({ month }) => month === point.month) ?? null };
    });
  });
  const name = region?.name[language] ?? city.region;
  return {
    name: language === 'zh' ? `${name}-${city.year}年各月` : `${name}-${city.year}-months`,
    columns: columnsIn(language),
    rows,
  };
}

const own = ({ indicator }: Row): number => indicator.decimals;

function columnsIn(language: Language): readonly TableColumn<Row>[] {
  const states = { accepted: { zh: '已通过', en: 'accepted' }, pending: { zh: '待审', en: 'pending' } } as const;
  return [
    ...subjectColumns(language),
    { head: { zh: '月', en: 'Month' }, width: 8, value: ({ point }) => point.month },
    { head: { zh: '数据截至', en: 'As of' }, value: ({ point }) => point.asOf },
    {
      head: { zh: '累计（比率：分子）', en: 'Cumulative (ratio: numerator)' },
      value: ({ point }) => point.cumulative,
      decimals: own,
    },
    { head: { zh: '分母', en: 'Denominator' }, value: ({ point }) => point.denominator, decimals: own },
    { head: { zh: '序时应达', en: 'Expected' }, value: ({ point }) => rounded(point.expected), decimals: own },
    {
      head: { zh: '去年同月（比率：分子）', en: 'Last year (ratio: numerator)' },
      value: ({ lastYear }) => lastYear?.cumulative ?? null,
      decimals: own,
    },
    {
      head: { zh: '去年分母', en: 'Last year, denominator' },
      value: ({ lastYear }) => lastYear?.denominator ?? null,
      decimals: own,
    },
    {
      head: { zh: '审核状态', en: 'State' },
      value: ({ point }) => states[point.accepted ? 'accepted' : 'pending'][language],
    },
    { head: { zh: '数据来源', en: 'Origin' }, width: 20, value: ({ point }) => originWords[point.origin][language] },
  ];
}
