/** What waits for review, in the queue's order, a row for each hint. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Hint, SubmissionLine } from '../submissions/contract.ts';
import { statusWords } from '../submissions/lifecycle.ts';
import { rounded } from './words.ts';
import type { Table, TableColumn } from './table-file.ts';

interface Row {
  readonly line: SubmissionLine;
  /** Null for one that has none. */
  readonly hint: Hint | null;
}

const hintWords: Readonly<Record<Hint['code'], Readonly<Record<Language, string>>>> = {
  falling: { zh: '累计下降', en: 'cumulative falls' },
  'not-yet-known': { zh: '必填而尚未掌握', en: 'required, not yet known' },
  'not-reported': { zh: '本月无数，此前有数', en: 'no figure, earlier months had it' },
  jump: { zh: '新增远高于以往', en: 'far above the months before' },
  copied: { zh: '与此前的数相同', en: 'same as an earlier figure' },
  'on-the-line': { zh: '恰在界线上', en: 'exactly on the line' },
  'would-be-behind': { zh: '若通过将为滞后', en: 'would be behind' },
  'far-from-last-year': { zh: '与去年之比异于前几个月', en: 'compares otherwise with last year' },
};

export function reviewTableOf(
  waiting: readonly SubmissionLine[],
  { regions, indicators }: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] },
  language: Language,
): Table<Row> {
  const rows = waiting.flatMap((line): Row[] =>
    line.hints.length === 0 ? [{ line, hint: null }] : line.hints.map((hint) => ({ line, hint })),
  );
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name[language] ?? code;
  const indicatorOf = (code: string): string => indicators.find((one) => one.code === code)?.name[language] ?? code;
  const columns: readonly TableColumn<Row>[] = [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ line }) => line.region },
    { head: { zh: '地区', en: 'Region' }, value: ({ line }) => nameOf(line.region) },
    { head: { zh: '年', en: 'Year' }, width: 8, value: ({ line }) => line.year },
    { head: { zh: '月', en: 'Month' }, width: 8, value: ({ line }) => line.month },
    { head: { zh: '报送状态', en: 'State' }, value: ({ line }) => statusWords[line.status][language] },
    { head: { zh: '数据截至', en: 'As of' }, value: ({ line }) => line.asOf },
    { head: { zh: '报送人', en: 'Submitted by' }, value: ({ line }) => line.submittedBy },
    { head: { zh: '报送时间', en: 'Submitted at' }, width: 24, value: ({ line }) => line.submittedAt },
    { head: { zh: '期限', en: 'Due on' }, value: ({ line }) => line.dueOn },
    {
      head: { zh: '指标', en: 'Indicator' },
      width: 40,
      value: ({ hint }) => (hint === null ? null : indicatorOf(hint.indicator)),
    },
    {
      head: { zh: '提示', en: 'Hint' },
      width: 28,
      value: ({ hint }) => (hint === null ? null : hintWords[hint.code][language]),
    },
    { head: { zh: '所报', en: 'Value' }, value: ({ hint }) => rounded(hint?.value ?? null) },
    { head: { zh: '对照', en: 'Against' }, value: ({ hint }) => rounded(hint?.against ?? null) },
    { head: { zh: '权重', en: 'Weight' }, width: 8, value: ({ hint }) => hint?.weight ?? null },
  ];
  return { name: language === 'zh' ? '待审报送' : 'Review-queue', columns, rows };
}
