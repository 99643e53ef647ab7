/** The one way of changing something, whoever does it: a person, a job of the system, an import. */
import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { programContext, runCommand } from '#api/command.ts';
import { auditEvents, revisions } from '#db/schema.ts';
import { currentChanges, currentRevision } from '#db/revisions.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';

/** What the open pages of everybody are told from now on. */
function heardOf({ app }: TestApp): readonly number[] {
  const heard: number[] = [];
  const { changes } = app.services;
  changes.listen(() => heard.push(changes.numberFor(null)));
  return heard;
}

const countersOf = async ({ database: { reader } }: TestApp) => ({
  change: (await currentChanges(reader, [null]))[0]?.number ?? 0,
  revision: await currentRevision(reader),
});

const newestOf = async ({ database }: TestApp, action: string) =>
  (
    await database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, action))
      .orderBy(desc(auditEvents.at), desc(auditEvents.id))
      .limit(1)
  )[0];

describe('a command', () => {
  it.each(['system', 'import'] as const)('of the %s is audited, counted and told like a person’s', async (role) => {
    const office = await demoApp();
    const heard = heardOf(office);
    const { change, revision } = await countersOf(office);
    const command = { action: 'audit.export', object: 'thing', request: null, changesStandings: true } as const;
    const context = programContext(office.app.services, { name: 'nightly', role });
    expect(await runCommand(context, command, async () => ({ reply: 'done', detail: { rows: 3 } }))).toBe('done');
    expect(await newestOf(office, 'audit.export')).toMatchObject({
      at: '2020-10-19T01:00:00.000Z',
      actor: null,
      actedAs: { name: 'nightly', title: { zh: 'nightly', en: 'nightly' } },
      role,
      object: 'thing',
      outcome: 'done',
      detail: { rows: 3 },
    });
    expect(await countersOf(office)).toEqual({ change: change + 1, revision: revision + 1 });
    expect(heard).toEqual([change + 1]);
  });

  it('that fails leaves nothing and tells nobody', async () => {
    const office = await demoApp();
    const heard = heardOf(office);
    const before = await office.database.reader.select().from(revisions);
    const command = { action: 'audit.export', object: 'thing', request: null, changesStandings: true } as const;
    const context = programContext(office.app.services, { name: 'nightly', role: 'system' });
    await expect(
      runCommand(context, command, async () => {
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(await newestOf(office, 'audit.export')).toBeUndefined();
    expect(await office.database.reader.select().from(revisions)).toEqual(before);
    expect(heard).toEqual([]);
  });

  it('that no page shows, signing in, failing to and signing out, tells no open page', async () => {
    const office = await demoApp();
    const heard = heardOf(office);
    const bureau = await office.signedInAs('bureau');
    const signIn = (password: string) => office.anonymous.post('/api/session', { name: bureau.name, password });
    expect((await signIn('wrong password')).statusCode).toBe(401);
    expect(await newestOf(office, 'session.sign-in')).toMatchObject({
      actor: `demonstration-${bureau.name}`,
      outcome: 'refused',
    });
    office.clock.advance(1);
    expect((await signIn(demonstrationPassword)).statusCode).toBe(200);
    expect(await newestOf(office, 'session.sign-in')).toMatchObject({
      actor: `demonstration-${bureau.name}`,
      outcome: 'done',
    });
    expect((await bureau.delete('/api/session')).json()).toEqual({ signedOut: true });
    expect(await newestOf(office, 'session.sign-out')).toMatchObject({
      actor: `demonstration-${bureau.name}`,
      outcome: 'done',
    });
    expect(heard).toEqual([]);
  });
});
