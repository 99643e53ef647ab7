/** What every other test of this folder stands on: whatever one did to its database, the next begins as if it had not. */
import { eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Database } from '#db/database.ts';
import { figures, accounts, sessions, settings, targetChanges } from '#db/schema.ts';
import { demonstrationCopy } from '#tests/support/demonstration-copy.ts';
import { storedState } from '#tests/support/reporting.ts';

async function opened(address: string): Promise<Database> {
  const database = await openDatabase({ address });
  onTestFinished(() => database.close().catch(() => undefined));
  return database;
}

/** All rows, in an order that does not depend on where they lie. */
async function everything(database: Database) {
  const state = { ...(await storedState(database)), sessions: await database.reader.select().from(sessions) };
  return Object.fromEntries(
    Object.entries(state).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).toSorted()]),
  );
}

describe('the database of a test', () => {
  it('has nothing of what the test before inserted, changed and deleted', async () => {
    const used = await demonstrationCopy();
    const database = await opened(used.address);
    const before = await everything(database);
    const [person] = await database.reader.select().from(accounts).where(eq(accounts.name, 'lishui'));
    await database.write(async (tx) => {
      await tx.insert(settings).values({ key: 'left-behind', value: '1' });
      await tx.insert(sessions).values({
        tokenHash: 'left-behind',
        account: person?.id ?? '',
        createdAt: '2020-10-19T01:00:00.000Z',
        lastSeenAt: '2020-10-19T01:00:00.000Z',
        address: '',
      });
      await tx.update(accounts).set({ titleZh: 'changed' });
      await tx.delete(targetChanges);
      await tx.delete(figures);
    });
    expect(await everything(database)).not.toEqual(before);
    await database.close();
    used.release();
    const next = await opened((await demonstrationCopy()).address);
    expect(await everything(next)).toEqual(before);
  });

  it('is another than that of a second office in the same test', async () => {
    const [one, other] = [await demonstrationCopy(), await demonstrationCopy()];
    expect(one.address).not.toBe(other.address);
    const [first, second] = [await opened(one.address), await opened(other.address)];
    await first.write(async (tx) => void (await tx.delete(figures)));
    expect(await second.reader.$count(figures)).toBeGreaterThan(0);
  });
});
