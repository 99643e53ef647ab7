import { and, asc, desc, eq, lte, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { accounts, mailChoices, mails } from './schema.ts';

export type MailChoiceRow = typeof mailChoices.$inferSelect;
export type MailRow = typeof mails.$inferSelect;

/** What somebody chose; undefined where they never did. */
export async function findMailChoice(reader: Reader, account: string): Promise<MailChoiceRow | undefined> {
  const [row] = await reader.select().from(mailChoices).where(eq(mailChoices.account, account));
  return row;
}

/** Keeps a choice in the place of the one before. */
export async function putMailChoice(tx: Writer, row: MailChoiceRow): Promise<void> {
  await tx.insert(mailChoices).values(row).onConflictDoUpdate({ target: mailChoices.account, set: row });
}

/** Takes the address of somebody away, and with it the wish for mail. */
export async function deleteMailChoice(tx: Writer, account: string): Promise<void> {
  await tx.delete(mailChoices).where(eq(mailChoices.account, account));
}

/** Everybody who wants mail of any kind and whose account is in use, with the city that they may read of. */
export async function listMailWishes(reader: Reader): Promise<
  {
    readonly choice: MailChoiceRow;
    readonly role: (typeof accounts.$inferSelect)['role'];
    readonly region: string | null;
  }[]
> {
  return reader
    .select({ choice: mailChoices, role: accounts.role, region: accounts.region })
    .from(mailChoices)
    .innerJoin(accounts, eq(accounts.id, mailChoices.account))
    .where(and(or(ne(mailChoices.mode, 'none'), ne(mailChoices.digest, 'none')), eq(accounts.disabled, false)))
    .orderBy(asc(mailChoices.account));
}

/** Adds a mail to be sent. */
export async function insertMail(tx: Writer, row: MailRow): Promise<void> {
  await tx.insert(mails).values(row);
}

/** What is to be tried now, the longest waiting first. */
export function listDueMails(reader: Reader, now: string, limit: number): Promise<MailRow[]> {
  return reader
    .select()
    .from(mails)
    .where(and(eq(mails.state, 'waiting'), lte(mails.nextTryAt, now)))
    .orderBy(asc(mails.nextTryAt), asc(mails.id))
    .limit(limit);
}

/** Takes a due mail to be tried, once more; undefined where somebody else has it or it has ended. */
export async function leaseMail(
  tx: Writer,
  { id, attempts }: Pick<MailRow, 'id' | 'attempts'>,
  lease: { readonly now: string; readonly until: string },
): Promise<MailRow | undefined> {
  const [row] = await tx
    .update(mails)
    .set({ attempts: attempts + 1, nextTryAt: lease.until })
    .where(
      and(eq(mails.id, id), eq(mails.state, 'waiting'), eq(mails.attempts, attempts), lte(mails.nextTryAt, lease.now)),
    )
    .returning();
  return row;
}

/** Writes down what came of a try. */
export async function endMailTry(
  tx: Writer,
  id: string,
  end: Pick<MailRow, 'state' | 'endedAt' | 'lastError' | 'nextTryAt'>,
): Promise<void> {
  await tx.update(mails).set(end).where(eq(mails.id, id));
}

/** Takes a mail away that nobody needs any more. */
export async function deleteMail(tx: Writer, id: string): Promise<void> {
  await tx.delete(mails).where(eq(mails.id, id));
}

/** The newest mail of somebody; undefined before the first. */
export async function findNewestMail(reader: Reader, account: string): Promise<MailRow | undefined> {
  const [row] = await reader
    .select()
    .from(mails)
    .where(eq(mails.account, account))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  return row;
}
