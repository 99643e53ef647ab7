/** From the cells of a table to regions, or to what is wrong in which row. Pure. */
import type { RegionRow } from '#db/regions.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import { regionCode } from '../http/shapes.ts';
import { isDay } from '../measures/calendar.ts';
import type { Grid, Row } from '../workbooks/grid.ts';

/** What is wrong in a row: the value that was rejected, and the problem that says how to mend it. */
export interface Fault {
  readonly row: number;
  readonly value: string;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** A region as a row has it. */
export interface TableRegion extends Pick<
  RegionRow,
  'code' | 'parent' | 'nameZh' | 'nameEn' | 'validFrom' | 'validTo'
> {
  readonly row: number;
}

export interface RegionTable {
  readonly regions: readonly TableRegion[];
  readonly faults: readonly Fault[];
}

/** A row may leave its first day out: such a region was always there. */
const always = '2000-01-01';
const longestName = 60;

/** The rows of the first sheet with any; a first row without a digit in its first cell has headings. */
export function readRegionTable({ sheets }: Grid): RegionTable {
  const rows = sheets.find((sheet) => sheet.rows.length > 0)?.rows ?? [];
  const body = /\d/.test(cellsOf(rows[0])[0] ?? '') ? rows : rows.slice(1);
  if (body.length === 0)
    return { regions: [], faults: [{ row: 1, value: '', code: 'region-table-empty', values: {} }] };
  const regions = body.map(readRow);
  const firsts = new Map(regions.toReversed().map(({ code, row }) => [code, row]));
  return { regions, faults: regions.flatMap((region) => faultsOf(region, firsts.get(region.code) ?? region.row)) };
}

function cellsOf(row: Row | undefined): readonly string[] {
  const cells: string[] = [];
  for (const { column, value } of row?.cells ?? []) cells[column - 1] = String(value).trim();
  return Array.from(cells, (cell) => cell ?? '');
}

function readRow(row: Row): TableRegion {
  const [code = '', parent = '', nameZh = '', nameEn = '', validFrom = '', validTo = ''] = cellsOf(row);
  return {
    row: row.number,
    code,
    parent: parent === '' ? null : parent,
    nameZh,
    nameEn: nameEn === '' ? nameZh : nameEn,
    validFrom: validFrom === '' ? always : validFrom,
    validTo: validTo === '' ? null : validTo,
  };
}

function faultsOf({ row, code, nameZh, nameEn, validFrom, validTo }: TableRegion, first: number): readonly Fault[] {
  const fault = (value: string, problem: ProblemCode, values: Fault['values'] = {}): Fault => ({
    row,
    value,
    code: problem,
    values: { value, ...values },
  });
  if (!regionCode.safeParse(code).success) return [fault(code, 'region-code-form')];
  if (first !== row) return [fault(code, 'region-twice', { row: first })];
  const isNamed = nameZh !== '' && nameZh.length <= longestName && nameEn.length <= longestName;
  const days = [validFrom, ...(validTo === null ? [] : [validTo])];
  const day = days.find((one) => !isDay(one)) ?? (validTo !== null && validTo < validFrom ? validTo : undefined);
  return [
    ...(isNamed ? [] : [fault(nameZh, 'region-name-missing', { region: code })]),
    ...(day === undefined ? [] : [fault(day, 'region-day-form')]),
  ];
}
