import { createHash } from 'node:crypto';
import type { IndicatorRow } from '#db/indicators.ts';
import type { FiguredVersion, SubmissionKey } from '#db/submissions.ts';
import { snapshotOf } from '../assessments/snapshot.ts';
import type { FigureIn } from '../figures/contract.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { Context } from '../http/context.ts';
import { Problem, problemSentence, type Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import type { Upload } from '../http/serve-upload.ts';
import { refusalOf, versionFor } from '../submissions/lifecycle.ts';
import { openRecord, type SubmissionRecord } from '../submissions/submission-record.ts';
import { columnLetters } from '../workbooks/grid.ts';
import { readGrid } from '../workbooks/read-grid.ts';
import { workbookBytes, type Workbook } from '../workbooks/workbook.ts';
import { changesOf, type Answer, type Change } from './changes.ts';
import type { FileAnswer, FilePreview } from './contract.ts';
import { shownValue, type Fault } from './layout.ts';
import { markedTable } from './marked.ts';
import { tableOf, type FileTable } from './table.ts';
import { templateName, templateOf, type TemplateMonth } from './template.ts';

/** The workbook to fill in for one month. @throws Problem `not-found`, `month-not-open` */
export async function downloadTemplate(context: Context, key: SubmissionKey, language: Language): Promise<FileReply> {
  const { record, regionName, version } = await openMonth(context, key);
  const month: TemplateMonth = { ...key, regionName, version, rows: rowsOf(record) };
  const content = workbookBytes(templateOf(month, language));
  return {
    name: templateName(month, language),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tag: createHash('sha256').update(content).digest('hex').slice(0, 32),
    content,
  };
}

/**
 * What a file would change in the draft, or what must be mended in it. Nothing is written: what is confirmed is saved by the
 * command that the form saves with.
 * @throws Problem `not-found`, `month-not-open`, what `saveDraft` refuses just now, and what `readGrid` does
 */
export async function previewFile(
  context: Context,
  key: SubmissionKey,
  language: Language,
  upload: Upload,
): Promise<FilePreview> {
  const { record, regionName, version } = await openMonth(context, key);
  const refusal = refusalOf('save', record, context.actor);
  if (refusal !== null) throw new Problem(refusal.code, refusal.values);
  const grid = await readGrid(upload.path, upload.contentType === 'text/csv' ? 'csv' : 'xlsx');
  const { indicators } = record;
  const table = tableOf(grid, { ...key, regionName, version, indicators });
  const editing = versionToEdit(record);
  const {
    changes,
    unchanged,
    faults: inCells,
  } = table.head === null
    ? { changes: [], unchanged: 0, faults: [] }
    : changesOf(table.rows, table.head, { figures: answersOf(editing), version, indicators });
  const faults = [...table.faults, ...inCells].toSorted((a, b) => a.row - b.row || a.column - b.column);
  return {
    version,
    isStale: table.rows.some(({ stamp }) => stamp !== null && stamp !== version),
    encoding: grid.encoding,
    kept: keptOf(editing, indicators),
    changes: faults.length > 0 ? [] : changes.map(presentChange),
    unchanged,
    formulas: formulasOf(table),
    faults: faults.slice(0, maxTold).map((fault) => presentFault(table, fault)),
    marked: faults.length === 0 ? null : packed(markedTable(table, faults, language)),
  };
}

const packed = (workbook: Workbook | null): string | null =>
  workbook === null ? null : workbookBytes(workbook).toString('base64');

/** More of a kind helps nobody; the marked workbook has them all. */
const maxTold = 200;

async function openMonth(context: Context, key: SubmissionKey) {
  const snapshot = await snapshotOf(context, key.year);
  const record = await openRecord(context.database.reader, context, snapshot, key);
  const region = snapshot.regions.byCode.get(key.region);
  const regionName = { zh: region?.nameZh ?? key.region, en: region?.nameEn ?? key.region };
  return { record, regionName, version: versionFor(record.counters, context.actor.role) };
}

/** The version that the form goes on from; null where it starts anew. */
function versionToEdit({ versions: [newest] }: SubmissionRecord): FiguredVersion | null {
  return newest?.state === 'draft' || newest?.state === 'returned' ? newest : null;
}

/** What a version says of each indicator: a figure, or why there is none. */
function answersOf(version: FiguredVersion | null): ReadonlyMap<string, Answer> {
  const { figures = [], absences } = version ?? {};
  return new Map<string, Answer>([
    ...figures.map(({ indicator, cumulative, denominator }) => [indicator, { cumulative, denominator }] as const),
    ...Object.entries(absences ?? {}).map(([indicator, absence]) => [indicator, { absence }] as const),
  ]);
}

function rowsOf(record: SubmissionRecord): TemplateMonth['rows'] {
  const { year, month, accepted, indicators } = record;
  const saved = answersOf(versionToEdit(record));
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return indicators.map((indicator) => {
    const own = saved.get(indicator.code) ?? null;
    const source = indicator.numeratorFrom === null ? undefined : saved.get(indicator.numeratorFrom);
    const lastMonth = accepted.find(
      (one) => one.indicator === indicator.code && one.year === before.year && one.month === before.month,
    );
    return {
      indicator,
      saved: own,
      lastMonth: lastMonth ?? null,
      follows: indicator.numeratorFrom !== null && (own === null || isFollowing(own, source)),
    };
  });
}

/** Whether a ratio's answer leaves its numerator to the figure that it follows. */
const isFollowing = (own: Answer, source: Answer | undefined): boolean =>
  'absence' in own || (source !== undefined && !('absence' in source) && source.cumulative === own.cumulative);

/** The draft as its form would send it again. */
function keptOf(version: FiguredVersion | null, indicators: readonly IndicatorRow[]): FilePreview['kept'] {
  const figures = [...answersOf(version)].flatMap(([code, answer]): readonly (readonly [string, FigureIn])[] => {
    const indicator = indicators.find((one) => one.code === code);
    if (indicator === undefined) return [];
    const shown = inUnits(answer, indicator);
    if ('absence' in shown) return [[code, shown]];
    const { cumulative, denominator } = shown;
    return [[code, denominator === null ? { cumulative } : { numerator: cumulative, denominator }]];
  });
  const { note = '', cause = '', remedies = '', words } = version ?? {};
  return {
    figures: Object.fromEntries(figures),
    ...(version !== null && { asOf: version.asOf }),
    note,
    cause,
    remedies,
    words: { ...words },
  };
}

/** An answer in the indicator's unit. */
export const inUnits = (answer: Answer, { scale }: IndicatorRow): FileAnswer =>
  'absence' in answer
    ? answer
    : { cumulative: inUnit(answer.cumulative, scale), denominator: inUnit(answer.denominator, scale) };

function presentChange({ indicator, row, before, after, conflict }: Change): FilePreview['changes'][number] {
  const shown = (answer: Answer | null) => (answer === null ? null : inUnits(answer, indicator));
  return {
    indicator: indicator.code,
    follows: indicator.numeratorFrom,
    row,
    before: shown(before),
    after: shown(after),
    conflict: conflict === null ? null : { downloaded: shown(conflict.downloaded) },
  };
}

function presentFault(
  { sheet }: FileTable,
  { row, column, value, code, values }: Fault,
): FilePreview['faults'][number] {
  const detail = { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') };
  return { sheet: sheet.name, row, column: columnLetters(column), value, code, detail };
}

/** The cells with figures that are computed. */
function formulasOf({ sheet, rows }: FileTable): FilePreview['formulas'] {
  return rows.flatMap(({ number, cumulative, denominator }) =>
    [cumulative, denominator].flatMap((cell) =>
      cell?.formula === 'computed'
        ? [{ sheet: sheet.name, row: number, column: columnLetters(cell.column), value: shownValue(cell.value) }]
        : [],
    ),
  );
}
