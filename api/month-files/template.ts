/** The workbook to fill in for one month. */
import type { IndicatorRow } from '#db/indicators.ts';
import { absenceWords } from '../figures/absence.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { Language } from '../http/problem.ts';
import type { CellOut, Workbook } from '../workbooks/workbook.ts';
import type { Amounts, Answer } from './changes.ts';
import { columns, heads, type Column } from './layout.ts';

export interface TemplateMonth {
  readonly region: string;
  readonly regionName: Readonly<Record<Language, string>>;
  readonly year: number;
  readonly month: number;
  readonly version: number;
  readonly rows: readonly TemplateRow[];
}

export interface TemplateRow {
  readonly indicator: IndicatorRow;
  readonly lastMonth: Amounts | null;
  /** The draft's. */
  readonly saved: Answer | null;
  /** Whether a ratio's numerator is that of the indicator it follows, so that its cell stays empty and is not to be filled in. */
  readonly follows: boolean;
}

/** In characters; a Chinese one counts as two. */
export const widths: Readonly<Record<Column, number>> = {
  indicator: 16,
  name: 44,
  unit: 10,
  lastMonth: 18,
  lastDenominator: 14,
  cumulative: 22,
  denominator: 18,
  savedCumulative: 18,
  savedDenominator: 18,
  region: 12,
  regionName: 16,
  year: 8,
  month: 6,
  version: 8,
};

const monthName = (year: number, month: number): Readonly<Record<Language, string>> => ({
  zh: `${year}年${month}月`,
  en: `${year}-${String(month).padStart(2, '0')}`,
});

const words = {
  title: {
    zh: (region: string, month: string) => `${region} ${month} 月报数据`,
    en: (region: string, month: string) => `${region}, ${month}: monthly figures`,
  },
  notes: {
    zh: [
      '只填黄色单元格，填自1月1日起的累计数（存量填历年累计）。没有数据的留空：空不等于零，确为零时请填 0；本市没有此项业务的填“不适用”，一时报不出的填“尚未掌握”。',
      '比率填分子和分母；分子取自另一指标的，不必填，也不得与其不同。其他单元格用于核对城市、月份和版本，请勿改动。',
      '填好后在本月报送页面上传；先预览，确认后才保存为草稿。',
    ],
    en: [
      'Fill in the yellow cells alone, cumulative since 1 January (stocks: all years). Leave empty what you cannot answer: empty is not zero; write 0 where it is zero, “not applicable” where your city has no such thing, “not yet known” where the figure is still to come.',
      'A ratio takes a numerator and a denominator; a numerator that follows another indicator is left empty, and cannot differ from it. The other cells tell city, month and version: leave them as they are.',
      'Send the file on the month’s page: you see what would change, and nothing is saved before you confirm.',
    ],
  },
} as const;

/** The name that the file is saved under. */
export function templateName({ regionName, year, month }: TemplateMonth, language: Language): string {
  return `${regionName[language]}-${monthName(year, month)[language]}.xlsx`;
}

export function templateOf(month: TemplateMonth, language: Language): Workbook {
  const name = monthName(month.year, month.month)[language];
  return {
    sheet: name,
    widths: columns.map((column) => widths[column]),
    // Title, notes and head.
    frozenRows: 2 + words.notes[language].length,
    isProtected: true,
    rows: [
      [{ value: words.title[language](month.regionName[language], name), look: { font: 'bold' } }],
      ...words.notes[language].map((value): CellOut[] => [{ value, look: { font: 'muted' } }]),
      columns.map((column) => ({ value: heads[column][language], look: { fill: 'head', font: 'bold', wraps: true } })),
      ...month.rows.map((row) => columns.map((column) => cellOf(column, row, month, language))),
    ],
  };
}

/** An answer without a number stands where the row is filled in. */
const absenceOf = (saved: Answer | null, language: Language): string | null =>
  saved !== null && 'absence' in saved ? absenceWords[saved.absence][language] : null;

function cellOf(column: (typeof columns)[number], row: TemplateRow, month: TemplateMonth, language: Language): CellOut {
  const { indicator, lastMonth, saved, follows } = row;
  const { decimals, scale, kind } = indicator;
  const amount = (value: number | null | undefined) =>
    value === undefined || value === null ? null : inUnit(value, scale);
  const answered = (part: keyof Amounts) => {
    if (saved === null) return null;
    if ('absence' in saved) return part === 'cumulative' ? absenceWords[saved.absence][language] : null;
    return amount(saved[part]);
  };
  const open = { fill: 'open', decimals, isOpen: true } as const;
  const own = { font: 'muted', decimals } as const;
  switch (column) {
    case 'indicator':
      return { value: indicator.code };
    case 'name':
      return { value: language === 'zh' ? indicator.nameZh : indicator.nameEn, look: { wraps: true } };
    case 'unit':
      return { value: language === 'zh' ? indicator.unitZh : indicator.unitEn };
    case 'lastMonth':
      return { value: amount(lastMonth?.cumulative), look: own };
    case 'lastDenominator':
      return { value: amount(lastMonth?.denominator), look: own };
    case 'cumulative':
      return follows ? { value: null } : { value: answered('cumulative'), look: open };
    case 'denominator':
      if (kind !== 'ratio') return { value: null };
      return { value: answered('denominator') ?? (follows ? absenceOf(saved, language) : null), look: open };
    case 'savedCumulative':
      return { value: answered('cumulative'), look: own };
    case 'savedDenominator':
      return { value: answered('denominator'), look: own };
    case 'region':
      return { value: month.region, look: { font: 'muted' } };
    case 'year':
    case 'month':
    case 'version':
      return { value: month[column], look: { font: 'muted' } };
  }
}
