import type { Database } from '#db/dialect';
import { putFailures } from '#db/sign-in-sources.ts';

/** Locks an account for the tests' own address until 09:15 in Shanghai, as five failures at the start of a test would. */
export async function lockSource(database: Database, account: string): Promise<void> {
  await database.write((tx) =>
    putFailures(tx, {
      account,
      source: 'address:127.0.0.1',
      failures: 0,
      since: null,
      locks: 1,
      lockedUntil: '2020-10-19T01:15:00.000Z',
      lastFailedAt: '2020-10-19T01:00:00.000Z',
    }),
  );
}
