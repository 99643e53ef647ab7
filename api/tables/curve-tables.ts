/** Pace curves in all their versions, and the node plans of a year in all of theirs: each with its share by each month end. */
import type { CurveList, CurveVersion } from '../curve-changes/contract.ts';
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import { monthKey } from '../indicators/lifecycle.ts';
import type { NodePlan, NodePlanCommand, NodePlanVersion } from '../node-plans/contract.ts';
import type { Region } from '../regions/contract.ts';
import { shareOrAmount } from './words.ts';
import { subjectColumns, type Subject } from './subject-columns.ts';
import type { Table, TableColumn } from './table-file.ts';

/** What a row has from whom and why; null where a plan was never sent. */
interface Decided {
  readonly points: readonly number[];
  readonly author: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}

/** The share of the year's target by each month end, in per cent. */
const shareColumns = <Row>(pointsOf: (row: Row) => Decided['points']): readonly TableColumn<Row>[] =>
  Array.from({ length: 12 }, (_, at) => ({
    head: { zh: `${at + 1}月末（%）`, en: `By end of month ${at + 1} (%)` },
    width: 12,
    value: (row) => shareOrAmount(pointsOf(row)[at] ?? null, { kind: 'ratio' }),
    decimals: () => 2,
  }));

const decidedColumns = <Row>(decidedOf: (row: Row) => Omit<Decided, 'points'>): readonly TableColumn<Row>[] => [
  { head: { zh: '理由', en: 'Reason' }, width: 40, value: (row) => decidedOf(row).reason },
  { head: { zh: '经办人', en: 'By' }, value: (row) => decidedOf(row).author },
  { head: { zh: '时间', en: 'At' }, width: 24, value: (row) => decidedOf(row).at },
];

/** A row for each version of each curve, in the order of the page; where it judges is told beside it. */
export function curvesTableOf(
  { curves, assignments }: CurveList,
  indicators: readonly Indicator[],
  language: Language,
): Table<CurveVersion> {
  const nameOf = (code: string): string => indicators.find((one) => one.code === code)?.name[language] ?? code;
  const judging = ({ code, version }: CurveVersion): string =>
    assignments
      .filter((one) => one.curve === code && one.version === version && one.withdrawn === null)
      .map(({ indicator, effectiveYear: year, effectiveMonth: month }) => [
        nameOf(indicator),
        monthKey({ year, month }),
      ])
      .map(([name, since]) => (language === 'zh' ? `${name}（自 ${since} 起）` : `${name} (from ${since})`))
      .join(language === 'zh' ? '；' : '; ');
  return {
    name: language === 'zh' ? '序时曲线' : 'Pace-curves',
    columns: [
      { head: { zh: '曲线代码', en: 'Curve code' }, value: ({ code }) => code },
      { head: { zh: '曲线', en: 'Curve' }, width: 24, value: ({ name }) => name[language] },
      { head: { zh: '版本', en: 'Version' }, width: 8, value: ({ version }) => version },
      ...shareColumns<CurveVersion>(({ points }) => points),
      { head: { zh: '启用于', en: 'In force for' }, width: 40, value: (curve) => judging(curve) || null },
      { head: { zh: '来源', en: 'Source' }, width: 40, value: ({ source }) => source[language] },
      ...decidedColumns<CurveVersion>((curve) => curve),
    ],
    rows: curves,
  };
}

interface PlanRow extends Subject {
  readonly plan: NodePlan;
  readonly version: NodePlanVersion | null;
}

const actionWords: Readonly<Record<NodePlanCommand, Readonly<Record<Language, string>>>> = {
  submit: { zh: '报送', en: 'sent' },
  approve: { zh: '批准', en: 'approved' },
  return: { zh: '退回', en: 'returned' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
};

/** A row for each version of each plan, the oldest first; an indicator that a bureau has no plan for has an empty one. */
export function nodePlansTableOf(
  { year, plans }: { readonly year: number; readonly plans: readonly NodePlan[] },
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<PlanRow> {
  const rows = plans.flatMap((plan): PlanRow[] => {
    const region = regions.find(({ code }) => code === plan.region);
    const indicator = indicators.find(({ code }) => code === plan.indicator);
    if (region === undefined || indicator === undefined) return [];
    const versions = plan.history.length === 0 ? [null] : plan.history.toReversed();
    return versions.map((version) => ({ region, indicator, plan, version }));
  });
  return {
    name: language === 'zh' ? `节点计划-${year}年` : `Node-plans-${year}`,
    columns: [
      ...subjectColumns(language),
      { head: { zh: '版本', en: 'Version' }, width: 8, value: ({ version }) => version?.version ?? null },
      {
        head: { zh: '动作', en: 'Action' },
        value: ({ version }) => (version === null ? null : actionWords[version.action][language]),
      },
      {
        head: { zh: '执行月份', en: 'From month' },
        width: 10,
        value: ({ version }) => version?.effectiveMonth ?? null,
      },
      ...shareColumns<PlanRow>(({ version }) => version?.points ?? []),
      {
        head: { zh: '省厅曲线', en: 'Department’s curve' },
        width: 24,
        value: ({ plan }) => plan.department.name[language],
      },
      ...decidedColumns<PlanRow>(({ version }) => ({
        reason: version?.reason ?? null,
        author: version?.person ?? null,
        at: version?.at ?? null,
      })),
    ],
    rows,
  };
}
