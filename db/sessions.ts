import { asc, desc, eq, lt, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { raiseAccess } from './revisions.ts';
import { accounts, sessions } from './schema.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** The session of this token with its account; undefined where there is none. */
export async function findSession(reader: Reader, tokenHash: string) {
  const [row] = await reader
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(eq(sessions.tokenHash, tokenHash));
  return row;
}

/** The rows of a person's sessions, the last used first, those that have run out among them. */
export async function listSessionsOf(reader: Reader, account: string): Promise<SessionRow[]> {
  return reader
    .select()
    .from(sessions)
    .where(eq(sessions.account, account))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt), asc(sessions.tokenHash));
}

/** Begins a session. */
export async function insertSession(tx: Writer, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** Notes that a session is in use. */
export async function touchSession(tx: Writer, tokenHash: string, lastSeenAt: string): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends one session. */
export async function deleteSession(tx: Writer, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
  await raiseAccess(tx);
}

/** Ends every session of an account. */
export async function deleteSessionsOf(tx: Writer, account: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.account, account));
  await raiseAccess(tx);
}

const isEnded = (seenBefore: string, begunBefore: string) =>
  or(lt(sessions.lastSeenAt, seenBefore), lt(sessions.createdAt, begunBefore));

/** Whether any session was last seen or begun before these instants. */
export async function hasEndedSessions(reader: Reader, seenBefore: string, begunBefore: string): Promise<boolean> {
  const rows = await reader
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(isEnded(seenBefore, begunBefore))
    .limit(1);
  return rows.length > 0;
}

/** Clears away sessions that were last seen or begun before these instants, and returns how many. */
export async function deleteEndedSessions(tx: Writer, seenBefore: string, begunBefore: string): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(isEnded(seenBefore, begunBefore))
    .returning({ account: sessions.account });
  if (gone.length > 0) await raiseAccess(tx);
  return gone.length;
}
