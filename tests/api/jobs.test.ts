/** What the system does by itself: once at its time, taken over after a crash, tried again ever later, and shown where it fails. */
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sessionLimits } from '#api/http/session-rules.ts';
import { enterJobs, leaseMs, retryDelayMs, runDueJobs, startJobs, type Job } from '#api/server/jobs.ts';
import { officeJobs } from '#api/server/office-jobs.ts';
import type { Services } from '#api/http/context.ts';
import { openDatabase } from '#db/database.ts';
import { leaseJob, listJobRows } from '#db/jobs.ts';
import { auditEvents, idempotencyKeys, jobs, sessions, settings } from '#db/schema.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';

const hour = 60 * 60 * 1000;
const never = new AbortController().signal;

/** The same office in a second process: its own connections to the same database. */
async function secondProcess({ app, address }: TestApp): Promise<Services> {
  const database = await openDatabase({ address });
  onTestFinished(() => database.close());
  return { ...app.services, database };
}

/** A job that notes each run in the database, so that two runs would meet, and the instants in `ran`. */
function noting(office: TestApp, work: () => Promise<void> = async () => {}): { job: Job; ran: string[] } {
  const ran: string[] = [];
  const job: Job = {
    name: 'note',
    everyMs: hour,
    run: async ({ change }) => {
      ran.push(office.clock.now().toISOString());
      await work();
      const command = { action: 'audit.export', object: 'note', request: null, changesStandings: false } as const;
      await change(command, async (tx) => {
        await tx.insert(settings).values({ key: `note-${ran.length}`, value: '' });
        return { reply: null, detail: {} };
      });
    },
  };
  return { job, ran };
}

const failing = (message: string): Job => ({
  name: 'fail',
  everyMs: hour,
  run: async () => {
    throw new Error(message);
  },
});

const rowOf = async ({ database }: TestApp, name: string) =>
  (await listJobRows(database.reader)).find((row) => row.name === name);

const notes = async ({ database }: TestApp) =>
  (await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'audit.export'))).length;

describe('a job', () => {
  it('runs once at its time, however many processes look for it at once', async () => {
    const office = await demoApp();
    const { job, ran } = noting(office);
    const processes = [office.app.services, await secondProcess(office), office.app.services];
    for (const services of processes) await enterJobs(services, [job]);
    await Promise.all(processes.map((services) => runDueJobs(services, [job], never)));
    expect([ran.length, await notes(office)]).toEqual([1, 1]);
    expect(await rowOf(office, 'note')).toMatchObject({
      nextRunAt: '2020-10-19T02:00:00.000Z',
      leaseOwner: null,
      attempts: 0,
      lastOutcome: 'done',
      lastError: null,
    });
    office.clock.advance(59);
    await Promise.all(processes.map((services) => runDueJobs(services, [job], never)));
    expect(ran).toHaveLength(1);
    office.clock.advance(1);
    await Promise.all(processes.map((services) => runDueJobs(services, [job], never)));
    expect([ran.length, await notes(office)]).toEqual([2, 2]);
  });

  it('of a process that died is taken over when its lease is over, not before, and counts as failed once', async () => {
    const office = await demoApp();
    const { job, ran } = noting(office);
    await enterJobs(office.app.services, [job]);
    const now = office.clock.now();
    const lease = {
      owner: 'dead',
      now: now.toISOString(),
      until: new Date(now.getTime() + leaseMs).toISOString(),
    };
    expect(await office.database.write((tx) => leaseJob(tx, 'note', lease))).toMatchObject({ attempts: 0 });
    office.clock.advance(leaseMs / 60_000 - 1);
    expect(await runDueJobs(office.app.services, [job], never)).toEqual([]);
    office.clock.advance(1);
    const seen: (number | undefined)[] = [];
    const looking: Job = { ...job, run: async () => void seen.push((await rowOf(office, 'note'))?.attempts) };
    expect(await runDueJobs(office.app.services, [looking], never)).toEqual(['note']);
    expect(seen).toEqual([1]);
    expect(await rowOf(office, 'note')).toMatchObject({ leaseOwner: null, attempts: 0, lastOutcome: 'done' });
    expect(ran).toEqual([]);
  });

  it('that outlasted its lease changes nothing anymore, and does not end what another began', async () => {
    const office = await demoApp();
    const { job, ran } = noting(office, async () => {
      office.clock.advance(leaseMs / 60_000);
      const now = office.clock.now().toISOString();
      await office.database.write((tx) =>
        leaseJob(tx, 'note', { owner: 'other', now, until: '2020-10-19T09:00:00.000Z' }),
      );
    });
    await enterJobs(office.app.services, [job]);
    await runDueJobs(office.app.services, [job], never);
    expect([ran.length, await notes(office)]).toEqual([1, 0]);
    expect(await rowOf(office, 'note')).toMatchObject({ leaseOwner: 'other', lastOutcome: null });
  });

  it('that fails is tried again after 1, 2, 4 … minutes, and as usual once it succeeds', async () => {
    const office = await demoApp();
    await enterJobs(office.app.services, [failing('')]);
    const delays: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      await runDueJobs(office.app.services, [failing('no luck')], never);
      const row = await rowOf(office, 'fail');
      delays.push((Date.parse(row?.nextRunAt ?? '') - office.clock.now().getTime()) / 60_000);
      office.clock.set(row?.nextRunAt ?? '');
    }
    expect(delays).toEqual([1, 2, 4, 8]);
    expect(await rowOf(office, 'fail')).toMatchObject({ attempts: 4, lastOutcome: 'failed', lastError: 'no luck' });
    await runDueJobs(office.app.services, [{ ...failing(''), run: async () => {} }], never);
    expect(await rowOf(office, 'fail')).toMatchObject({ attempts: 0, lastOutcome: 'done', lastError: null });
    expect([1, 2, 7, 40].map((attempts) => retryDelayMs(attempts, hour) / 60_000)).toEqual([1, 2, 60, 60]);
  });

  it('that fails does not keep the others from running', async () => {
    const office = await demoApp();
    const { job, ran } = noting(office);
    const both = [failing('no luck'), job];
    await enterJobs(office.app.services, both);
    expect(await runDueJobs(office.app.services, both, never)).toEqual(['fail', 'note']);
    expect(ran).toHaveLength(1);
  });

  it('that keeps failing is named in readiness, and why is said to the administrator alone', async () => {
    const office = await demoApp();
    const log = pino({ level: 'silent' });
    await enterJobs(office.app.services, [failing('')]);
    const ready = async () => (await office.anonymous.get('/api/ready')).json<{ failingJobs: string[] }>();
    for (let time = 0; time < 3; time += 1) {
      expect((await ready()).failingJobs).toEqual([]);
      await runDueJobs({ ...office.app.services, log }, [failing(`secret place ${'x'.repeat(900)}`)], never);
      office.clock.set((await rowOf(office, 'fail'))?.nextRunAt ?? '');
    }
    expect(await ready()).toEqual({ status: 'ready', failingJobs: ['fail'] });
    const administrator = await office.signedInAs('administrator');
    const listed = (await administrator.get('/api/jobs')).json<{ lastError: string }[]>();
    expect(listed).toMatchObject([{ name: 'fail', attempts: 3, lastOutcome: 'failed', leasedUntil: null }]);
    expect(listed[0]?.lastError).toMatch(/^secret place x+$/);
    expect(listed[0]?.lastError).toHaveLength(500);
    expect((await (await office.signedInAs('official')).get('/api/jobs')).statusCode).toBe(403);
  });

  it('that runs when the program stops is waited for, begins no other, and is due at the next start', async () => {
    const office = await demoApp();
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const { job, ran } = noting(office, async () => {
      begun.resolve();
      await ended.promise;
    });
    const other: Job = { ...failing('must not begin'), name: 'other' };
    const started = startJobs(office.app.services, [job, other]);
    await begun.promise;
    let hasStopped = false;
    const stopping = started.stop().then(() => (hasStopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasStopped).toBe(false);
    ended.resolve();
    await stopping;
    expect([ran.length, await notes(office)]).toEqual([1, 1]);
    expect(await rowOf(office, 'note')).toMatchObject({ leaseOwner: null, nextRunAt: '2020-10-19T01:00:00.000Z' });
    expect(await rowOf(office, 'other')).toMatchObject({ attempts: 0, lastOutcome: null });
  });
});

describe('the jobs of an office', () => {
  it('clear away keys older than 48 hours, however many, and say so in the audit trail', async () => {
    const office = await demoApp();
    const { id } = await personOf(office);
    const key = (name: string, createdAt: string) => ({
      account: id,
      key: name,
      endpoint: 'submission.submit',
      requestHash: 'hash',
      reply: '{}',
      createdAt,
    });
    const old = Array.from({ length: 1_200 }, (_, at) =>
      key(`old-${at}`, new Date(Date.UTC(2020, 0, 1, 0, at)).toISOString()),
    );
    await office.database.write((tx) =>
      tx.insert(idempotencyKeys).values([...old, key('just in time', '2020-10-17T01:00:00.000Z')]),
    );
    await enterJobs(office.app.services, officeJobs);
    await runDueJobs(office.app.services, officeJobs, never);
    expect((await office.database.reader.select().from(idempotencyKeys)).map((row) => row.key)).toEqual([
      'just in time',
    ]);
    const events = await office.database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'system.clear-keys'));
    expect(events.map(({ actedAs, role, detail }) => [actedAs?.name, role, detail['rows']])).toEqual([
      ['clear-idempotency-keys', 'system', 500],
      ['clear-idempotency-keys', 'system', 500],
      ['clear-idempotency-keys', 'system', 200],
    ]);
  });

  it('clear away ended sessions and no living one, and leave no trace where there is nothing to clear', async () => {
    const office = await demoApp();
    await office.signedInAs('official');
    office.clock.advance(sessionLimits.idle / 60_000 + 1);
    const leader = await office.signedInAs('leader');
    await enterJobs(office.app.services, officeJobs);
    await runDueJobs(office.app.services, officeJobs, never);
    expect(await office.database.reader.$count(sessions)).toBe(1);
    expect((await leader.get('/api/session')).statusCode).toBe(200);
    const cleared = () => office.database.reader.$count(auditEvents, eq(auditEvents.action, 'system.clear-sessions'));
    expect(await cleared()).toBe(1);
    await office.database.write((tx) => tx.update(jobs).set({ nextRunAt: office.clock.now().toISOString() }));
    expect(await runDueJobs(office.app.services, officeJobs, never)).toHaveLength(officeJobs.length);
    expect(await cleared()).toBe(1);
  });
});

async function personOf(office: TestApp): Promise<{ id: string }> {
  await office.signedInAs('official');
  const [session] = await office.database.reader.select().from(sessions);
  return { id: session?.account ?? '' };
}
