import type { AuditRow } from '#db/audit.ts';
import { auditActions } from '../http/audit-action.ts';
import { byteOrderMark, csvLine } from '../http/csv.ts';
import type { Role } from '../http/endpoint.ts';
import type { Language } from '../http/problem.ts';
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

/** The events as the pieces of a CSV file in a language, as a reader of this role may see them. */
export async function* csvOf(
  batches: AsyncIterable<readonly AuditRow[]>,
  language: Language,
  reader: Role,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(heads[language]);
  for await (const rows of batches) yield rows.map((row) => lineOf(row, language, reader)).join('');
}

function lineOf(row: AuditRow, language: Language, reader: Role): string {
  const { at, actor, title, role, action, endpoint, object, outcome, address, detail, requestId } = presentEvent(
    row,
    reader,
  );
  return csvLine([
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
  ]);
}
