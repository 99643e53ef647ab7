/** The checklist of an interview, a row for each city and item. */
import type { Interview, ItemState } from '../interviews/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Table, TableColumn } from './table-file.ts';

type Row = Interview['items'][number];

const stateWords: Readonly<Record<ItemState, Readonly<Record<Language, string>>>> = {
  open: { zh: '待落实', en: 'open' },
  reported: { zh: '已上报', en: 'reported' },
  verified: { zh: '已销号', en: 'verified' },
  returned: { zh: '已退回', en: 'returned' },
};

export function checklistTableOf(interview: Interview, regions: readonly Region[], language: Language): Table<Row> {
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name[language] ?? code;
  const demandOf = (key: string): string =>
    interview.requirements.flatMap(({ items }) => items).find((item) => item.key === key)?.title[language] ?? '';
  const yesOrNo = (is: boolean): string => (language === 'zh' ? (is ? '是' : '否') : is ? 'yes' : 'no');
  const columns: readonly TableColumn<Row>[] = [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ region }) => region },
    { head: { zh: '地区', en: 'Region' }, value: ({ region }) => nameOf(region) },
    { head: { zh: '事项编号', en: 'Item' }, width: 10, value: ({ item }) => item },
    { head: { zh: '要求', en: 'Demand' }, width: 48, value: ({ item }) => demandOf(item) },
    { head: { zh: '状态', en: 'State' }, value: ({ state }) => stateWords[state][language] },
    { head: { zh: '责任单位', en: 'Owner' }, width: 20, value: ({ owner }) => owner },
    { head: { zh: '责任人', en: 'Person' }, value: ({ person }) => person },
    { head: { zh: '期限', en: 'Due on' }, value: ({ dueOn }) => dueOn },
    { head: { zh: '逾期', en: 'Overdue' }, width: 8, value: ({ overdue }) => yesOrNo(overdue) },
    { head: { zh: '最近说明', en: 'Newest word' }, width: 40, value: ({ latest }) => latest?.note ?? null },
    { head: { zh: '说明时间', en: 'Said at' }, width: 24, value: ({ latest }) => latest?.at ?? null },
  ];
  const name = language === 'zh' ? `约谈清单-${interview.heldOn}` : `Checklist-${interview.heldOn}`;
  return { name, columns, rows: interview.items };
}
