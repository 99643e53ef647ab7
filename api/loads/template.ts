/** The table of a province's year to fill in: a row for each city, month that is over, and indicator. */
import { createHash } from 'node:crypto';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import { snapshotOf, rowsOf, type Snapshot } from '../assessments/snapshot.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { Context } from '../http/context.ts';
import { byteOrderMark, csvLine } from '../http/csv.ts';
import type { Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Amounts } from '../month-files/changes.ts';
import { heads, type Column } from '../month-files/layout.ts';
import { widths } from '../month-files/template.ts';
import { reportingIn } from '../regions/tree.ts';
import { workbookBytes, type CellOut } from '../workbooks/workbook.ts';
import { pausing } from '../http/event-loop.ts';

const columns = [
  'region',
  'regionName',
  'year',
  'month',
  'indicator',
  'name',
  'unit',
  'cumulative',
  'denominator',
  'savedCumulative',
  'savedDenominator',
] as const satisfies readonly Column[];

const words = {
  title: {
    zh: (year: number) => `${year}年全省各市各月数据`,
    en: (year: number) => `Figures of the whole province, every month of ${year}`,
  },
  notes: {
    zh: [
      '每行是一个市、一个月、一项指标。只填黄色单元格，填自1月1日起的累计数（存量填历年累计，年末存量填在12月）。没有数据的留空：空不等于零。',
      '其他单元格用于核对地区、月份和指标，请勿改动。几个年度的行可以放在同一张表里。',
      '由厅里录入的数据，须由另一名省厅人员通过后才计入。',
    ],
    en: [
      'A row is one city, month and indicator. Fill in the yellow cells alone, cumulative since 1 January (stocks: all years; a year-end stock belongs to December). Leave empty what is not known: empty is not zero.',
      'The other cells tell region, month and indicator: leave them as they are. Rows of several years may stand in one table.',
      'What the department enters counts once a second official has accepted it.',
    ],
  },
} as const;

interface TemplateRow {
  readonly region: RegionRow;
  readonly year: number;
  readonly month: number;
  readonly indicator: IndicatorRow;
  readonly accepted: Amounts | null;
}

/** The months of the year that are over, with what was accepted of them. */
export async function downloadLoadTemplate(
  context: Context,
  { year, language, format }: { readonly year: number; readonly language: Language; readonly format: 'xlsx' | 'csv' },
): Promise<FileReply> {
  const snapshot = await snapshotOf(context, year);
  const rows = await templateRows(snapshot, dayInShanghai(context.clock.now()));
  const content = format === 'csv' ? Buffer.from(csvOf(rows, language)) : workbookOf(rows, year, language);
  return {
    name: language === 'zh' ? `${year}年全省数据.${format}` : `province-${year}.${format}`,
    contentType: format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tag: createHash('sha256').update(content).digest('hex').slice(0, 32),
    content,
  };
}

async function templateRows(snapshot: Snapshot, today: string): Promise<readonly TemplateRow[]> {
  const { year, indicators, regions } = snapshot;
  const rows: TemplateRow[] = [];
  const pause = pausing();
  for (let month = 1; month <= 12 && lastDayOfMonth(year, month) < today; month += 1) {
    for (const region of reportingIn(regions, { year, month })) {
      for (const indicator of indicators) {
        const own = rowsOf(snapshot.figures, region.code, indicator.code);
        rows.push({ region, year, month, indicator, accepted: own.find((figure) => figure.month === month) ?? null });
      }
      await pause();
    }
  }
  return rows;
}

function workbookOf(rows: readonly TemplateRow[], year: number, language: Language): Buffer {
  return workbookBytes({
    sheet: String(year),
    widths: columns.map((column) => widths[column]),
    // Title, notes and head.
    frozenRows: 2 + words.notes[language].length,
    isProtected: true,
    rows: [
      [{ value: words.title[language](year), look: { font: 'bold' } }],
      ...words.notes[language].map((value): CellOut[] => [{ value, look: { font: 'muted' } }]),
      columns.map((column) => ({ value: heads[column][language], look: { fill: 'head', font: 'bold', wraps: true } })),
      ...rows.map((row) => columns.map((column) => cellOf(column, row, language))),
    ],
  });
}

function cellOf(column: (typeof columns)[number], row: TemplateRow, language: Language): CellOut {
  const { decimals, kind } = row.indicator;
  const value = valueOf(column, row, language);
  if (column === 'cumulative' || (column === 'denominator' && kind === 'ratio')) {
    return { value, look: { fill: 'open', decimals, isOpen: true } };
  }
  return column === 'savedCumulative' || column === 'savedDenominator'
    ? { value, look: { font: 'muted', decimals } }
    : { value };
}

/** CSV has nothing to protect its cells by, and is read back by its heads alone. */
const csvOf = (rows: readonly TemplateRow[], language: Language): string =>
  byteOrderMark +
  csvLine(columns.map((column) => heads[column][language])) +
  rows.map((row) => csvLine(columns.map((column) => valueOf(column, row, language) ?? ''))).join('');

function valueOf(column: (typeof columns)[number], row: TemplateRow, language: Language): string | number | null {
  const { region, indicator, accepted } = row;
  const isChinese = language === 'zh';
  switch (column) {
    case 'region':
      return region.code;
    case 'regionName':
      return isChinese ? region.nameZh : region.nameEn;
    case 'year':
    case 'month':
      return row[column];
    case 'indicator':
      return indicator.code;
    case 'name':
      return isChinese ? indicator.nameZh : indicator.nameEn;
    case 'unit':
      return isChinese ? indicator.unitZh : indicator.unitEn;
    case 'cumulative':
      // A numerator that follows another figure is not filled in, so that a change of that one is no contradiction.
      if (indicator.numeratorFrom !== null) return null;
      return accepted === null ? null : inUnit(accepted.cumulative, indicator.scale);
    case 'savedCumulative':
      return accepted === null ? null : inUnit(accepted.cumulative, indicator.scale);
    case 'denominator':
    case 'savedDenominator':
      return accepted === null ? null : inUnit(accepted.denominator, indicator.scale);
  }
}
