import { and, desc, eq, gte, inArray, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { auditEvents } from './schema.ts';
import { seal } from './seals.ts';

export type AuditEvent = typeof auditEvents.$inferInsert;
export type AuditRow = typeof auditEvents.$inferSelect;

/** Adds a row to the audit trail, in the transaction of the command it tells of. */
export async function insertAuditEvent(tx: Writer, entry: AuditEvent): Promise<void> {
  await insertRows(tx, { rows: [entry] });
  seal(tx, 'audit_event', entry.id);
}

const insertRows = keptQuery((tx: Writer, { rows }: { readonly rows: AuditEvent[] }) =>
  tx.insert(auditEvents).values(rows),
);

/** When the newest row was written; undefined before the first. */
export async function newestAuditInstant(reader: Reader): Promise<string | undefined> {
  const [row] = await reader.select({ at: auditEvents.at }).from(auditEvents).orderBy(desc(auditEvents.at)).limit(1);
  return row?.at;
}

/** A row's place in the trail: its instant, then its id. */
export interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

/** Which rows of the trail; what is left out does not limit. */
export interface AuditFilter {
  /** The first instant, included. */
  readonly from?: string | undefined;
  /** The first instant that is not included. */
  readonly until?: string | undefined;
  /** The account's id. */
  readonly actor?: string | undefined;
  /** The recorded actions, or all but those. */
  readonly actions?: { readonly are: readonly string[] } | { readonly areNot: readonly string[] } | undefined;
  /** A part of the object's text, as it is written. */
  readonly object?: string | undefined;
  readonly outcome?: AuditRow['outcome'] | undefined;
}

/** At most so many rows of the trail, the newest first, beginning behind a place where one is given. */
export async function listAuditRows(
  reader: Reader,
  filter: AuditFilter,
  before: AuditPlace | null,
  limit: number,
): Promise<AuditRow[]> {
  return reader
    .select()
    .from(auditEvents)
    .where(and(matching(filter), before === null ? undefined : behind(before)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}

const behind = ({ at, id }: AuditPlace) =>
  // The first condition alone is what the index is entered by.
  and(lte(auditEvents.at, at), or(lt(auditEvents.at, at), lt(auditEvents.id, id)));

function matching({ from, until, actor, actions, object, outcome }: AuditFilter) {
  return and(
    from === undefined ? undefined : gte(auditEvents.at, from),
    until === undefined ? undefined : lt(auditEvents.at, until),
    actor === undefined ? undefined : eq(auditEvents.actor, actor),
    actions === undefined ? undefined : among(actions),
    object === undefined || object === '' ? undefined : holds(object),
    outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
  );
}

const among = (actions: NonNullable<AuditFilter['actions']>) =>
  'are' in actions
    ? inArray(auditEvents.action, [...actions.are])
    : notInArray(auditEvents.action, [...actions.areNot]);

/** Both engines replace alike, and neither reads a sign of the text as a pattern. */
const holds = (part: string) => ne(auditEvents.object, sql`replace(${auditEvents.object}, ${part}, '')`);
