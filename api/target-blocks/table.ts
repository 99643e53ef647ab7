/** From the cells of a pasted or uploaded block to targets, or to what is wrong with where. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import { nameOf } from '../figures/read-figures.ts';
import { faultAt, shownValue, type Fault } from '../month-files/layout.ts';
import { reportingIn, type RegionTree } from '../regions/tree.ts';
import { typedIndicator } from '../targets/actions.ts';
import { readTarget, typedFormat } from '../targets/lifecycle.ts';
import type { Cell, Grid, Row, Sheet } from '../workbooks/grid.ts';

export interface BlockRow {
  readonly region: string;
  readonly indicator: IndicatorRow;
  /** As it was written, without a percent sign. */
  readonly text: string;
  /** Base units. */
  readonly amount: number;
}

export interface Block {
  readonly sheet: Sheet;
  readonly rows: readonly BlockRow[];
  readonly faults: readonly Fault[];
}

interface Known {
  readonly year: number;
  /** The month that the block would hold from. */
  readonly effectiveMonth: number;
  readonly regions: RegionTree<RegionRow>;
  readonly indicators: readonly IndicatorRow[];
}

/** Titles may stand above a block, but not this many. */
const maxRowsAbove = 20;

/**
 * The first sheet with a head is the block: regions × indicators, or the ledger as it is downloaded, a row a line. Empty
 * cells set nothing.
 */
export function blockOf({ sheets }: Grid, known: Known): Block {
  for (const sheet of sheets) {
    for (const head of sheet.rows.slice(0, maxRowsAbove)) {
      const lines = ledgerColumns(head);
      if (lines !== null) return { sheet, ...readLedger(sheet, head.number, lines, known) };
      const columns = indicatorColumns(head, known.indicators);
      if (columns.size > 0) return { sheet, ...readBlock(sheet, head.number, columns, known) };
    }
  }
  const [sheet = { name: '', rows: [] }] = sheets;
  return { sheet, rows: [], faults: [faultAt(1, { column: 1, value: '' }, 'target-head-missing')] };
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** The cells of a row that name an indicator; a unit in brackets may follow the name. */
function indicatorColumns({ cells }: Row, indicators: readonly IndicatorRow[]): ReadonlyMap<number, IndicatorRow> {
  const byName = new Map(
    indicators.flatMap((indicator) =>
      [indicator.code, indicator.nameZh, indicator.shortZh, indicator.nameEn, indicator.shortEn].map(
        (name): [string, IndicatorRow] => [plain(name), indicator],
      ),
    ),
  );
  return new Map(
    cells.flatMap(({ column, value }): [number, IndicatorRow][] => {
      const found = byName.get(plain(String(value))) ?? byName.get(plain(String(value)).replace(/\([^()]*\)$/, ''));
      return found === undefined || column === 1 ? [] : [[column, found]];
    }),
  );
}

function readBlock(
  sheet: Sheet,
  head: number,
  columns: ReadonlyMap<number, IndicatorRow>,
  { year, regions }: Known,
): Pick<Block, 'rows' | 'faults'> {
  const regionOf = regionFinder(year, regions);
  const seen = new Map<string, number>();
  const rows: BlockRow[] = [];
  const faults: Fault[] = [];
  for (const { number, cells } of sheet.rows) {
    const [name] = cells;
    const filled = cells.filter(({ column, value }) => columns.has(column) && String(value).trim() !== '');
    if (number <= head || name === undefined || filled.length === 0) continue;
    const region = name.column === 1 ? regionOf(String(name.value)) : null;
    const before = seen.get(region ?? '');
    if (region === null) faults.push(regionFault(number, name, regions));
    else if (before !== undefined) {
      faults.push(faultAt(number, name, 'target-row-twice', { value: shownValue(name.value), row: before }));
    } else {
      seen.set(region, number);
      for (const cell of filled) {
        const indicator = columns.get(cell.column);
        if (indicator === undefined) continue;
        const read = readCell(number, cell, indicator);
        if ('code' in read) faults.push(read);
        else rows.push({ region, ...read });
      }
    }
  }
  return { rows, faults };
}

/** How the downloaded ledger heads the columns that a block is read from. */
const ledgerHeads = {
  region: ['地区代码', 'Region code'],
  indicator: ['指标代码', 'Indicator code'],
  amount: ['目标', 'Target'],
  month: ['执行月份', 'From month'],
} as const;
type LedgerColumns = Readonly<Record<keyof typeof ledgerHeads, number>>;

function ledgerColumns({ cells }: Row): LedgerColumns | null {
  const columnOf = (heads: readonly string[]): number =>
    cells.find(({ value }) => heads.map(plain).includes(plain(String(value))))?.column ?? 0;
  const { region, indicator, amount, month } = ledgerHeads;
  const found = {
    region: columnOf(region),
    indicator: columnOf(indicator),
    amount: columnOf(amount),
    month: columnOf(month),
  };
  return Object.values(found).includes(0) ? null : found;
}

/** Of each cell the last of the lines that are in force in the effective month, so that a ledger that is unchanged changes nothing. */
function readLedger(sheet: Sheet, head: number, columns: LedgerColumns, known: Known): Pick<Block, 'rows' | 'faults'> {
  const regionOf = regionFinder(known.year, known.regions);
  const rows = new Map<string, BlockRow>();
  const faults: Fault[] = [];
  for (const { number, cells } of sheet.rows) {
    const at = (column: number) => cells.find((cell) => cell.column === column) ?? { column, value: '' };
    const amount = at(columns.amount);
    const isLater = Number(at(columns.month).value) > known.effectiveMonth;
    if (number <= head || String(amount.value).trim() === '' || isLater) continue;
    const region = regionOf(String(at(columns.region).value));
    const code = String(at(columns.indicator).value);
    const indicator = known.indicators.find((one) => one.code === code);
    if (region === null) faults.push(regionFault(number, at(columns.region), known.regions));
    else if (indicator === undefined) {
      faults.push(faultAt(number, at(columns.indicator), 'unknown-indicator', { indicator: shownValue(code) }));
    } else {
      const read = readCell(number, amount, indicator);
      if ('code' in read) faults.push(read);
      else rows.set(`${region}/${code}`, { region, ...read });
    }
  }
  return { rows: [...rows.values()], faults };
}

function readCell(
  row: number,
  cell: Pick<Cell, 'column' | 'value'> & Partial<Cell>,
  indicator: IndicatorRow,
): Omit<BlockRow, 'region'> | Fault {
  if (cell.formula === 'uncomputed') return faultAt(row, cell, 'sheet-formula');
  const typed = typedIndicator(indicator);
  // Spreadsheets show shares in per cent, which is how a ratio's target is typed.
  const text = indicator.kind === 'ratio' ? String(cell.value).replace(/[%％]\s*$/, '') : String(cell.value);
  const reading = readTarget(text, typed);
  if (reading.ok) return { indicator, text: text.trim(), amount: reading.value };
  const { decimals, unit } = typedFormat(typed);
  return faultAt(row, cell, reading.code, { indicator: nameOf(indicator), text: shownValue(text), decimals, unit });
}

function regionFault(row: number, cell: Pick<Cell, 'column' | 'value'>, { root }: RegionTree<RegionRow>): Fault {
  return faultAt(row, cell, 'target-region', { value: shownValue(cell.value), example: root.nameZh });
}

/** The province, or a region that reports at the year's end, by its code or one of its names. */
function regionFinder(year: number, regions: RegionTree<RegionRow>): (word: string) => string | null {
  const known = [regions.root, ...reportingIn(regions, { year, month: 12 })];
  const byName = new Map(
    known.flatMap(({ code, nameZh, shortZh, nameEn }) =>
      [code, nameZh, shortZh, nameEn].map((name): [string, string] => [plain(name), code]),
    ),
  );
  for (const word of ['全省', '省', 'province']) byName.set(word, regions.root.code);
  return (word) => byName.get(plain(word)) ?? null;
}
