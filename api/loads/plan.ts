/** What the rows of a table would write, month by month, against what was accepted and what waits. Pure but for its pauses. */
import { createHash } from 'node:crypto';
import type { IndicatorRow } from '#db/indicators.ts';
import type { SubmissionKey, VersionRow } from '#db/submissions.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import { changesOf, type Amounts, type Answer, type Change } from '../month-files/changes.ts';
import { faultAt, type Fault, type Head } from '../month-files/layout.ts';
import { isRequiredIn } from '../indicators/lifecycle.ts';
import { standingVersion } from '../submissions/lifecycle.ts';
import { pausing } from '../http/event-loop.ts';
import type { LoadedRow } from './table.ts';
import { monthWords } from './words.ts';

/** A figure that stands, with the number of its version. */
export interface StandingFigure extends Amounts {
  readonly number: number;
}

/** The months that rows speak of, as they stand. */
export interface StandingMonths {
  readonly indicators: readonly IndicatorRow[];
  /** By month and indicator; what waits stands above what was accepted. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, StandingFigure>>;
  /** By month. */
  readonly versions: ReadonlyMap<string, readonly VersionRow[]>;
}

export const keyOf = ({ region, year, month }: SubmissionKey): string => `${region}/${year}/${month}`;

/** What is written of one month. */
export interface PlannedMonth extends SubmissionKey {
  readonly kind: VersionRow['kind'];
  readonly number: number;
  readonly asOf: Day;
  readonly changes: readonly NamedChange[];
  /** Whether a figure that must be reported stays away. */
  readonly isIncomplete: boolean;
}

type NamedChange = Change & { readonly after: Answer };

/** A change with the version that has what stands; null where nothing does. */
export type FoundChange = SubmissionKey & NamedChange & { readonly standing: VersionRow | null };

export interface Plan {
  readonly months: readonly PlannedMonth[];
  /** All that is other than what stands, conflicts included, whether they are written or not. */
  readonly changes: readonly FoundChange[];
  readonly same: number;
  readonly faults: readonly Fault[];
  readonly digest: string;
}

/** How conflicts are decided: by one rule, but for the rows that are decided the other way. */
export interface Conflicts {
  readonly rule: 'theirs' | 'file';
  readonly except: ReadonlySet<number>;
}

/** Whether the file counts in a row where both sides changed. */
const isTaken = ({ rule, except }: Conflicts, row: number): boolean => (rule === 'file') !== except.has(row);

export async function planOf(
  rows: readonly LoadedRow[],
  head: Head,
  standing: StandingMonths,
  conflicts: Conflicts,
): Promise<Plan> {
  const months: PlannedMonth[] = [];
  const changes: FoundChange[] = [];
  const faults: Fault[] = [];
  let same = 0;
  const pause = pausing();
  for (const own of Map.groupBy(rows, keyOf).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const key = { region: first.region, year: first.year, month: first.month };
    const found = monthChanges(own, head, standing, key);
    const left = leftRows(found, conflicts);
    // Beside what stands in the place of the rows that are left, the others are read again: a part must not exceed its whole.
    const kept = own.filter(({ number }) => !left.has(number));
    const taken = left.size === 0 ? found : monthChanges(kept, head, standing, key);
    faults.push(...taken.faults);
    changes.push(...found.changes.map((change) => ({ ...key, ...change, standing: versionOf(change, key, standing) })));
    const told = new Set([...taken.faults, ...found.changes.map(({ row }) => ({ row }))].map(({ row }) => row));
    same += own.filter(({ number }) => !told.has(number)).length;
    if (taken.changes.length > 0) months.push(plannedMonth(key, taken.changes, standing));
    await pause();
  }
  return { months, changes, same, faults, digest: digestOf(months) };
}

/** The rows whose figure stays as it stands. */
const leftRows = ({ changes }: MonthChanges, conflicts: Conflicts): ReadonlySet<number> =>
  new Set(changes.flatMap(({ conflict, row }) => (conflict === null || isTaken(conflicts, row) ? [] : [row])));

/** The version that has the figure which a change would replace. */
function versionOf(
  { indicator }: NamedChange,
  key: SubmissionKey,
  { figures, versions }: StandingMonths,
): VersionRow | null {
  const number = figures.get(keyOf(key))?.get(indicator.code)?.number;
  return versions.get(keyOf(key))?.find((version) => version.number === number) ?? null;
}

interface MonthChanges {
  readonly changes: readonly NamedChange[];
  readonly faults: readonly Fault[];
}

/** The changes of a month's good rows: those with a fault are left out, and then the others are read without them. */
function monthChanges(
  rows: readonly LoadedRow[],
  head: Head,
  { indicators, figures, versions }: StandingMonths,
  key: SubmissionKey,
): MonthChanges {
  const standing = { indicators, figures: figures.get(keyOf(key)) ?? new Map<string, Amounts>(), version: 0 };
  const faults: Fault[] = [];
  let good = rows;
  for (;;) {
    const read = changesOf(good, head, standing);
    faults.push(...read.faults);
    const wrong = new Set(read.faults.map(({ row }) => row));
    if (wrong.size === 0) {
      const found = { changes: read.changes.filter(isNamed), faults };
      const isWaiting = versions.get(keyOf(key))?.some(({ state }) => state === 'submitted') ?? false;
      return isWaiting ? refusedWhileWaiting(found, rows, key) : found;
    }
    good = good.filter(({ number }) => !wrong.has(number));
  }
}

const isNamed = (change: Change): change is NamedChange => change.after !== null;

/** What waits is decided first: until then a month takes nothing else. */
function refusedWhileWaiting(
  { changes, faults }: MonthChanges,
  rows: readonly LoadedRow[],
  key: SubmissionKey,
): MonthChanges {
  const other = new Set([...changes, ...faults].map(({ row }) => row));
  const waiting = rows.flatMap(({ number, cumulative, denominator }) => {
    const cell = cumulative ?? denominator;
    return cell === undefined || !other.has(number)
      ? []
      : [faultAt(number, cell, 'load-month-waiting', { month: monthWords(key) })];
  });
  return { changes: [], faults: waiting };
}

function plannedMonth(
  key: SubmissionKey,
  changes: readonly NamedChange[],
  { indicators, figures, versions }: StandingMonths,
): PlannedMonth {
  const own = versions.get(keyOf(key)) ?? [];
  const asOf = lastDayOfMonth(key.year, key.month);
  const told = new Set([...(figures.get(keyOf(key))?.keys() ?? []), ...changes.map(({ indicator }) => indicator.code)]);
  return {
    ...key,
    kind: standingVersion(own)?.asOf === asOf ? 'correction' : 'submission',
    number: Math.max(0, ...own.map(({ number }) => number)) + 1,
    asOf,
    changes,
    isIncomplete: indicators.some((one) => isRequiredIn(one, key) && !told.has(one.code)),
  };
}

const digestOf = (months: readonly PlannedMonth[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        months.map((month) => [
          keyOf(month),
          month.kind,
          month.changes.map(({ indicator, before, after }) => [indicator.code, before, after]),
        ]),
      ),
    )
    .digest('hex');
