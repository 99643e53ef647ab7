/** A database that the first release filled opens with every row, under the new words and with authors by account. */
import { asc } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { migrate } from '#db/migrate.ts';
import * as schema from '#db/schema.ts';
import { unmigratedDatabase } from '#tests/support/database.ts';
import { addMigration, copiedMigrations, editJournal, journalOf } from './migrations-folder.ts';

const account = (id: string, name: string, zh: string, en: string, role: string, region: string) =>
  `insert into person (id, name, title_zh, title_en, role, region, password_hash, must_change_password, disabled,
    failed_sign_ins, created_at) values ('${id}', '${name}', '${zh}', '${en}', '${role}', ${region}, 'hash', false, false, 0, 'then');`;

const version = (number: number, kind: string, state: string, submitted: string, decided: string) =>
  `insert into submission_version (id, region, year, month, number, kind, state, as_of, note, cause, measures, saved_by,
    saved_at, submitted_by, submitted_at, decided_by, decided_at) values ('v${number}', '340100', 2020, 9, ${number},
    '${kind}', '${state}', '2020-09-30', 'n', 'c', 'what is done', 'hefei', 'then', ${submitted}, 'then', ${decided}, 'then');`;

const reply = JSON.stringify({ versions: [{ kind: 'report', note: 'the "measures": taken', measures: 'm' }] });

/** One row of every table that the migration touches, and two where an author may or may not have an account. */
const rows = [
  `insert into region (code, kind, name_zh, name_en, short_zh, position, valid_from)
    values ('340100', 'city', '合肥市', 'Hefei', '合肥', 1, '2020-01-01');`,
  `insert into curve values ('even', '均匀', 'Even', '[1]', 'test');`,
  `insert into indicator (code, kind, name_zh, name_en, short_zh, short_en, unit_zh, unit_en, scale, decimals, core, curve,
    definition_zh, definition_en, position)
    values ('area', 'flow', '面积', 'Area', '面', 'A', '㎡', 'm²', 1, 0, true, 'even', '定义', 'Definition', 1);`,
  account('id-1', 'hefei', '合肥局', 'Hefei "bureau"', 'bureau', "'340100'"),
  account('id-2', 'official', '省厅', 'Department', 'official', 'null'),
  `insert into session values ('token', 'id-1', 'then', 'then', '127.0.0.1');`,
  `insert into target_change (id, region, indicator, year, sequence, amount, effective_month, document_number, reason,
    author, decided_at, origin) values ('t', '340100', 'area', 2020, 1, 5, 1, 'No. 1', 'r', 'official', 'then', 'reported');`,
  `insert into submission values ('340100', 2020, 9, 4);`,
  version(1, 'report', 'accepted', "'hefei'", "'official'"),
  version(2, 'correction', 'submitted', "'gone'", 'null'),
  `insert into figure values ('v1', 'area', 3, null, 'reported', null);`,
  `insert into rule (id, version, name_zh, name_en, conditions, source, author, effective_year, effective_month, created_at)
    values ('rule', 1, '规则', 'Rule', '{}', 's', 'xushi', 2017, 1, 'then');`,
  `insert into meeting (id, held_on, title_zh, title_en, notice_zh, notice_en, origin)
    values ('m', '2020-10-15', '会', 'Interview', '通知', 'Notice', 'invented');`,
  `insert into requirement values ('1', '一', 'One', 1);`,
  `insert into requirement_item values ('1.1', '1', '一', 'One', 'person', 1);`,
  `insert into checklist_item values ('m', '340100', '1.1', 'reported', 'o', '2020-10-30', 2, 'reported');`,
  `insert into checklist_event values ('e', 'm', '340100', '1.1', 1, 'then', 'hefei', 'report', 'n', 'reported');`,
  `insert into audit_entry values ('a1', 'then', 'official', 'official', '::1', 'x', 'y', 'done', '{}', 'r');`,
  `insert into audit_entry values ('a2', 'then', null, null, '::1', 'x', 'y', 'refused', '{}', 'r');`,
  `insert into idempotency_key values ('id-1', 'k', 'submission.save', 'h', '${reply}', 'then');`,
];

const bureau = { name: 'hefei', title: { zh: '合肥局', en: 'Hefei "bureau"' } };
const official = { name: 'official', title: { zh: '省厅', en: 'Department' } };
const named = (name: string) => ({ name, title: { zh: name, en: name } });

let database: Database;
beforeAll(async () => {
  database = await unmigratedDatabase();
  const folder = copiedMigrations();
  const [first, ...later] = journalOf(folder).entries;
  editJournal(folder, (entries) => entries.slice(0, 1));
  addMigration(folder, 'rows', rows, { when: (first?.when ?? 0) + 1 });
  expect(await migrate(database, { folder })).toMatchObject({ applied: ['0000_start', 'rows'] });
  editJournal(folder, (entries) => [...entries, ...later]);
  expect((await migrate(database, { folder })).applied[0]).toBe('0001_words-and-authors');
});

describe('the rows of the first release', () => {
  it('are all there', async () => {
    const { reader } = database;
    const counts = {
      accounts: await reader.$count(schema.accounts),
      sessions: await reader.$count(schema.sessions),
      targets: await reader.$count(schema.targetChanges),
      versions: await reader.$count(schema.submissionVersions),
      figures: await reader.$count(schema.figures),
      rules: await reader.$count(schema.rules),
      interviews: await reader.$count(schema.interviews),
      items: await reader.$count(schema.checklistItems),
      events: await reader.$count(schema.checklistEvents),
      audit: await reader.$count(schema.auditEvents),
      keys: await reader.$count(schema.idempotencyKeys),
    };
    const one = { sessions: 1, targets: 1, figures: 1, rules: 1, interviews: 1, items: 1, events: 1, keys: 1 };
    expect(counts).toEqual({ ...one, accounts: 2, versions: 2, audit: 2 });
  });

  it('name who submitted by account, and by the name alone where no account has it', async () => {
    const versions = await database.reader
      .select()
      .from(schema.submissionVersions)
      .orderBy(asc(schema.submissionVersions.number));
    const saved = { savedBy: 'id-1', savedAs: bureau, remedies: 'what is done' };
    expect(versions).toMatchObject([
      {
        ...saved,
        kind: 'submission',
        submittedBy: 'id-1',
        submittedAs: bureau,
        decidedBy: 'id-2',
        decidedAs: official,
      },
      { ...saved, kind: 'correction', submittedBy: null, submittedAs: named('gone'), decidedBy: null, decidedAs: null },
    ]);
  });

  it('name who set targets and rules, who reported an item, and who is in the audit trail', async () => {
    const { reader } = database;
    expect(await reader.select().from(schema.targetChanges)).toMatchObject([{ author: 'id-2', authoredAs: official }]);
    expect(await reader.select().from(schema.rules)).toMatchObject([{ author: null, authoredAs: named('xushi') }]);
    expect(await reader.select().from(schema.checklistEvents)).toMatchObject([
      { interview: 'm', actor: 'id-1', actedAs: bureau },
    ]);
    expect(await reader.select().from(schema.auditEvents).orderBy(asc(schema.auditEvents.id))).toMatchObject([
      { actor: 'id-2', actedAs: official },
      { actor: null, actedAs: null },
    ]);
  });

  it('hold sessions and kept replies of the same accounts, the replies in the new words', async () => {
    const { reader } = database;
    expect(await reader.select().from(schema.sessions)).toMatchObject([{ account: 'id-1', tokenHash: 'token' }]);
    const [key] = await reader.select().from(schema.idempotencyKeys);
    expect(key?.account).toBe('id-1');
    expect(JSON.parse(key?.reply ?? '')).toEqual({
      versions: [{ kind: 'submission', note: 'the "measures": taken', remedies: 'm' }],
    });
  });

  it('take no author without an account', async () => {
    const authored = database.write((tx) => tx.update(schema.targetChanges).set({ author: 'nobody' }));
    await expect(authored).rejects.toThrow();
  });
});
