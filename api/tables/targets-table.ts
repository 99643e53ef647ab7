/** The ledger of a year's targets: each line of it, the oldest first, and cells without a target by their empty line. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Targets, TargetStep } from '../targets/contract.ts';
import { originWords, shareOrAmount } from './words.ts';
import { subjectColumns, type Subject } from './subject-columns.ts';
import type { Table, TableColumn } from './table-file.ts';

interface Row extends Subject {
  readonly step: TargetStep | null;
}

export function targetsTableOf(
  { year, cells }: Targets,
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<Row> {
  const rows = cells.flatMap((cell): Row[] => {
    const region = regions.find(({ code }) => code === cell.region);
    const indicator = indicators.find(({ code }) => code === cell.indicator);
    if (region === undefined || indicator === undefined) return [];
    return (cell.steps.length === 0 ? [null] : cell.steps).map((step) => ({ region, indicator, step }));
  });
  return { name: language === 'zh' ? `年度目标-${year}年` : `Targets-${year}`, columns: columnsIn(language), rows };
}

function columnsIn(language: Language): readonly TableColumn<Row>[] {
  return [
    ...subjectColumns(language),
    {
      head: { zh: '目标', en: 'Target' },
      value: ({ indicator, step }) => shareOrAmount(step?.amount ?? null, indicator),
      decimals: ({ indicator }) => (indicator.kind === 'ratio' ? 2 : indicator.decimals),
    },
    { head: { zh: '执行月份', en: 'From month' }, width: 10, value: ({ step }) => step?.effectiveMonth ?? null },
    { head: { zh: '文号', en: 'Document' }, width: 24, value: ({ step }) => step?.documentNumber ?? null },
    { head: { zh: '理由', en: 'Reason' }, width: 40, value: ({ step }) => step?.reason ?? null },
    { head: { zh: '设定人', en: 'Set by' }, value: ({ step }) => step?.author ?? null },
    { head: { zh: '设定时间', en: 'Set at' }, width: 24, value: ({ step }) => step?.decidedAt ?? null },
    {
      head: { zh: '数据来源', en: 'Origin' },
      width: 20,
      value: ({ step }) => (step === null ? null : originWords[step.origin][language]),
    },
  ];
}
