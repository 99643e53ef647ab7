/** The backups that an office makes by itself: when, what stays of them, and what is told where they fail or grow old. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { backupLimitMs, nextTime, scheduledBackup } from '#api/server/backup-job.ts';
import { clearOldBackups, keptOf, writeNote, type Kept } from '#api/server/backup-rotation.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { listJobRows } from '#db/jobs.ts';
import { auditEvents, targetChanges } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { temporaryFolder } from '#tests/support/database.ts';

const hour = 60 * 60 * 1000;
const never = new AbortController().signal;
const iso = (times: readonly string[], after: string) => nextTime(times, new Date(after)).toISOString();

describe('the times of backups', () => {
  it('are of the office’s day, and each comes after the one before', () => {
    // 02:30 in Shanghai is 18:30 of the day before in UTC.
    expect(iso(['02:30'], '2020-10-19T01:00:00Z')).toBe('2020-10-19T18:30:00.000Z');
    expect(iso(['02:30'], '2020-10-19T18:29:59Z')).toBe('2020-10-19T18:30:00.000Z');
    expect(iso(['02:30'], '2020-10-19T18:30:00Z')).toBe('2020-10-20T18:30:00.000Z');
    expect(iso(['02:30', '12:30'], '2020-10-19T01:00:00Z')).toBe('2020-10-19T04:30:00.000Z');
    expect(iso(['02:30'], '2020-12-31T23:00:00Z')).toBe('2021-01-01T18:30:00.000Z');
  });

  it('say how old a good one may become: the longest wait and six hours', () => {
    expect(backupLimitMs([])).toBeNull();
    expect(backupLimitMs(['02:30'])).toBe(30 * hour);
    expect(backupLimitMs(['02:30', '12:30'])).toBe((14 + 6) * hour);
  });
});

const at = (name: string, madeAt: string, isGood = true): Kept => ({ name, madeAt, isGood });

describe('of the backups there are', () => {
  it('all of the newest day stay, and the newest of each day and week', () => {
    const backups = [
      at('monday of the week before', '2020-10-05T01:00:00Z'),
      at('sunday of the week before', '2020-10-11T01:00:00Z'),
      at('wednesday', '2020-10-14T01:00:00Z'),
      at('thursday, early', '2020-10-15T01:00:00Z'),
      at('thursday, late', '2020-10-15T09:00:00Z'),
      at('friday, early', '2020-10-16T01:00:00Z'),
      at('friday, late', '2020-10-16T09:00:00Z'),
    ];
    expect([...keptOf(backups, { days: 2, weeks: 2 })].toSorted()).toEqual([
      'friday, early',
      'friday, late',
      'sunday of the week before',
      'thursday, late',
    ]);
  });

  it('the last good one stays, however many copies of altered data follow', () => {
    const altered = Array.from({ length: 20 }, (_, day) =>
      at(`altered ${day}`, `2020-11-${day + 10}T01:00:00Z`, false),
    );
    const kept = keptOf([at('good', '2020-10-01T01:00:00Z'), ...altered], { days: 2, weeks: 0 });
    expect([...kept].toSorted()).toEqual(['altered 18', 'altered 19', 'good']);
  });

  it('those that this office did not make are left alone', () => {
    const folder = temporaryFolder();
    const note = { bytes: 1, sha256: '', rows: 1, seals: 1, differing: 0 };
    const make = (name: string, of: string | null, madeAt: string) => {
      writeFileSync(join(folder, name), '');
      if (of !== null) writeNote(join(folder, name), { ...note, of, madeAt });
    };
    make('xushi-20201001-010000.db', '/ours.db', '2020-10-01T01:00:00Z');
    make('xushi-20201002-010000.db', '/theirs.db', '2020-10-02T01:00:00Z');
    make('xushi-20201003-010000.db', null, '');
    make('xushi-20201004-010000.db', '/ours.db', '2020-10-04T01:00:00Z');
    mkdirSync(join(folder, 'xushi-20201005-010000.db'));
    expect(clearOldBackups(folder, '/ours.db', { days: 1, weeks: 0 })).toEqual(['xushi-20201001-010000.db']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual([
      'xushi-20201002-010000.db',
      'xushi-20201003-010000.db',
      'xushi-20201004-010000.db',
      'xushi-20201005-010000.db',
    ]);
  });
});

async function backedUpOffice(more: Readonly<Record<string, string>> = {}) {
  const office = await demoApp({ environment: { BACKUP_TIMES: '02:30' } });
  const job = scheduledBackup(['02:30'], { DATABASE_URL: office.address, ...more });
  const services = { ...office.app.services, log: pino({ level: 'silent' }) };
  await enterJobs(services, [job]);
  const folder = join(dirname(office.address.slice('file:'.length)), 'backups');
  const ready = async () =>
    (await office.anonymous.get('/api/ready')).json<{ lateBackup?: { goodAt: string | null } }>();
  const row = async () => (await listJobRows(office.database.reader)).find(({ name }) => name === 'backup');
  return { ...office, folder, ready, row, runDue: () => runDueJobs(services, [job], never) };
}

describe('an office that backs itself up', () => {
  it('has a proved copy, its job listed and audited, and is told when the last good one grows old', async () => {
    const office = await backedUpOffice();
    expect(await office.runDue()).toEqual(['backup']);
    const made = readdirSync(office.folder).filter((name) => name.endsWith('.db'));
    expect(made).toEqual([expect.stringMatching(/^xushi-\d{8}-\d{6}\.db$/)]);
    const administrator = await office.signedInAs('administrator');
    expect((await administrator.get('/api/jobs')).json()).toMatchObject([
      { name: 'backup', nextRunAt: '2020-10-19T18:30:00.000Z', lastOutcome: 'done', lastError: null },
    ]);
    const [event] = await office.database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'system.backup'));
    expect(event).toMatchObject({ role: 'system', detail: { file: made[0], differing: 0, removed: [] } });
    office.clock.advance(30 * 60);
    expect((await office.ready()).lateBackup).toBeUndefined();
    office.clock.advance(1);
    expect((await office.ready()).lateBackup).toEqual({ goodAt: '2020-10-19T01:00:00.000Z' });
  });

  it('keeps a copy of altered data, does not count it as good, and keeps telling', async () => {
    const office = await backedUpOffice();
    await office.database.write((tx) => tx.update(targetChanges).set({ amount: 1 }));
    await office.runDue();
    expect(readdirSync(office.folder)).toHaveLength(2);
    expect((await office.ready()).lateBackup).toEqual({ goodAt: null });
    const [event] = await office.database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'system.backup'))
      .orderBy(desc(auditEvents.at));
    expect(event?.detail['differing']).toBeGreaterThan(0);
  });

  it('tries again soon where no copy could be made, and says why', async () => {
    const office = await backedUpOffice({ BACKUP_FOLDER: '/nowhere/mounted' });
    await office.runDue();
    expect(await office.row()).toMatchObject({
      attempts: 1,
      lastOutcome: 'failed',
      lastError: expect.stringContaining('/nowhere/mounted'),
      nextRunAt: '2020-10-19T01:01:00.000Z',
    });
  });

  it('stops a backup that is being made when the program stops, and makes it at the next start', async () => {
    const office = await backedUpOffice();
    const stopping = new AbortController();
    stopping.abort();
    const job = scheduledBackup(['02:30'], { DATABASE_URL: office.address });
    expect(await runDueJobs(office.app.services, [job], stopping.signal)).toEqual([]);
    expect((await office.row())?.lastOutcome).toBeNull();
  });
});
