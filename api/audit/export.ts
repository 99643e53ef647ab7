import type { AuditRow } from '#db/audit.ts';
import { auditActions } from '../http/audit-action.ts';
import { byteOrderMark, csvLine } from '../http/csv.ts';
import type { Role } from '../http/endpoint.ts';
import type { Language } from '../http/problem.ts';
import { workbookStream, type CellOut } from '../workbooks/workbook.ts';
import { presentEvent } from './present.ts';
import { roleWords } from './role-words.ts';

const heads = {
  zh: ['时间（北京时间）', '账号', '姓名或岗位', '角色', '操作', '对象', '结果', '网络地址', '详情', '请求编号'],
  en: [
    'Time (Asia/Shanghai)',
    'Account',
    'Person or post',
    'Role',
    'Action',
    'Object',
    'Outcome',
    'Address',
    'Detail',
    'Request id',
  ],
} as const;

const outcomes = { done: { zh: '完成', en: 'Done' }, refused: { zh: '被拒绝', en: 'Refused' } } as const;
const refusedRequest = { zh: '请求被拒绝', en: 'Request refused' } as const;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

const widths = [20, 16, 28, 12, 22, 28, 10, 16, 60, 38] as const;
const sheetName = { zh: '审计记录', en: 'Audit trail' } as const;

/** How many events a workbook holds: what a spreadsheet program still opens on an office's machine. */
export const sheetLimit = 200_000;

const restIsLeftOut = {
  zh: (limit: number) =>
    `本表只含最新的 ${limit} 条记录，更早的未列出：请缩小日期范围后再导出，或导出 CSV（不限条数）。`,
  en: (limit: number) =>
    `This sheet holds the newest ${limit} records; older ones are left out: narrow the dates and export again, or take the CSV, which holds all.`,
} as const;

/** A spreadsheet program takes no more characters in one cell. */
const cellLimit = 32_767;
const isCut = { zh: ' …（已截断，全文见 CSV）', en: ' … (cut off; the CSV has all of it)' } as const;

interface Read {
  readonly language: Language;
  /** Who reads it: the file shows what the page shows. */
  readonly reader: Role;
}

type Batches = AsyncIterable<readonly AuditRow[]>;

/** The events as the pieces of a CSV file. */
export async function* csvOf(batches: Batches, read: Read): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(heads[read.language]);
  for await (const rows of batches) yield rows.map((row) => csvLine(cellsOf(row, read))).join('');
}

/** The events as the pieces of a workbook: its newest `limit`, and a line that says so where there are more. */
export function workbookOf(batches: Batches, read: Read, limit = sheetLimit): AsyncGenerator<Buffer> {
  const sheet = sheetName[read.language];
  return workbookStream({ sheet, widths, frozenRows: 1, looks: [headLook], rows: sheetRows(batches, read, limit) });
}

const headLook = { fill: 'head', font: 'bold', wraps: true } as const;

async function* sheetRows(
  batches: Batches,
  read: Read,
  limit: number,
): AsyncGenerator<readonly (readonly CellOut[])[]> {
  const { language } = read;
  yield [heads[language].map((value) => ({ value, look: headLook }))];
  let left = limit;
  for await (const rows of batches) {
    yield rows.slice(0, left).map((row) => cellsOf(row, read).map((text) => ({ value: fitting(text, language) })));
    if (rows.length > left) {
      yield [[{ value: restIsLeftOut[language](limit) }]];
      return;
    }
    left -= rows.length;
  }
}

function fitting(text: string, language: Language): string {
  if (text.length <= cellLimit) return text;
  return text.slice(0, cellLimit - isCut[language].length) + isCut[language];
}

/** A row's texts, in the order of the heads. */
function cellsOf(row: AuditRow, { language, reader }: Read): readonly string[] {
  const { at, actor, title, role, action, endpoint, object, outcome, address, detail, requestId } = presentEvent(
    row,
    reader,
  );
  return [
    clock.format(new Date(at)),
    actor ?? '',
    title?.[language] ?? '',
    role === null ? '' : roleWords[role][language],
    action === null ? `${refusedRequest[language]} (${endpoint})` : auditActions[action][language],
    object,
    outcomes[outcome][language],
    address ?? '',
    JSON.stringify(detail),
    requestId,
  ];
}
