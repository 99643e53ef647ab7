/** How punctually each city reported a year. */
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Punctuality, PunctualityLine } from '../submissions/punctuality-contract.ts';
import type { Table, TableColumn } from './table-file.ts';

export function punctualityTableOf(
  { year, lines }: Punctuality,
  regions: readonly Region[],
  language: Language,
): Table<PunctualityLine> {
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name[language] ?? code;
  const columns: readonly TableColumn<PunctualityLine>[] = [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ region }) => region },
    { head: { zh: '地区', en: 'Region' }, value: ({ region }) => nameOf(region) },
    { head: { zh: '年', en: 'Year' }, width: 8, value: () => year },
    { head: { zh: '到期月数', en: 'Months due' }, width: 10, value: ({ due }) => due },
    { head: { zh: '按时', en: 'In time' }, width: 8, value: ({ onTime }) => onTime },
    { head: { zh: '迟报', en: 'Late' }, width: 8, value: ({ late }) => late },
    { head: { zh: '逾期未报', en: 'Not sent' }, width: 10, value: ({ notSent }) => notSent },
    {
      head: { zh: '按时率（%）', en: 'In time (%)' },
      value: ({ onTimeRate }) => (onTimeRate === null ? null : Number((onTimeRate * 100).toFixed(2))),
      decimals: () => 2,
    },
    { head: { zh: '最长迟报天数', en: 'Most days late' }, value: ({ mostDaysLate }) => mostDaysLate },
    { head: { zh: '退回次数', en: 'Returned' }, width: 10, value: ({ returned }) => returned },
  ];
  return { name: language === 'zh' ? `报送及时率-${year}年` : `Punctuality-${year}`, columns, rows: lines };
}
