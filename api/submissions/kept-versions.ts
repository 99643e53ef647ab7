/** Versions of months that were read lately: a month's counter rises with whatever changes in it, so that they hold until then. */
import type { Database, Reader } from '#db/dialect';
import {
  findCounters,
  listVersions,
  type FiguredVersion,
  type MonthCounters,
  type SubmissionKey,
} from '#db/submissions.ts';

interface KeptMonth {
  /** The month's counter when these were its versions. */
  readonly counter: number;
  readonly versions: readonly FiguredVersion[];
}

/** The month kept longest ago first; with how many versions they are together. */
interface KeptMonths {
  readonly months: Map<string, KeptMonth>;
  count: number;
}

/** Of a year's months of a province a few versions each; one takes some 3 kB. */
const maxVersions = 2000;

const keptOf = new WeakMap<Database, KeptMonths>();

const nameOf = ({ region, year, month }: SubmissionKey): string => `${year}-${month}/${region}`;

/** Keeps what is committed: a month's versions at a counter. */
export function keepVersions(database: Database, key: SubmissionKey, { counter, versions }: KeptMonth): void {
  const kept = keptOf.get(database) ?? { months: new Map(), count: 0 };
  keptOf.set(database, kept);
  const forget = (name: string): void => {
    kept.count -= kept.months.get(name)?.versions.length ?? 0;
    kept.months.delete(name);
  };
  forget(nameOf(key));
  kept.months.set(nameOf(key), { counter, versions });
  kept.count += versions.length;
  for (const name of kept.months.keys()) {
    if (kept.count <= maxVersions) return;
    forget(name);
  }
}

/**
 * A month's versions at its counters, newest first: those that were kept where nothing has changed since. What is read within
 * a unit of work is not kept, because it may never be committed.
 */
export async function versionsAt(
  reader: Reader,
  database: Database,
  key: SubmissionKey,
  { version: counter }: MonthCounters,
): Promise<readonly FiguredVersion[]> {
  if (counter === 0) return [];
  const kept = keptOf.get(database)?.months.get(nameOf(key));
  if (kept?.counter === counter) return kept.versions;
  const versions = await listVersions(reader, key);
  // Somebody may have changed the month between the two readings.
  const isSteady = reader === database.reader && (await findCounters(reader, key)).version === counter;
  if (isSteady) keepVersions(database, key, { counter, versions });
  return versions;
}
