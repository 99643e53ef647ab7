import { insertAccount } from '#db/accounts.ts';
import { beginSession, type SignedInCaller, type TestApp } from './app.ts';

/** A session of another official than the demonstration's: whoever accepts must be somebody else than whoever entered. */
export async function secondOfficial(test: Pick<TestApp, 'app' | 'database' | 'clock'>): Promise<SignedInCaller> {
  const name = 'second-official';
  await test.database.write((tx) =>
    insertAccount(tx, {
      id: name,
      name,
      titleZh: '复核员',
      titleEn: 'Reviewer',
      role: 'official',
      region: null,
      passwordHash: 'x',
      mustChangePassword: false,
      disabled: false,
      createdAt: test.clock.now().toISOString(),
    }),
  );
  return beginSession(test, name);
}
