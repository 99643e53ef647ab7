/** From a table's rows to what they would change in a draft, or to the cells that cannot be. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { FigureIn } from '../figures/contract.ts';
import { readAbsence, type Absence } from '../figures/absence.ts';
import { formatFigure, readFigure } from '../figures/figure-text.ts';
import { formatOf, nameOf, pointerToFigure, readFigures } from '../figures/read-figures.ts';
import type { ProblemPointer } from '../http/problem.ts';
import type { Cell } from '../workbooks/grid.ts';
import { faultAt, shownValue, type Fault, type Head } from './layout.ts';
import type { FileRow } from './table.ts';

/** A figure in base units. */
export interface Amounts {
  readonly cumulative: number;
  readonly denominator: number | null;
}

/** A figure, or why there is none. */
export type Answer = Amounts | { readonly absence: Absence };

export interface Change {
  readonly indicator: IndicatorRow;
  readonly row: number;
  readonly before: Answer | null;
  readonly after: Answer | null;
  readonly conflict: { readonly downloaded: Answer | null } | null;
}

/** The draft as it stands, by indicator, its version, and what is reported. */
export interface Standing {
  readonly indicators: readonly IndicatorRow[];
  readonly figures: ReadonlyMap<string, Answer>;
  readonly version: number;
}

/** What one row is sent as, and which cell each of its fields is in. */
interface Sent {
  readonly row: FileRow;
  readonly figure: FigureIn | null;
  readonly places: ReadonlyMap<string, Pick<Cell, 'column' | 'value'>>;
  readonly faults: readonly Fault[];
}

/**
 * Reads all rows by the grammar of the form. A cell that was empty when the file was made says nothing while it is empty;
 * one that was emptied takes the figure out.
 */
export function changesOf(
  given: readonly FileRow[],
  head: Head,
  standing: Standing,
): { readonly changes: readonly Change[]; readonly unchanged: number; readonly faults: readonly Fault[] } {
  const { indicators } = standing;
  const rows = [...given, ...followersOf(given, standing)];
  const sent = rows.map((row) => sentOf(row, rows, head, standing));
  const named = sent.flatMap(({ row, figure }) => (figure === null ? [] : [[row.indicator.code, figure] as const]));
  const removed = new Set(
    sent.filter(({ figure }) => figure === null).flatMap(({ row }) => (isEmptied(row) ? row.indicator.code : [])),
  );
  const others = [...standing.figures]
    .filter(([code]) => !removed.has(code))
    .flatMap(([indicator, answer]) => ('absence' in answer ? [] : { indicator, ...answer }));
  const { figures, absences, problems } = readFigures(Object.fromEntries(named), indicators, others);
  const faults = [
    ...sent.flatMap((one) => one.faults),
    ...problems.flatMap((problem) => faultOf(problem, sent, indicators) ?? []),
  ];
  if (faults.length > 0) return { changes: [], unchanged: 0, faults };
  const read = new Map<string, Answer>([
    ...figures.map(
      ({ indicator, cumulative, denominator = null }) => [indicator, { cumulative, denominator }] as const,
    ),
    ...Object.entries(absences).map(([indicator, absence]) => [indicator, { absence }] as const),
  ]);
  const said = rows.filter((row) => read.has(row.indicator.code) || isEmptied(row));
  const changes = said.flatMap((row) => changeOf(row, read.get(row.indicator.code) ?? null, standing) ?? []);
  return { changes, unchanged: said.length - changes.length, faults };
}

const isEmptied = ({ cumulative, denominator, saved }: FileRow): boolean =>
  cumulative === undefined && denominator === undefined && saved?.cumulative !== undefined;

function sentOf(row: FileRow, rows: readonly FileRow[], head: Head, standing: Standing): Sent {
  const { indicator, cumulative, denominator } = row;
  const faults = [cumulative, denominator].flatMap((cell) => (cell === undefined ? [] : unusable(row.number, cell)));
  const name = { indicator: nameOf(indicator) };
  const sent = (figure: FigureIn | null, places: Sent['places'] = new Map()): Sent => ({ row, figure, places, faults });
  if (faults.length > 0 || (cumulative === undefined && denominator === undefined)) return sent(null);
  const absence = absenceIn(row);
  if (absence !== null) return sent({ absence });
  if (indicator.kind !== 'ratio') {
    if (denominator !== undefined) faults.push(faultAt(row.number, denominator, 'sheet-no-denominator', name));
    if (cumulative === undefined) return sent(null);
    return sent({ cumulative: cumulative.value }, new Map([['cumulative', cumulative]]));
  }
  const empty = (column: 'cumulative' | 'denominator') => ({
    column: head.columns.get(column) ?? head.columns.get('cumulative') ?? 1,
    value: '',
  });
  if (denominator === undefined) {
    faults.push(faultAt(row.number, empty('denominator'), 'sheet-part-missing', name));
    return sent(null);
  }
  if (cumulative !== undefined) {
    return sent(
      { numerator: cumulative.value, denominator: denominator.value },
      new Map([
        ['numerator', cumulative],
        ['denominator', denominator],
      ]),
    );
  }
  const followed = followedBy(indicator, rows, standing);
  if (followed === 'unread') return sent(null);
  if (followed === null) {
    faults.push(faultAt(row.number, empty('cumulative'), 'sheet-part-missing', name));
    return sent(null);
  }
  const places = new Map([
    ['numerator', denominator],
    ['denominator', denominator],
  ]);
  return sent({ numerator: followed, denominator: denominator.value }, places);
}

/** One answer in the place of a figure, in either cell; beside anything else it is no number, and is refused as such. */
function absenceIn({ cumulative, denominator }: FileRow): Absence | null {
  const [first, ...others] = [cumulative, denominator].flatMap((cell) => cell ?? []);
  const absence = readAbsence(first?.value ?? null);
  return others.every(({ value }) => readAbsence(value) === absence) ? absence : null;
}

/** As on the form, an empty numerator is the figure of the indicator that it follows: the file's, else the draft's. */
function followedBy(
  { numeratorFrom }: IndicatorRow,
  rows: readonly FileRow[],
  { figures, indicators }: Standing,
): string | 'unread' | null {
  const indicator = indicators.find(({ code }) => code === numeratorFrom);
  if (indicator === undefined) return null;
  const source = rows.find((row) => row.indicator === indicator);
  if (source?.cumulative !== undefined) {
    if (absenceIn(source) !== null) return null;
    const reading = readFigure(source.cumulative.value, formatOf(indicator));
    // The source's own row says what is wrong.
    return reading.ok && unusable(source.number, source.cumulative).length === 0
      ? String(source.cumulative.value)
      : 'unread';
  }
  const saved = figures.get(indicator.code);
  return saved === undefined || 'absence' in saved || (source !== undefined && isEmptied(source))
    ? null
    : formatFigure(saved.cumulative, indicator);
}

/**
 * The ratios that stand, whose numerator follows an indicator that the file fills in, and of which the file says nothing: they
 * change with it, as on the form. Their row is that of the indicator.
 */
function followersOf(rows: readonly FileRow[], { figures, indicators }: Standing): readonly FileRow[] {
  return indicators.flatMap((indicator) => {
    const own = figures.get(indicator.code);
    const source = rows.find((row) => row.indicator.code === indicator.numeratorFrom);
    const isNamed = rows.some(
      (row) =>
        row.indicator === indicator &&
        (row.denominator !== undefined || row.cumulative !== undefined || isEmptied(row)),
    );
    if (own === undefined || 'absence' in own || isNamed || own.denominator === null) return [];
    if (source?.cumulative === undefined || absenceIn(source) !== null) return [];
    const denominator = { ...source.cumulative, value: formatFigure(own.denominator, indicator) };
    return [{ number: source.number, indicator, cumulative: undefined, denominator, saved: null, stamp: null }];
  });
}

function unusable(row: number, cell: Cell): Fault[] {
  if (cell.formula === 'uncomputed') return [faultAt(row, cell, 'sheet-formula')];
  return cell.kind === 'day' ? [faultAt(row, cell, 'sheet-day', { value: shownValue(cell.value) })] : [];
}

/**
 * The cell of a figure's problem; where a part that only the draft has exceeds its whole, the whole's. Null where neither is
 * in the file: what stands there already is not the file's to mend.
 */
function faultOf(problem: ProblemPointer, sent: readonly Sent[], indicators: readonly IndicatorRow[]): Fault | null {
  const { pointer, code, values } = problem;
  const cells = sent.flatMap(({ row, places }) =>
    [...places].map(([field, cell]) => ({ at: pointerToFigure(row.indicator.code, field), row: row.number, cell })),
  );
  const part = indicators.find((one) => pointer === pointerToFigure(one.code, 'cumulative'));
  const whole = part?.partOf == null ? null : pointerToFigure(part.partOf, 'cumulative');
  const found = cells.find(({ at }) => at === pointer) ?? cells.find(({ at }) => at === whole);
  if (found === undefined) return null;
  return faultAt(found.row, found.cell, code, shown(values));
}

const shown = (values: Fault['values']): Fault['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shownValue(value) : value]),
  );

function changeOf(row: FileRow, mine: Answer | null, { figures, version }: Standing): Change | null {
  const { indicator, number, saved, stamp } = row;
  const theirs = figures.get(indicator.code) ?? null;
  const downloaded = saved === null ? undefined : savedAmounts(saved, indicator);
  if (same(mine, theirs) || (downloaded !== undefined && same(mine, downloaded))) return null;
  // A numerator that follows another figure is decided with that.
  const isSame = indicator.numeratorFrom === null ? same : sameBelow;
  const wasChanged = downloaded === undefined ? stamp !== null && stamp !== version : !isSame(theirs, downloaded);
  const conflict = wasChanged ? { downloaded: downloaded ?? null } : null;
  return { indicator, row: number, before: theirs, after: mine, conflict };
}

/** What the draft said when the file was made; undefined where somebody wrote something else into those cells. */
function savedAmounts(saved: NonNullable<FileRow['saved']>, indicator: IndicatorRow): Answer | null | undefined {
  if (saved.cumulative === undefined) return saved.denominator === undefined ? null : undefined;
  const absence = readAbsence(saved.cumulative.value);
  if (absence !== null) return { absence };
  const cumulative = readFigure(saved.cumulative.value, formatOf(indicator));
  if (!cumulative.ok) return undefined;
  if (saved.denominator === undefined) return { cumulative: cumulative.value, denominator: null };
  const denominator = readFigure(saved.denominator.value, formatOf(indicator));
  return denominator.ok ? { cumulative: cumulative.value, denominator: denominator.value } : undefined;
}

const sameBelow = (a: Answer | null, b: Answer | null): boolean =>
  a !== null && b !== null && !('absence' in a) && !('absence' in b) ? a.denominator === b.denominator : same(a, b);

function same(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b;
  if ('absence' in a || 'absence' in b) return 'absence' in a && 'absence' in b && a.absence === b.absence;
  return a.cumulative === b.cumulative && a.denominator === b.denominator;
}
