/** Altered data never go unseen: each way of changing a row, or a seal, behind the program is found. */
import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertAuditEvent } from '#db/audit.ts';
import { insertDeadline, type DeadlineRow } from '#db/deadlines.ts';
import type { Database, Writer } from '#db/dialect';
import {
  auditEvents,
  checklistEvents,
  figures,
  indicators,
  reportingDeadlines,
  rules,
  seals,
  settings,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { sealKeyOf } from '#db/seal-key.ts';
import { sealing } from '#db/seals.ts';
import { emptyDatabase, testSealKey } from '#tests/support/database.ts';
import { audited, figure, history, told, version } from './sealed-history.ts';
import { author, indicator } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await history(database);
});

const deadline: DeadlineRow = {
  id: 'd1',
  year: 2020,
  month: 10,
  sequence: 1,
  region: null,
  onTimeDay: '2020-11-10',
  closesOn: null,
  reason: 'test',
  author: null,
  authoredAs: author('official'),
  decidedAt: '2020-10-19T01:00:00.000Z',
};

const acceptedLater = { ...version, id: 'v9', number: 9, state: 'accepted' as const };

const alterations: readonly [string, (tx: Writer) => Promise<unknown>, readonly string[]][] = [
  ['a figure altered', (tx) => tx.update(figures).set({ cumulative: 121 }), ['altered submission_version:v1']],
  [
    'a figure’s source altered',
    (tx) => tx.update(figures).set({ origin: 'published' }),
    ['altered submission_version:v1'],
  ],
  ['a figure deleted', (tx) => tx.delete(figures), ['altered submission_version:v1']],
  [
    'a figure added',
    async (tx) => {
      await tx.insert(indicators).values({ ...indicator, code: 'other', position: 2 });
      await tx.insert(figures).values({ ...figure(1), indicator: 'other', submissionVersion: 'v1' });
    },
    ['altered submission_version:v1'],
  ],
  ['a target altered', (tx) => tx.update(targetChanges).set({ amount: 649 }), ['altered target_change:target-1']],
  ['a rule altered', (tx) => tx.update(rules).set({ effectiveMonth: 2 }), ['altered rule:own@1']],
  [
    'a decision’s instant altered',
    (tx) => tx.update(submissionVersions).set({ decidedAt: '2020-10-07T01:00:00.000Z' }),
    ['altered submission_version:v1'],
  ],
  [
    'a decision taken back',
    (tx) => tx.update(submissionVersions).set({ state: 'submitted', decidedAs: null, decidedAt: null }),
    ['altered submission_version:v1'],
  ],
  [
    'an accepted version made a draft',
    (tx) => tx.update(submissionVersions).set({ state: 'draft' }),
    ['deleted submission_version:v1'],
  ],
  [
    'a checklist entry altered',
    (tx) => tx.update(checklistEvents).set({ note: 'none' }),
    ['altered checklist_event:e1'],
  ],
  [
    'a detail of an audit row altered',
    (tx) =>
      tx
        .update(auditEvents)
        .set({ detail: { number: 2, note: 'y', none: null } })
        .where(eq(auditEvents.id, 'a2')),
    ['altered audit_event:a2'],
  ],
  [
    'a detail of an audit row left out',
    (tx) =>
      tx
        .update(auditEvents)
        .set({ detail: { number: 2, note: 'x' } })
        .where(eq(auditEvents.id, 'a2')),
    ['altered audit_event:a2'],
  ],
  ['an audit row deleted', (tx) => tx.delete(auditEvents).where(eq(auditEvents.id, 'a4')), ['deleted audit_event:a4']],
  [
    'all audit rows deleted',
    (tx) => tx.delete(auditEvents),
    ['a1', 'a2', 'a3', 'a4'].map((id) => `deleted audit_event:${id}`),
  ],
  ['an audit row inserted', (tx) => tx.insert(auditEvents).values(audited(9)), ['inserted audit_event:a9']],
  [
    'a version inserted',
    async (tx) => {
      await tx.insert(submissionVersions).values(acceptedLater);
      await tx.insert(figures).values({ ...figure(1), submissionVersion: 'v9' });
    },
    ['inserted submission_version:v9'],
  ],
  [
    'a seal deleted',
    (tx) => tx.delete(seals).where(eq(seals.position, 5)),
    ['seals-missing 5-5', 'inserted audit_event:a2'],
  ],
  [
    'a row deleted with its seal',
    async (tx) => {
      await tx.delete(auditEvents).where(eq(auditEvents.id, 'a2'));
      await tx.delete(seals).where(eq(seals.subject, 'audit_event:a2'));
    },
    ['seals-missing 5-5'],
  ],
  [
    'the newest rows cut off with their seals',
    async (tx) => {
      await tx.delete(auditEvents).where(eq(auditEvents.id, 'a4'));
      await tx.delete(checklistEvents);
      await tx.delete(seals).where(inArray(seals.position, [8, 9]));
    },
    ['seals-missing 8-9'],
  ],
  [
    'the first seal deleted with its row',
    async (tx) => {
      await tx.delete(rules);
      await tx.delete(seals).where(eq(seals.position, 1));
    },
    ['seals-missing 1-1'],
  ],
  [
    'what a seal tells of altered',
    (tx) =>
      tx
        .update(seals)
        .set({ about: { at: null, by: 'somebody', what: 'x', object: 'y' } })
        .where(eq(seals.position, 4)),
    ['seal-altered 4'],
  ],
  [
    'a row altered with the digest in its seal',
    async (tx) => {
      await tx
        .update(seals)
        .set({ digest: '0'.repeat(64) })
        .where(eq(seals.position, 4));
    },
    ['seal-altered 4', 'altered audit_event:a1'],
  ],
  [
    'an old seal put in the place of the newest',
    async (tx) => {
      const [old] = await tx.select().from(seals).where(eq(seals.position, 3));
      await tx.delete(seals).where(eq(seals.position, 7));
      await tx.insert(seals).values({ ...old!, position: 7 });
    },
    ['seal-altered 7', 'seal-altered 8', 'altered submission_version:v1'],
  ],
  ['the end of the seals unsaid', (tx) => tx.delete(settings).where(eq(settings.key, 'seal.head')), ['head']],
  [
    'the end of the seals said earlier than it is',
    (tx) =>
      tx
        .update(settings)
        .set({ value: `8:${'0'.repeat(64)}` })
        .where(eq(settings.key, 'seal.head')),
    ['head'],
  ],
  [
    'every seal deleted, and all that tells of them',
    async (tx) => {
      await tx.delete(seals);
      await tx.delete(settings);
    },
    [
      'inserted rule:own@1',
      'inserted target_change:target-1',
      'inserted submission_version:v1',
      'inserted checklist_event:e1',
      ...['a1', 'a2', 'a3', 'a4'].map((id) => `inserted audit_event:${id}`),
    ],
  ],
];

describe('what is found', () => {
  it.each(alterations)('%s', async (_what, alter, expected) => {
    await database.write(async (tx) => void (await alter(tx)));
    expect(await told(database)).toEqual(expected);
  });

  it('a deadline altered, deleted or inserted; one that came too late was never there', async () => {
    await database.write((tx) => insertDeadline(tx, deadline));
    expect(await database.write((tx) => insertDeadline(tx, { ...deadline, id: 'd2' }))).toBe(false);
    expect(await told(database)).toEqual([]);
    await database.write((tx) => tx.update(reportingDeadlines).set({ onTimeDay: '2020-11-09' }));
    expect(await told(database)).toEqual(['altered reporting_deadline:d1']);
    await database.write((tx) => tx.update(reportingDeadlines).set({ id: 'd9', onTimeDay: '2020-11-10' }));
    expect(await told(database)).toEqual(['deleted reporting_deadline:d1', 'inserted reporting_deadline:d9']);
  });

  it('two seals swapped', async () => {
    await database.write(async (tx) => {
      const both = await tx
        .select()
        .from(seals)
        .where(inArray(seals.position, [4, 5]))
        .orderBy(seals.position);
      await tx.delete(seals).where(inArray(seals.position, [4, 5]));
      await tx.insert(seals).values(both.map((seal) => ({ ...seal, position: 9 - seal.position })));
    });
    expect(await told(database)).toEqual(['seal-altered 4', 'seal-altered 5', 'seal-altered 6']);
  });

  it('another key, once and not for every seal; the rows are compared all the same', async () => {
    const other = { ...database, reader: Object.create(database.reader) as Database['reader'] };
    const foreign = sealing(other, await sealKeyOf('file:unused.db', 'f'.repeat(64)));
    expect(await told(foreign)).toEqual(['key']);
    await database.write((tx) => tx.update(figures).set({ cumulative: 1 }));
    expect(await told(foreign)).toEqual(['key', 'altered submission_version:v1']);
  });

  it('what was written with another key meanwhile, when the right one is back', async () => {
    const foreign = sealing(database, await sealKeyOf('file:unused.db', 'f'.repeat(64)));
    await foreign.write((tx) => insertAuditEvent(tx, audited(5)));
    sealing(database, await sealKeyOf('file:unused.db', testSealKey));
    expect(await told(database)).toContain('head');
  });

  it('a cut, even after more was written: a gap stays', async () => {
    await database.write(async (tx) => {
      await tx.delete(auditEvents).where(eq(auditEvents.id, 'a4'));
      await tx.delete(seals).where(eq(seals.position, 9));
    });
    await database.write((tx) => insertAuditEvent(tx, audited(5)));
    await database.write((tx) => insertAuditEvent(tx, audited(6)));
    expect(await told(database)).toEqual(['seals-missing 9-9']);
  });

  it('a head that was taken away, even after more was written', async () => {
    await database.write((tx) => tx.delete(settings).where(eq(settings.key, 'seal.head')));
    await database.write((tx) => insertAuditEvent(tx, audited(5)));
    expect(await told(database)).toEqual(['seals-missing 10-10']);
  });
});
