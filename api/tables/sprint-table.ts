/** The sprint of a month: each city on each indicator, with what it still owes, what it does and what its checklist has open. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Sprint } from '../standings/contract.ts';
import { levelWords } from '../standings/level-words.ts';
import { rounded, shareOrAmount } from './words.ts';
import { subjectColumns, type Subject } from './subject-columns.ts';
import type { Table, TableColumn } from './table-file.ts';

type City = Sprint['cities'][number];

interface Row extends Subject {
  readonly city: City;
  readonly one: City['indicators'][number];
}

export function sprintTableOf(
  sprint: Sprint,
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<Row> {
  const rows = sprint.cities.flatMap((city) =>
    city.indicators.flatMap((one): Row[] => {
      const region = regions.find(({ code }) => code === city.region);
      const indicator = indicators.find(({ code }) => code === one.standing.indicator);
      return region === undefined || indicator === undefined ? [] : [{ region, indicator, city, one }];
    }),
  );
  const month = `${sprint.year}-${String(sprint.month).padStart(2, '0')}`;
  const name = language === 'zh' ? `年终冲刺-${sprint.year}年${sprint.month}月` : `Sprint-${month}`;
  return { name, columns: columnsIn(language), rows };
}

const inAmounts = ({ indicator }: Row): number => indicator.decimals;
const own = ({ indicator }: Row): number => (indicator.kind === 'ratio' ? 2 : indicator.decimals);

function columnsIn(language: Language): readonly TableColumn<Row>[] {
  return [
    ...subjectColumns(language),
    { head: { zh: '状态', en: 'Level' }, value: ({ one }) => levelWords[language][one.standing.level] },
    {
      head: { zh: '年度目标', en: 'Target' },
      value: ({ one, indicator }) => shareOrAmount(one.standing.target, indicator),
      decimals: own,
    },
    {
      head: { zh: '累计完成', en: 'Actual' },
      value: ({ one, indicator }) => shareOrAmount(one.standing.actual, indicator),
      decimals: own,
    },
    {
      head: { zh: '完成率（%）', en: 'Completion (%)' },
      value: ({ one: { standing } }) => (standing.completion === null ? null : rounded(standing.completion * 100)),
      decimals: () => 2,
    },
    {
      head: { zh: '原年度目标', en: 'Original target' },
      value: ({ one: { standing }, indicator }) => shareOrAmount(standing.byOriginalTarget?.target ?? null, indicator),
      decimals: own,
    },
    {
      head: { zh: '按原目标完成率（%）', en: 'Completion of original target (%)' },
      value: ({ one: { standing } }) => {
        const completion = standing.byOriginalTarget?.completion ?? null;
        return completion === null ? null : rounded(completion * 100);
      },
      decimals: () => 2,
    },
    {
      head: { zh: '尚需完成', en: 'Remaining' },
      value: ({ one }) => rounded(one.standing.remaining),
      decimals: inAmounts,
    },
    {
      head: { zh: '每月需完成', en: 'Needed a month' },
      value: ({ one }) => rounded(one.standing.neededPerMonth),
      decimals: inAmounts,
    },
    {
      head: { zh: '近期月均', en: 'Recent months' },
      value: ({ one }) => rounded(one.standing.recentPerMonth),
      decimals: inAmounts,
    },
    {
      head: { zh: '预计年末', en: 'Year-end projection' },
      value: ({ one }) => rounded(one.projection),
      decimals: inAmounts,
    },
    {
      head: { zh: '清单未销号', en: 'Checklist items open' },
      value: ({ city }) => city.checklistProgress?.open ?? null,
    },
    { head: { zh: '清单事项', en: 'Checklist items' }, value: ({ city }) => city.checklistProgress?.total ?? null },
    {
      head: { zh: '清单逾期', en: 'Checklist items late' },
      value: ({ city }) => city.checklistProgress?.overdue ?? null,
    },
  ];
}
