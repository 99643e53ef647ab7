import { and, asc, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { revisions, standingChanges } from './schema.ts';

/**
 * Counters that only ever rise. `standings` counts what could change a standing or what stands beside it, and is
 * what computed replies are kept by; `changes` counts what everybody may see, `changes:<city>` what that city's people
 * alone see, such as a draft: one counter for both would tell of somebody else's draft by a gap in what pages are told;
 * `access` counts what could end a session or change whose it is, and is what sessions are kept in memory by.
 */
type Counter = 'standings' | 'changes' | `changes:${string}` | 'access';

/** The number of the newest change that could change a standing; 0 before the first. */
export function currentRevision(reader: Reader): Promise<number> {
  return current(reader, 'standings');
}

/** What a change of standings touched: the figures or targets of one region's year. */
export interface StandingChange {
  readonly region: string;
  readonly year: number;
}

/** Of so many numbers it is at least remembered what was touched. */
const rememberedChanges = 512;
/** What touched more is read again as a whole: a load of a nation's year is. */
const maxTouched = 256;
/** Rows that one statement writes. */
const changesAtOnce = 64;

/**
 * Counts a change that could change a standing, in the transaction of that change, and returns the new number: it rises
 * by one for each region's year that was touched. Where that is not said, or too many were, everything is read again.
 */
export async function raiseRevision(tx: Writer, touched: readonly StandingChange[] | null = null): Promise<number> {
  const distinct = [...new Map((touched ?? []).map((one) => [`${one.year}/${one.region}`, one])).values()];
  const told = distinct.length > maxTouched ? [] : distinct;
  const by = Math.max(1, told.length);
  const number = await raise(tx, 'standings', by);
  const rows = told.map(({ region, year }, at) => ({ number: number - by + 1 + at, region, year }));
  for (let from = 0; from < rows.length; from += changesAtOnce) {
    await insertChanges(tx, { rows: rows.slice(from, from + changesAtOnce) });
  }
  if (Math.floor(number / rememberedChanges) > Math.floor((number - by) / rememberedChanges)) {
    await tx.delete(standingChanges).where(lte(standingChanges.number, number - rememberedChanges));
  }
  return number;
}

const insertChanges = keptQuery(
  (tx: Writer, { rows }: { readonly rows: readonly (typeof standingChanges.$inferInsert)[] }) =>
    tx.insert(standingChanges).values([...rows]),
);

/** What was touched by the changes after one revision up to another; null where that is not known of each of them. */
export async function listStandingChanges(
  reader: Reader,
  after: number,
  upTo: number,
): Promise<readonly StandingChange[] | null> {
  const rows = await changesBetween(reader, { after, upTo });
  return rows.length === upTo - after ? rows : null;
}

const changesBetween = keptQuery((reader: Reader, { after, upTo }: { readonly after: number; readonly upTo: number }) =>
  reader
    .select({ region: standingChanges.region, year: standingChanges.year })
    .from(standingChanges)
    .where(and(gt(standingChanges.number, after), lte(standingChanges.number, upTo)))
    .orderBy(asc(standingChanges.number)),
);

/** Who sees a change: the people of the city of this code alone, or everybody where it is null. */
export type SeenBy = string | null;

/** The numbers of the newest changes that these see; one that was never raised is 0. */
export async function currentChanges(
  reader: Reader,
  seenBy: readonly SeenBy[],
): Promise<readonly { readonly seenBy: SeenBy; readonly number: number }[]> {
  const rows = await countersOf(reader, { ids: seenBy.map(changesOf) });
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return seenBy.map((who) => ({ seenBy: who, number: numbers.get(changesOf(who)) ?? 0 }));
}

/** Counts a change that these see, in its transaction, and returns the new number. */
export function raiseChange(tx: Writer, seenBy: SeenBy): Promise<number> {
  return raise(tx, changesOf(seenBy));
}

const changesOf = (seenBy: SeenBy): Counter => (seenBy === null ? 'changes' : `changes:${seenBy}`);

/** The number of the newest change that could end a session or change what its person may do; 0 before the first. */
export function currentAccess(reader: Reader): Promise<number> {
  return current(reader, 'access');
}

/** Counts such a change, in its transaction. For the queries that make one. */
export async function raiseAccess(tx: Writer): Promise<void> {
  await raise(tx, 'access');
}

async function current(reader: Reader, counter: Counter): Promise<number> {
  const rows = await countersOf(reader, { ids: [counter] });
  return rows[0]?.number ?? 0;
}

const countersOf = keptQuery((reader: Reader, { ids }: { readonly ids: readonly Counter[] }) =>
  reader
    .select()
    .from(revisions)
    .where(inArray(revisions.id, [...ids])),
);

async function raise(tx: Writer, counter: Counter, by = 1): Promise<number> {
  const [row] = await raiseCounter(tx, { id: counter, by });
  if (row === undefined) throw new Error('the revision was not written');
  return row.number;
}

const raiseCounter = keptQuery((tx: Writer, { id, by }: { readonly id: Counter; readonly by: number }) =>
  tx
    .insert(revisions)
    .values({ id, number: by })
    .onConflictDoUpdate({ target: revisions.id, set: { number: sql`${revisions.number} + excluded.number` } })
    .returning({ number: revisions.number }),
);
