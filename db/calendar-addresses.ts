import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import type { AccountRow } from './accounts.ts';
import { accounts, calendarAddresses } from './schema.ts';

export type CalendarAddressRow = typeof calendarAddresses.$inferSelect;

/** Whose address this is; undefined where it is nobody's. */
export async function findByCalendarToken(reader: Reader, tokenHash: string): Promise<AccountRow | undefined> {
  const [row] = await reader
    .select({ account: accounts })
    .from(calendarAddresses)
    .innerJoin(accounts, eq(accounts.id, calendarAddresses.account))
    .where(eq(calendarAddresses.tokenHash, tokenHash));
  return row?.account;
}

/** The address of an account; undefined where it has none. */
export async function findCalendarAddress(reader: Reader, account: string): Promise<CalendarAddressRow | undefined> {
  const [row] = await reader.select().from(calendarAddresses).where(eq(calendarAddresses.account, account));
  return row;
}

/** Gives an account an address, in the place of the one before. */
export async function putCalendarAddress(tx: Writer, row: CalendarAddressRow): Promise<void> {
  await deleteCalendarAddress(tx, row.account);
  await tx.insert(calendarAddresses).values(row);
}

/** Ends the address of an account; false where there was none. */
export async function deleteCalendarAddress(tx: Writer, account: string): Promise<boolean> {
  const rows = await tx
    .delete(calendarAddresses)
    .where(eq(calendarAddresses.account, account))
    .returning({ account: calendarAddresses.account });
  return rows.length > 0;
}
