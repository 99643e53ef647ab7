/** Altered data never go unseen: what the seals are made of, and that each way of changing a row behind them is found. */
import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertAuditEvent } from '#db/audit.ts';
import type { Database, Writer } from '#db/dialect';
import { insertEvent } from '#db/interviews.ts';
import { insertRule } from '#db/rules.ts';
import {
  auditEvents,
  checklistEvents,
  checklistItems,
  curves,
  figures,
  indicators,
  interviews,
  regions,
  requirementItems,
  requirements,
  rules,
  seals,
  settings,
  submissions,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { hasSeals, sealAnew, sealing, sealUnsealed } from '#db/seals.ts';
import { sealKeyOf } from '#db/seal-key.ts';
import { insertVersion, replaceFigures, updateVersion, type VersionRow } from '#db/submissions.ts';
import { insertTargetChange } from '#db/targets.ts';
import { verifySeals, type Finding } from '#db/verification.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, curve, indicator, region, submission, target } from './rows.ts';

const version: VersionRow = {
  id: 'v1',
  region: '340100',
  year: 2020,
  month: 9,
  number: 1,
  kind: 'submission',
  state: 'draft',
  asOf: '2020-09-30',
  note: '',
  cause: '',
  remedies: '',
  savedBy: null,
  savedAs: author('hefei'),
  savedAt: '2020-10-01T01:00:00.000Z',
  submittedBy: null,
  submittedAs: null,
  submittedAt: null,
  decidedBy: null,
  decidedAs: null,
  decidedAt: null,
  returnReason: null,
};
const figure = (value: number) => ({ indicator: 'started', value, origin: 'reported' }) as const;

const audited = (number: number) => ({
  id: `a${number}`,
  at: `2020-10-0${number}T01:00:00.000Z`,
  actedAs: author('official'),
  address: '::1',
  action: 'submission.accept',
  object: '2020-09/340100',
  outcome: 'done' as const,
  detail: { number, note: 'x', none: null },
  requestId: `r${number}`,
});

const event = {
  id: 'e1',
  interview: 'autumn',
  region: '340100',
  item: '1.1',
  sequence: 1,
  at: '2020-10-20T01:00:00.000Z',
  actor: null,
  actedAs: author('hefei'),
  action: 'report' as const,
  note: 'done',
  origin: 'reported' as const,
};

const rule = {
  id: 'own',
  version: 1,
  nameZh: '规则',
  nameEn: 'Rule',
  conditions: { flow: { behind: [], watch: [] }, ratio: { behind: [], watch: [] }, stock: { behind: [], watch: [] } },
  source: 'test',
  authoredAs: author('official'),
  effectiveYear: 2020,
  effectiveMonth: 1,
  createdAt: '2020-01-01T00:00:00.000Z',
} as unknown as typeof rules.$inferInsert; // The conditions are not read here, only kept.

/** What the rows below refer to. */
async function ground(tx: Writer): Promise<void> {
  await tx.insert(regions).values(region());
  await tx.insert(curves).values(curve);
  await tx.insert(indicators).values(indicator);
  await tx.insert(submissions).values(submission);
  const words = { titleZh: '题', titleEn: 'Title' };
  await tx
    .insert(interviews)
    .values({ id: 'autumn', heldOn: '2020-10-15', ...words, noticeZh: '', noticeEn: '', origin: 'invented' });
  await tx.insert(requirements).values({ key: '1', ...words, position: 1 });
  await tx
    .insert(requirementItems)
    .values({ key: '1.1', requirement: '1', ...words, checkedBy: 'person', position: 1 });
  await tx.insert(checklistItems).values({
    interview: 'autumn',
    region: '340100',
    item: '1.1',
    state: 'open',
    owner: '',
    dueOn: '2020-10-30',
    version: 1,
    origin: 'invented',
  });
}

/** Seven protected rows, each written by its own function: 9 seals, because the version was sent and then accepted. */
async function history(of: Database): Promise<void> {
  await of.write(ground);
  await of.write((tx) => insertRule(tx, rule));
  const line = { author: null, source: null, ...target(650) } as typeof targetChanges.$inferSelect; // Every column is there.
  await of.write((tx) => insertTargetChange(tx, line));
  await of.write((tx) => insertVersion(tx, version, [figure(100)]));
  await of.write((tx) => replaceFigures(tx, version.id, [figure(120)]));
  const sent = { state: 'submitted', submittedAs: author('hefei'), submittedAt: '2020-10-02T01:00:00.000Z' } as const;
  await of.write((tx) => updateVersion(tx, version.id, sent));
  for (const number of [1, 2, 3]) await of.write((tx) => insertAuditEvent(tx, audited(number)));
  const accepted = { state: 'accepted', decidedAs: author('official'), decidedAt: '2020-10-08T01:00:00.000Z' } as const;
  await of.write((tx) => updateVersion(tx, version.id, accepted));
  await of.write((tx) => insertEvent(tx, event));
  await of.write((tx) => insertAuditEvent(tx, audited(4)));
}

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await history(database);
});

const found = async (of: Database = database): Promise<readonly Finding[]> => (await verifySeals(of.reader)).findings;

/** What is found, in short: the kind, and the subject or the position. */
const told = async (): Promise<readonly string[]> =>
  (await found()).map((finding) => {
    if ('subject' in finding) return `${finding.kind} ${finding.subject}`;
    if (finding.kind === 'seals-missing') return `${finding.kind} ${finding.from}-${finding.to}`;
    return finding.kind === 'seal-altered' ? `${finding.kind} ${finding.position}` : finding.kind;
  });

describe('a history that went through the functions', () => {
  it('is as it was sealed, each row with its newest seal, drafts without any', async () => {
    expect(await verifySeals(database.reader)).toEqual({ rows: 8, seals: 9, findings: [], total: 0 });
    const subjects = (await database.reader.select().from(seals).orderBy(seals.position)).map((row) => row.subject);
    expect(subjects).toEqual([
      'rule:own@1',
      'target_change:target-1',
      'submission_version:v1',
      'audit_event:a1',
      'audit_event:a2',
      'audit_event:a3',
      'submission_version:v1',
      'checklist_event:e1',
      'audit_event:a4',
    ]);
  });

  it('stays so when drafts are saved and other tables change', async () => {
    await database.write((tx) => insertVersion(tx, { ...version, id: 'v2', number: 2 }, [figure(1)]));
    await database.write((tx) => replaceFigures(tx, 'v2', [figure(2)]));
    await database.write((tx) => tx.update(regions).set({ nameEn: 'Elsewhere' }));
    expect(await told()).toEqual([]);
  });

  it('seals nothing of a unit of work that fails', async () => {
    const failing = database.write(async (tx) => {
      await insertAuditEvent(tx, audited(5));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await database.write((tx) => insertAuditEvent(tx, audited(6)));
    expect(await told()).toEqual([]);
  });

  it('is told about with who, when and what, so that a row that is gone can be named', async () => {
    await database.write((tx) => tx.delete(auditEvents).where(eq(auditEvents.id, 'a2')));
    expect(await found()).toEqual([
      {
        kind: 'deleted',
        subject: 'audit_event:a2',
        about: {
          at: '2020-10-02T01:00:00.000Z',
          by: 'official',
          what: 'submission.accept',
          object: '2020-09/340100',
        },
      },
    ]);
  });
});

const acceptedLater = { ...version, id: 'v9', number: 9, state: 'accepted' as const };

const alterations: readonly [string, (tx: Writer) => Promise<unknown>, readonly string[]][] = [
  ['a figure altered', (tx) => tx.update(figures).set({ value: 121 }), ['altered submission_version:v1']],
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
    expect(await told()).toEqual(expected);
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
    expect(await told()).toEqual(['seal-altered 4', 'seal-altered 5', 'seal-altered 6']);
  });

  it('another key, once and not for every seal; the rows are compared all the same', async () => {
    const other = { ...database, reader: Object.create(database.reader) as Database['reader'] };
    const foreign = sealing(other, await sealKeyOf('file:unused.db', 'f'.repeat(64)));
    expect(await found(foreign)).toEqual([{ kind: 'key' }]);
    await database.write((tx) => tx.update(figures).set({ value: 1 }));
    expect((await found(foreign)).map(({ kind }) => kind)).toEqual(['key', 'altered']);
  });

  it('what was written with another key meanwhile, when the right one is back', async () => {
    const foreign = sealing(database, await sealKeyOf('file:unused.db', 'f'.repeat(64)));
    await foreign.write((tx) => insertAuditEvent(tx, audited(5)));
    sealing(database, await sealKeyOf('file:unused.db', '5ea1'.repeat(16)));
    expect(await told()).toContain('head');
  });

  it('a cut, even after more was written: a gap stays', async () => {
    await database.write(async (tx) => {
      await tx.delete(auditEvents).where(eq(auditEvents.id, 'a4'));
      await tx.delete(seals).where(eq(seals.position, 9));
    });
    await database.write((tx) => insertAuditEvent(tx, audited(5)));
    await database.write((tx) => insertAuditEvent(tx, audited(6)));
    expect(await told()).toEqual(['seals-missing 9-9']);
  });

  it('a head that was taken away, even after more was written', async () => {
    await database.write((tx) => tx.delete(settings).where(eq(settings.key, 'seal.head')));
    await database.write((tx) => insertAuditEvent(tx, audited(5)));
    expect(await told()).toEqual(['seals-missing 10-10']);
  });
});

describe('the quick check', () => {
  it('finds what concerns the newest seals', async () => {
    const quick = async () => (await verifySeals(database.reader, { extent: 'newest' })).total;
    expect(await quick()).toBe(0);
    await database.write((tx) => tx.delete(auditEvents).where(eq(auditEvents.id, 'a4')));
    expect(await quick()).toBe(1);
  });
});

describe('sealing what is there', () => {
  it('seals what has no seal and leaves the rest alone', async () => {
    await database.write((tx) => tx.insert(auditEvents).values(audited(9)));
    expect(await database.write(sealUnsealed)).toBe(1);
    expect(await database.write(sealUnsealed)).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('anew replaces every seal, after which all is as it was sealed', async () => {
    await database.write((tx) =>
      tx
        .update(figures)
        .set({ value: 1 })
        .where(and(eq(figures.submissionVersion, 'v1'))),
    );
    await database.write((tx) => tx.delete(seals).where(eq(seals.position, 2)));
    expect(await database.write(sealAnew)).toBe(8);
    expect(await verifySeals(database.reader)).toEqual({ rows: 8, seals: 8, findings: [], total: 0 });
  });

  it('tells whether anything was ever sealed', async () => {
    expect(await hasSeals(database.reader)).toBe(true);
    await database.write(async (tx) => void (await tx.delete(seals)));
    expect(await hasSeals(database.reader)).toBe(true);
    await database.write(async (tx) => void (await tx.delete(settings)));
    expect(await hasSeals(database.reader)).toBe(false);
  });
});
