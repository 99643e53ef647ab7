/** What a file would write, as whoever sends it is shown it. */
import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import { readIndicators } from '../indicators/checked.ts';
import type { Context } from '../http/context.ts';
import { problemSentence, type Language } from '../http/problem.ts';
import type { Upload } from '../http/serve-upload.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { inUnits } from '../month-files/actions.ts';
import type { Answer } from '../month-files/changes.ts';
import { shownValue, type Fault } from '../month-files/layout.ts';
import { regionTree } from '../regions/tree.ts';
import { columnLetters } from '../workbooks/grid.ts';
import { readGrid } from '../workbooks/read-grid.ts';
import { maxDifferingTold, type LoadChange, type LoadPreview } from './contract.ts';
import { markedRows } from './marked-rows.ts';
import { planOf, type Conflicts, type FoundChange, type Plan } from './plan.ts';
import { readStandingMonths } from './standing-months.ts';
import { loadedTable, type LoadedTable } from './table.ts';

/** More of a kind helps nobody; the marked workbook has them all. */
const maxTold = maxDifferingTold;

export interface ReadLoad {
  readonly encoding: LoadPreview['encoding'];
  readonly table: LoadedTable;
}

/**
 * Nothing is written.
 * @throws Problem what `readGrid` does
 */
export async function previewLoad(
  context: Context,
  { language, ...chosen }: { readonly language: Language } & ChosenConflicts,
  upload: Upload,
): Promise<LoadPreview> {
  const { encoding, table } = await readLoad(context, upload);
  const plan = await planIn(context.database.reader, table, conflictsOf(chosen));
  const faults = allFaults(table, plan);
  const cells = formulasOf(table);
  const differing = plan.changes.filter(({ before, conflict }) => before !== null || conflict !== null);
  return {
    digest: plan.digest,
    encoding,
    otherSheets: [...table.otherSheets],
    counts: {
      fresh: plan.changes.filter(({ before, conflict }) => before === null && conflict === null).length,
      same: plan.same,
      different: differing.filter(({ conflict }) => conflict === null).length,
      conflicts: differing.filter(({ conflict }) => conflict !== null).length,
      refused: wrongRows(faults),
    },
    months: plan.months.length,
    incomplete: plan.months.filter(({ isIncomplete }) => isIncomplete).length,
    regions: [...new Set(plan.months.map(({ region }) => region))],
    years: [...new Set(plan.months.map(({ year }) => year))].toSorted(),
    // What must be chosen comes first.
    differing: differing
      .toSorted((a, b) => Number(b.conflict !== null) - Number(a.conflict !== null))
      .slice(0, maxTold)
      .map(presentChange),
    formulas: cells.slice(0, maxTold),
    formulaCount: cells.length,
    faults: faults.slice(0, maxTold).map((fault) => presentFault(table, fault)),
    faultCount: faults.length,
    marked: markedRows(table, faults, language),
  };
}

/** How a request decides conflicts. */
export interface ChosenConflicts {
  readonly conflicts: Conflicts['rule'];
  /** Rows that are decided the other way, `12,40`. */
  readonly except?: string | undefined;
}

export const conflictsOf = ({ conflicts, except = '' }: ChosenConflicts): Conflicts => ({
  rule: conflicts,
  except: new Set(except === '' ? [] : except.split(',').map(Number)),
});

/** @throws Problem what `readGrid` does */
export async function readLoad({ database, clock }: Context, upload: Upload): Promise<ReadLoad> {
  const grid = await readGrid(upload.path, upload.contentType === 'text/csv' ? 'csv' : 'xlsx');
  const table = await loadedTable(grid, {
    regions: regionTree(await listRegions(database.reader)),
    indicators: await readIndicators(database.reader),
    today: dayInShanghai(clock.now()),
  });
  return { encoding: grid.encoding, table };
}

const noPlan: Plan = { months: [], changes: [], same: 0, faults: [], digest: '' };

/** What the table would write as things stand now. */
export async function planIn(
  reader: Reader,
  { indicators, head, rows }: LoadedTable,
  conflicts: Conflicts,
): Promise<Plan> {
  if (head === null) return noPlan;
  const standing = await readStandingMonths(reader, indicators, rows);
  return planOf(rows, head, standing, conflicts);
}

/** All faults of a file from top to bottom. */
export const allFaults = (table: LoadedTable, plan: Plan): readonly Fault[] =>
  [...table.faults, ...plan.faults].toSorted((a, b) => a.row - b.row || a.column - b.column);

export const wrongRows = (faults: readonly Fault[]): number => new Set(faults.map(({ row }) => row)).size;

function presentChange({
  region,
  year,
  month,
  indicator,
  row,
  before,
  after,
  conflict,
  standing,
}: FoundChange): LoadChange {
  const shownOrNone = (answer: Answer | null) => (answer === null ? null : inUnits(answer, indicator));
  return {
    region,
    year,
    month,
    indicator: indicator.code,
    row,
    before: shownOrNone(before),
    after: inUnits(after, indicator),
    conflict:
      conflict === null
        ? null
        : {
            downloaded: shownOrNone(conflict.downloaded),
            submittedBy: standing?.submittedAs?.name ?? null,
            acceptedBy: standing?.decidedAs?.name ?? null,
            acceptedAt: standing?.decidedAt ?? null,
          },
  };
}

function presentFault(
  { sheet }: LoadedTable,
  { row, column, value, code, values }: Fault,
): LoadPreview['faults'][number] {
  const detail = { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') };
  return { sheet: sheet.name, row, column: columnLetters(column), value, code, detail };
}

function formulasOf({ sheet, rows }: LoadedTable): LoadPreview['formulas'] {
  return rows.flatMap(({ number, cumulative, denominator }) =>
    [cumulative, denominator].flatMap((cell) =>
      cell?.formula === 'computed'
        ? [{ sheet: sheet.name, row: number, column: columnLetters(cell.column), value: shownValue(cell.value) }]
        : [],
    ),
  );
}
