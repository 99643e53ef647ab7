/** From a pasted table to accounts, with what is wrong in each row. Pure. */
import type { Bilingual } from '../http/shapes.ts';
import { roles, type Role } from '../http/endpoint.ts';
import { Problem, type ProblemCode, type ProblemPointer } from '../http/problem.ts';
import { accountName, isAccountName } from './account-name.ts';
import type { Places } from './duties.ts';
import { maxTableRows, maxTitleLength, tableColumns, type TableColumn } from './contract.ts';
import { pastedRows, type PastedRow } from './pasted-table.ts';

/** A region that a table may name: by its code, its name or its short name. */
export interface NamedRegion {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortZh: string;
}

/** What is wrong in a cell: the value that was rejected, and the problem that says how to mend it. */
export interface TableFault {
  readonly column: TableColumn;
  readonly value: string;
  readonly code: ProblemCode;
  readonly values: ProblemPointer['values'];
}

/** One row as it was read; role and region are null where they could not be, the region also where there is none. */
export interface TableRow {
  readonly row: number;
  readonly name: string;
  readonly title: Bilingual;
  readonly role: Role | null;
  readonly region: string | null;
  readonly faults: readonly TableFault[];
}

/** The words that head a column, as `plain` leaves them. */
const headings: Readonly<Record<TableColumn, readonly string[]>> = {
  name: ['name', 'user name', 'username', 'account', '用户名', '账号', '登录名'],
  title: ['title', 'post', 'person', 'person or post', '岗位', '姓名', '姓名或岗位', '名称', '单位'],
  role: ['role', '角色'],
  region: ['city', 'region', '地区', '城市', '设区市'],
  titleEn: ['title (english)', 'person or post (english)', '英文名称', '岗位(英文)', '姓名或岗位(英文)'],
};

const roleWords: Readonly<Record<Role, readonly string[]>> = {
  official: ['official', 'department', '省厅'],
  bureau: ['bureau', 'city bureau', '市局'],
  leader: ['leader', 'leadership', '领导'],
  administrator: ['administrator', '管理员'],
};

const noRegion = new Set(['', '无', 'none', '-', '--']);

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Reads a pasted table. Where its first row has headings, the columns are found by them, else they are name, title, role,
 * city and, where it is given, the English title, which is the title again where it is not.
 * @throws Problem `table-empty`, `table-too-long`, `table-column-unknown`, `table-column-missing`
 */
export function readAccountTable(text: string, places: Places<NamedRegion>): readonly TableRow[] {
  const pasted = pastedRows(text);
  const columns = columnsOf(pasted[0]);
  const body = columns === null ? pasted : pasted.slice(1);
  if (body.length === 0) throw new Problem('table-empty');
  if (body.length > maxTableRows) throw new Problem('table-too-long', { rows: body.length, limit: maxTableRows });
  const rows = body.map((row) => readRow(row, columns ?? tableColumns, places));
  const firsts = new Map(rows.toReversed().map(({ name, row }) => [name, row]));
  return rows.map((row) => withTwin(row, firsts.get(row.name) ?? row.row));
}

/** The columns that the headings name, in their order; null where the row has no headings. */
function columnsOf(first: PastedRow | undefined): readonly TableColumn[] | null {
  const heads = (first?.cells ?? []).filter((cell) => cell !== '');
  const found = heads.map((head) => tableColumns.find((column) => headings[column].includes(plain(head))));
  if (found.filter((column) => column !== undefined).length < 2) return null;
  const unknown = heads.find((_head, at) => found[at] === undefined || found.indexOf(found[at]) !== at);
  if (unknown !== undefined) throw new Problem('table-column-unknown', { value: unknown });
  const missing = (['name', 'title', 'role'] as const).find((column) => !found.includes(column));
  if (missing !== undefined) throw new Problem('table-column-missing', { value: headings[missing].at(-1) ?? missing });
  return found.filter((column) => column !== undefined);
}

function readRow({ number, cells }: PastedRow, columns: readonly TableColumn[], places: Places<NamedRegion>): TableRow {
  const cell = (column: TableColumn): string => cells[columns.indexOf(column)] ?? '';
  const role = roles.find((one) => roleWords[one].includes(plain(cell('role')))) ?? null;
  const regions = role === 'official' ? places.official : places.bureau;
  const region = noRegion.has(plain(cell('region'))) ? null : regionOf(cell('region'), regions);
  const title = { zh: cell('title'), en: cell('titleEn') || cell('title') };
  const surplus = cells.slice(columns.length).find((one) => one !== '');
  const fault = (column: TableColumn, code: ProblemCode, values: TableFault['values'] = {}): TableFault => ({
    column,
    value: cell(column),
    code,
    values: { value: cell(column), ...values },
  });
  const faults = [
    ...(surplus === undefined
      ? []
      : [{ ...fault('name', 'table-column-unknown', { value: surplus }), value: surplus }]),
    ...(isAccountName(accountName(cell('name'))) ? [] : [fault('name', 'account-name-form')]),
    ...(['title', 'titleEn'] as const).flatMap((column) => titleFault(cell(column), column, fault)),
    ...(role === null ? [fault('role', 'table-role-unknown')] : []),
    ...regionFault(role, region, regions, fault),
  ];
  return { row: number, name: accountName(cell('name')), title, role, region: region ?? null, faults };
}

const titleNames = { field: { zh: '岗位', en: 'title' } } as const;

type FaultIn = (column: TableColumn, code: ProblemCode, values?: TableFault['values']) => TableFault;

function titleFault(text: string, column: 'title' | 'titleEn', fault: FaultIn): readonly TableFault[] {
  if (text === '') return column === 'title' ? [fault(column, 'field-missing', titleNames)] : [];
  return text.length > maxTitleLength
    ? [fault(column, 'field-too-long', { ...titleNames, limit: maxTitleLength })]
    : [];
}

/** `region` is undefined where the cell names none that the role may have. */
function regionFault(
  role: Role | null,
  region: string | null | undefined,
  regions: readonly NamedRegion[],
  fault: FaultIn,
): readonly TableFault[] {
  const [first] = regions;
  const example = { zh: first?.shortZh ?? '', en: first?.nameEn ?? '' };
  if (region === undefined) return [fault('region', 'table-region-unknown', { example, code: first?.code ?? '' })];
  const fits = region === null ? role !== 'bureau' : role === 'bureau' || role === 'official';
  return role === null || fits ? [] : [fault('region', 'region-required')];
}

function regionOf(text: string, regions: readonly NamedRegion[]): string | undefined {
  const wanted = plain(text);
  return regions.find((region) =>
    [region.code, region.nameZh, region.nameEn, region.shortZh].some((word) => plain(word) === wanted),
  )?.code;
}

/** A row whose name an earlier one has already. */
function withTwin(row: TableRow, first: number): TableRow {
  if (first === row.row || row.name === '') return row;
  const twin = {
    column: 'name',
    value: row.name,
    code: 'table-name-twice',
    values: { value: row.name, row: first },
  } as const;
  return { ...row, faults: [...row.faults, twin] };
}
