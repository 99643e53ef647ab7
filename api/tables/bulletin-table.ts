/** What a bulletin says, a row for each area and indicator as frozen; of a statement that corrects one, a row for each change. */
import { ranked } from '../bulletins/numbers.ts';
import type { BulletinFacts, BulletinTable, FactsArea, FactsIndicator, FactsStanding } from '../bulletins/contract.ts';
import type { Language } from '../http/problem.ts';
import { levelWords } from '../standings/level-words.ts';
import { rounded, shareOrAmount } from './words.ts';
import type { Table, TableColumn } from './table-file.ts';

interface Row {
  readonly area: FactsArea;
  readonly indicator: FactsIndicator;
  readonly standing: FactsStanding;
  readonly place: number | null;
}

export function bulletinTableOf(facts: BulletinFacts, name: string, language: Language): Table<Row> {
  const rows = facts.indicators.flatMap((indicator) => {
    const places = ranked(facts, indicator.code);
    return [...facts.cities, facts.province].flatMap((area): Row[] => {
      const standing = area.standings.find((one) => one.indicator === indicator.code);
      const place = places.find(({ region }) => region === area.region)?.place ?? null;
      return standing === undefined ? [] : [{ area, indicator, standing, place }];
    });
  });
  return { name, columns: columnsIn(language), rows };
}

const percent = (share: number | null): number | null => (share === null ? null : rounded(share * 100));
const two = (): number => 2;
const own = ({ indicator }: Row): number => (indicator.kind === 'ratio' ? 2 : indicator.decimals);

/** In per cent, of a ratio in points. */
function yearOnYear({ standing: { actual, lastYear }, indicator }: Row): number | null {
  if (actual === null || lastYear === null) return null;
  if (indicator.kind === 'ratio') return percent(actual - lastYear);
  return lastYear === 0 ? null : percent(actual / lastYear - 1);
}

function columnsIn(language: Language): readonly TableColumn<Row>[] {
  return [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ area }) => area.region },
    { head: { zh: '地区', en: 'Region' }, value: ({ area }) => area.name[language] },
    { head: { zh: '指标代码', en: 'Indicator code' }, width: 16, value: ({ indicator }) => indicator.code },
    { head: { zh: '指标', en: 'Indicator' }, width: 40, value: ({ indicator }) => indicator.name[language] },
    {
      head: { zh: '单位', en: 'Unit' },
      value: ({ indicator }) => (indicator.kind === 'ratio' ? '%' : indicator.unit[language]),
    },
    {
      head: { zh: '年度目标', en: 'Target' },
      value: ({ indicator, standing }) => shareOrAmount(standing.target, indicator),
      decimals: own,
    },
    {
      head: { zh: '累计完成', en: 'Done' },
      value: ({ indicator, standing }) => shareOrAmount(standing.actual, indicator),
      decimals: own,
    },
    {
      head: { zh: '完成率（%）', en: 'Completion (%)' },
      value: ({ standing }) => percent(standing.completion),
      decimals: two,
    },
    {
      head: { zh: '同比（%，比例为百分点）', en: 'Year on year (%, of shares points)' },
      value: yearOnYear,
      decimals: two,
    },
    {
      head: { zh: '与序时相差（百分点）', en: 'Against pace (points)' },
      value: ({ standing }) => rounded(standing.gapPoints),
      decimals: two,
    },
    { head: { zh: '位次', en: 'Place' }, width: 8, value: ({ place }) => place },
    { head: { zh: '状态', en: 'Level' }, value: ({ standing }) => levelWords[language][standing.level] },
  ];
}

/** The changes as they are printed: what was said, and what it is. */
export function changesTableOf({ head, rows }: BulletinTable, name: string): Table<readonly string[]> {
  const columns = head.map((text, at): TableColumn<readonly string[]> => {
    return { head: { zh: text, en: text }, width: 28, value: (row) => row[at] ?? null };
  });
  return { name, columns, rows };
}
