import { backPlanProblemTexts } from './back-plan-problem-texts.ts';
import { curveProblemTexts } from './curve-problem-texts.ts';
import { bulletinProblemTexts } from './bulletin-problem-texts.ts';
import { correctionProblemTexts } from './correction-problem-texts.ts';
import { interviewProblemTexts } from './interview-problem-texts.ts';
import { regionProblemTexts } from './region-problem-texts.ts';
import { tableProblemTexts } from './table-problem-texts.ts';
import { tokenProblemTexts } from './token-problem-texts.ts';
import { figureProblemTexts } from './figure-problem-texts.ts';
import { fileProblemTexts } from './file-problem-texts.ts';
import { indicatorProblemTexts } from './indicator-problem-texts.ts';
import { projectProblemTexts } from './project-problem-texts.ts';
import { ruleProblemTexts } from './rule-problem-texts.ts';
import { sheetProblemTexts } from './sheet-problem-texts.ts';

/**
 * The closed list of problems: one line a code, with its status and its words in both languages.
 * Safe in a browser. `{name}` is filled from the problem's values. The table in api/README.md is held against this list by a test.
 */
export const problemTexts = {
  'malformed-request': {
    status: 400,
    zh: '请求无法读取：不是完整的 HTTP 请求，或请求头过大、过慢。',
    en: 'The request could not be read: it is not whole HTTP, or its head is too large or too slow.',
  },
  'malformed-json': {
    status: 400,
    zh: '请求不是有效的 JSON。请检查括号、引号和数字写法（JSON 中没有 NaN）。',
    en: 'The request is not valid JSON. Check brackets, quotes and numbers (JSON has no NaN).',
  },
  'not-utf-8': { status: 400, zh: '请求不是 UTF-8 编码。', en: 'The request is not in UTF-8.' },
  'text-not-allowed': {
    status: 422,
    zh: '“{field}”中含有不允许的字符：控制字符、改变文字方向的字符或不成对的代理字符。请删除后重试。',
    en: '“{field}” has characters that are not allowed: control characters, marks that turn the direction of writing, or half of a surrogate pair. Remove them.',
  },
  'not-signed-in': {
    status: 401,
    zh: '尚未登录，或登录已过期。请重新登录，已填写的内容会保留。',
    en: 'You are not signed in, or your session has ended. Sign in again; what you typed is kept.',
  },
  ...tokenProblemTexts,
  'wrong-name-or-password': { status: 401, zh: '用户名或密码不正确。', en: 'The name or the password is not right.' },
  'secret-expired': {
    status: 401,
    zh: '一次性密码已使用或已过期（24 小时内有效，仅可登录一次）。请管理员重新生成。',
    en: 'This one-time secret was used or has expired (it signs in once, within 24 hours). Ask an administrator for a new one.',
  },
  'account-locked': {
    status: 429,
    zh: '登录失败次数过多，账号已锁定，请在 {minutes} 分钟后再试，或请管理员解锁。',
    en: 'Too many failed attempts: this account is locked. Try again in {minutes} minutes, or ask an administrator to unlock it.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请稍候再试。',
    en: 'Too many requests. Wait a moment and try again.',
  },
  'password-change-required': {
    status: 403,
    zh: '请先修改一次性密码，然后继续。',
    en: 'Change your one-time password first, then go on.',
  },
  'weak-password': {
    status: 422,
    zh: '密码太弱：至少 10 个字符，并包含大写字母、小写字母、数字、符号中的三类；不得包含用户名，也不要用常用密码、键盘连排、地名或单位名称加年份。可用几个不相关的词。',
    en: 'This password is too weak: use at least 10 characters with three of upper case, lower case, digits and symbols, not your name, and no common password, keyboard run, or name of a place or an office with a year. A few unrelated words do.',
  },
  'not-allowed': { status: 403, zh: '您的角色无权进行此操作。', en: 'Your role may not do this.' },
  'outside-own-region': {
    status: 403,
    zh: '您的账号限于地区 {region} 及其下级，不能查看或办理其外的地区。需要时请由全厅账号办理，或请管理员修改账号的地区。',
    en: 'Your account is bound to region {region} and what is below it; what lies outside is not open to it. Ask a colleague of the whole office, or an administrator to change the region of the account.',
  },
  'whole-office-only': {
    status: 403,
    zh: '此项涉及整个厅，而您的账号限于地区 {region} 及其下级。请由全厅账号办理。',
    en: 'This concerns the whole office, and your account is bound to region {region} and what is below it. Ask a colleague of the whole office.',
  },
  'own-submission': {
    status: 403,
    zh: '不能审核自己报送的数据，请由另一人审核。',
    en: 'You cannot review what you submitted yourself; another person must.',
  },
  'foreign-origin': {
    status: 403,
    zh: '请求来自其他网站，已拒绝。请在本系统页面中操作。',
    en: 'The request came from another site and was refused. Use this system’s own pages.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，或不在您的权限范围内。',
    en: 'There is no such thing, or it is not yours to see.',
  },
  'too-many-regions': {
    status: 422,
    zh: '本办公室的地区超过 200 个，不在一页中全部列出，请在“各级地区”中逐级查看。',
    en: 'This office has more than 200 regions and does not list all of them on one page: see “Regions by level”.',
  },
  'stale-version': {
    status: 409,
    zh: '在您编辑期间，{person} 已作修改（第 {version} 版）。双方的值都已保留，请核对后再保存。',
    en: '{person} changed this while you were editing (version {version}). Both values are kept: compare them and save again.',
  },
  'illegal-transition': {
    status: 409,
    zh: '当前状态为“{state}”，不能进行此操作。',
    en: 'This cannot be done while the state is “{state}”.',
  },
  ...bulletinProblemTexts,
  ...correctionProblemTexts,
  ...interviewProblemTexts,
  'already-exists': {
    status: 409,
    zh: '“{name}”已存在，请换一个名称。',
    en: '“{name}” exists already. Choose another name.',
  },
  ...projectProblemTexts,
  ...backPlanProblemTexts,
  ...curveProblemTexts,
  ...tableProblemTexts,
  ...regionProblemTexts,
  ...sheetProblemTexts,
  'key-reused': {
    status: 422,
    zh: '同一个幂等键（Idempotency-Key）已用于另一项内容。请为新操作使用新键。',
    en: 'This Idempotency-Key was already used for something else. Use a new key for a new act.',
  },
  'version-required': {
    status: 428,
    zh: '请用 If-Match 写明所依据的版本号（首次保存写 0）。',
    en: 'Name the version you worked from in If-Match (0 for the first save).',
  },
  'too-large': { status: 413, zh: '内容过大，上限为 {limit}。', en: 'This is too large; the limit is {limit}.' },
  ...fileProblemTexts,
  'unsupported-media-type': {
    status: 415,
    zh: '请以下列格式之一发送：{types}。',
    en: 'Send the request as one of these types: {types}.',
  },
  'invalid-input': {
    status: 422,
    zh: '有字段不符合要求，请按各字段的提示修改。',
    en: 'Some fields are not as they should be; see each field.',
  },
  'malformed-key': {
    status: 422,
    zh: '幂等键（Idempotency-Key）应为 1 至 200 个可打印的 ASCII 字符。',
    en: 'An Idempotency-Key is 1 to 200 printable ASCII characters.',
  },
  'field-unknown': { status: 422, zh: '没有名为“{field}”的字段。', en: 'There is no field “{field}”.' },
  'field-missing': { status: 422, zh: '缺少“{field}”。', en: '“{field}” is missing.' },
  'field-twice': {
    status: 422,
    zh: '“{field}”出现了两次，无法判断以哪一个为准。',
    en: '“{field}” is given twice, so it is unclear which one counts.',
  },
  'field-type': { status: 422, zh: '“{field}”的类型不对。', en: '“{field}” has the wrong type.' },
  'field-form': {
    status: 422,
    zh: '“{field}”的内容或格式不在允许范围内。',
    en: '“{field}” is not one of the values or forms allowed here.',
  },
  'field-too-long': {
    status: 422,
    zh: '“{field}”过长，上限为 {limit}。',
    en: '“{field}” is too long; the limit is {limit}.',
  },
  'field-too-short': {
    status: 422,
    zh: '“{field}”过短，至少为 {limit}。',
    en: '“{field}” is too short; the least is {limit}.',
  },
  'no-such-year': { status: 422, zh: '年份应在 2000 至 2100 之间。', en: 'The year must be from 2000 to 2100.' },
  'no-such-month': { status: 422, zh: '月份应为 1 至 12。', en: 'The month must be from 1 to 12.' },
  'no-such-day': {
    status: 422,
    zh: '日期应写作 yyyy-mm-dd，且确有其日。',
    en: 'Write the day as yyyy-mm-dd, a day that exists.',
  },
  'month-not-open': {
    status: 422,
    zh: '{year}年{month}月尚未到来，不能报送。',
    en: '{year}-{month} has not begun; it cannot be reported yet.',
  },
  'month-closed': {
    status: 409,
    zh: '本月报送已于 {closesOn} 截止，不能再报送。确需补报的，请联系省厅延期。',
    en: 'Reporting for this month closed on {closesOn}. Ask the department for an extension where it must still be sent.',
  },
  'deadline-outside': {
    status: 422,
    zh: '报送期限应在 {earliest} 至 {latest} 之间：已经过去的期限不能提前，个别市的期限不能早于各市统一的期限。',
    en: 'The deadline must be from {earliest} to {latest}: no day that has passed can be moved forward, and no city gets less time than all.',
  },
  'closing-too-early': {
    status: 422,
    zh: '截止日不能早于 {earliest}。',
    en: 'The closing day cannot be before {earliest}.',
  },
  'closing-for-one': {
    status: 422,
    zh: '各市本月均不设截止日，不能只对一个市设截止日。',
    en: 'The month does not close for the other cities, so it cannot close for one alone.',
  },
  'day-of-other-year': {
    status: 422,
    zh: '{day} 不在 {year} 年内。',
    en: '{day} is not a day of {year}.',
  },
  'day-twice': {
    status: 422,
    zh: '{day} 重复。',
    en: '{day} is named twice.',
  },
  'as-of-outside-month': {
    status: 422,
    zh: '截止日期应在 {earliest} 至 {latest} 之间。',
    en: 'The as-of day must be from {earliest} to {latest}.',
  },
  'as-of-not-newer': {
    status: 422,
    zh: '{asOf} 的数据已通过。请填写更晚的截止日期；如需改动已通过的数据，请提交更正。',
    en: 'Figures as of {asOf} are accepted. Give a later as-of day; to change accepted figures, send a correction.',
  },
  ...figureProblemTexts,
  'explanation-required': {
    status: 422,
    zh: '按这些数据，进度将为“{level}”。请填写原因和措施后再报送。',
    en: 'With these figures the level would be “{level}”. Say the cause and the measures, then submit.',
  },
  'reason-required': {
    status: 422,
    zh: '请写明理由（至少 5 个字），让对方知道为什么。',
    en: 'Give a reason (at least 5 characters), so that the other side knows why.',
  },
  'effective-month-too-early': {
    status: 422,
    zh: '本次执行月份不能早于上一次目标的执行月份（{month} 月）。',
    en: 'The target before takes effect from month {month}; this one cannot begin earlier.',
  },
  ...indicatorProblemTexts,
  ...ruleProblemTexts,
  'mail-address-required': {
    status: 422,
    zh: '接收邮件需要填写邮箱地址。',
    en: 'An address is needed to get mail.',
  },
  'quiet-hours': {
    status: 422,
    zh: '免打扰时段需要同时填写开始和结束。',
    en: 'Quiet hours need both a beginning and an end.',
  },
  'region-required': {
    status: 422,
    zh: '市局账号必须绑定一个填报的地区；省厅账号可限于最上级以外的一个地区；其他账号不绑定地区。',
    en: 'A bureau’s account needs a region that reports; a department’s may be bound to one below the top; others have none.',
  },
  unexpected: {
    status: 500,
    zh: '系统内部错误，您的更改未保存。请稍后重试；若仍出现，请把请求编号告诉管理员。',
    en: 'Something failed on the server and your change was not saved. Try again; if it stays, give the request id to the administrator.',
  },
  'data-altered': {
    status: 503,
    zh: '存储的数据与封印不符，请管理员在“账号”页查看。',
    en: 'Stored data is not as it was sealed; an administrator sees what on the page of accounts.',
  },
  'storage-full': {
    status: 503,
    zh: '数据库所在磁盘只剩 {free}（共 {total}），即将无法保存，请尽快清理。',
    en: 'Only {free} of {total} are free on the disk of the database, and soon nothing can be saved; make room.',
  },
  unavailable: { status: 503, zh: '系统暂时无法服务：{why}', en: 'The system cannot serve at the moment: {why}' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
