/** The months of a year and every city: state, days, how late. */
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { SubmissionLine } from '../submissions/contract.ts';
import { statusWords } from '../submissions/lifecycle.ts';
import type { Table, TableColumn } from './table-file.ts';

export function submissionsTableOf(
  year: number,
  lines: readonly SubmissionLine[],
  regions: readonly Region[],
  language: Language,
): Table<SubmissionLine> {
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name[language] ?? code;
  const yesOrNo = (is: boolean): string => (language === 'zh' ? (is ? '是' : '否') : is ? 'yes' : 'no');
  const columns: readonly TableColumn<SubmissionLine>[] = [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ region }) => region },
    { head: { zh: '地区', en: 'Region' }, value: ({ region }) => nameOf(region) },
    { head: { zh: '年', en: 'Year' }, width: 8, value: (line) => line.year },
    { head: { zh: '月', en: 'Month' }, width: 8, value: ({ month }) => month },
    { head: { zh: '报送状态', en: 'State' }, value: ({ status }) => statusWords[status][language] },
    { head: { zh: '数据截至', en: 'As of' }, value: ({ asOf }) => asOf },
    { head: { zh: '已通过数据截至', en: 'Accepted as of' }, value: ({ acceptedAsOf }) => acceptedAsOf },
    { head: { zh: '期限', en: 'Due on' }, value: ({ dueOn }) => dueOn },
    { head: { zh: '截止日', en: 'Closes on' }, value: ({ closesOn }) => closesOn },
    { head: { zh: '逾期', en: 'Overdue' }, width: 8, value: ({ overdue }) => yesOrNo(overdue) },
    { head: { zh: '迟报天数', en: 'Days late' }, width: 10, value: ({ daysLate }) => daysLate },
    { head: { zh: '退回理由', en: 'Reason of the return' }, width: 40, value: ({ returnReason }) => returnReason },
  ];
  return { name: language === 'zh' ? `报送状态-${year}年` : `Submissions-${year}`, columns, rows: lines };
}
