/** Two administrators at the same moment: an office must not lose its last one. */
import { describe, expect, it } from 'vitest';
import { findAccountByName, insertAccount } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';

/** The demonstration with a second administrator. */
async function twoAdministrators() {
  const office = await demoApp();
  const first = await findAccountByName(office.database.reader, 'administrator');
  if (first === undefined) throw new Error('the demonstration has no administrator');
  const second = { ...first, id: 'second', name: 'second' };
  await office.database.write((tx) => insertAccount(tx, second));
  return { ...office, first, second };
}

const stateOf = (id: string): string => `/api/accounts/${id}/state`;

async function disabledNames({ database }: Pick<TestApp, 'database'>): Promise<string[]> {
  const people = [
    await findAccountByName(database.reader, 'administrator'),
    await findAccountByName(database.reader, 'second'),
  ];
  return people.flatMap((person) => (person?.disabled ? [person.name] : []));
}

describe('two administrators', () => {
  it('who disable each other at once leave one of them', async () => {
    const office = await twoAdministrators();
    const { first, second, signedIn, database } = office;
    const callers = [await signedIn('administrator'), await signedIn('second')];
    // Both are past the check of their session before either is written, because somebody else is writing.
    const writing = Promise.withResolvers<undefined>();
    const held = database.write(() => writing.promise);
    const asked = [
      callers[0]?.put(stateOf(second.id), { disabled: true }),
      callers[1]?.put(stateOf(first.id), { disabled: true }),
    ];
    await callers[0]?.get('/api/session');
    await callers[1]?.get('/api/session');
    writing.resolve(undefined);
    await held;
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => reply?.statusCode).toSorted()).toEqual([200, 401]);
    expect(replies.find((reply) => reply?.statusCode === 401)?.json()).toMatchObject({ code: 'not-signed-in' });
    expect(await disabledNames(office)).toHaveLength(1);
    const commands = await database.reader.select().from(auditEvents);
    expect(commands.map(({ action }) => action)).toEqual(['account.disable']);
  });

  it('who reset each other’s passwords and disable at once: a closed account does nothing any more', async () => {
    const office = await twoAdministrators();
    const { first, second, signedIn, database } = office;
    const callers = [await signedIn('administrator'), await signedIn('second')];
    const [disabled, created] = await Promise.all([
      callers[0]?.put(stateOf(second.id), { disabled: true }),
      // Its one-time secret is hashed first, which takes far longer than the other's command.
      callers[1]?.post(`/api/accounts/${first.id}/reset`),
    ]);
    expect([disabled?.statusCode, created?.statusCode]).toEqual([200, 401]);
    expect((await findAccountByName(database.reader, 'administrator'))?.passwordHash).toBe(first.passwordHash);
  });
});
