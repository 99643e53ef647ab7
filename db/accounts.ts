import { asc, count, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { raiseAccess } from './revisions.ts';
import { accounts, type Author } from './schema.ts';

export type { Author };
export type AccountRow = typeof accounts.$inferSelect;

/** An account as it is written beside what it does, so that a later name or title does not change history. */
export function authorOf({ name, titleZh, titleEn }: Pick<AccountRow, 'name' | 'titleZh' | 'titleEn'>): Author {
  return { name, title: { zh: titleZh, en: titleEn } };
}

/** The account of this id; undefined where there is none. */
export async function findAccount(reader: Reader, id: string): Promise<AccountRow | undefined> {
  const [row] = await reader.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** The account that signs in by this name; undefined where there is none. */
export async function findAccountByName(reader: Reader, name: string): Promise<AccountRow | undefined> {
  const [row] = await reader.select().from(accounts).where(eq(accounts.name, name));
  return row;
}

/** Everybody with an account, by name as its code units sort. */
export async function listAccountRows(reader: Reader): Promise<AccountRow[]> {
  const rows = await reader.select().from(accounts).orderBy(asc(accounts.id));
  // Sorted here, because the engines sort names differently.
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** How many accounts of administrators there are, disabled ones included. */
export async function countAdministrators(reader: Reader): Promise<number> {
  const [row] = await reader.select({ number: count() }).from(accounts).where(eq(accounts.role, 'administrator'));
  return row?.number ?? 0;
}

/** Adds an account. The unique index on the name is the last word on whether it is free. */
export async function insertAccount(tx: Writer, account: typeof accounts.$inferInsert): Promise<void> {
  await tx.insert(accounts).values(account);
}

/** Adds several accounts in one statement. */
export async function insertAccounts(tx: Writer, rows: readonly AccountRow[]): Promise<void> {
  await tx.insert(accounts).values([...rows]);
}

/** Changes some columns of an account; every process reads its sessions anew at their next request. */
export async function updateAccount(tx: Writer, id: string, change: Partial<Omit<AccountRow, 'id'>>): Promise<void> {
  await tx.update(accounts).set(change).where(eq(accounts.id, id));
  await raiseAccess(tx);
}
