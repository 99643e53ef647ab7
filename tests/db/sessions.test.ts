import { beforeEach, describe, expect, it } from 'vitest';
import { insertAuditEvent, newestAuditInstant } from '#db/audit.ts';
import type { Database } from '#db/dialect';
import { countAdministrators, findAccount, findAccountByName, insertAccount, updateAccount } from '#db/accounts.ts';
import { listRegions } from '#db/regions.ts';
import { listRules } from '#db/rules.ts';
import { regions, rules, sessions } from '#db/schema.ts';
import {
  deleteEndedSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  hasEndedSessions,
  insertSession,
  touchSession,
} from '#db/sessions.ts';
import { findSetting, putSetting, settingKeys } from '#db/settings.ts';
import { presets } from '#api/measures/rule.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, person, region } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await insertAccount(tx, person('lishui'));
    await insertAccount(tx, person('wenzhou'));
  });
});

const at = (minute: number): string => new Date(Date.UTC(2020, 9, 19, 1, minute)).toISOString();

const begin = (tokenHash: string, who: string, createdAt: string, lastSeenAt: string) =>
  database.write((tx) => insertSession(tx, { tokenHash, account: who, createdAt, lastSeenAt, address: '127.0.0.1' }));

const tokens = async () => (await database.reader.select().from(sessions)).map(({ tokenHash }) => tokenHash).toSorted();

describe('a session', () => {
  it('is found by its token with its own person', async () => {
    await begin('a', 'lishui', at(0), at(0));
    await begin('b', 'wenzhou', at(1), at(2));
    const found = await findSession(database.reader, 'b');
    expect([found?.account.name, found?.session.createdAt, found?.session.lastSeenAt]).toEqual([
      'wenzhou',
      at(1),
      at(2),
    ]);
    expect(await findSession(database.reader, 'c')).toBeUndefined();
  });

  it('is noted as used without the others', async () => {
    await begin('a', 'lishui', at(0), at(0));
    await begin('b', 'lishui', at(0), at(0));
    await database.write((tx) => touchSession(tx, 'b', at(9)));
    expect((await findSession(database.reader, 'a'))?.session.lastSeenAt).toBe(at(0));
    expect((await findSession(database.reader, 'b'))?.session).toMatchObject({ createdAt: at(0), lastSeenAt: at(9) });
  });

  it('ends alone, or with all of its person’s', async () => {
    await begin('a', 'lishui', at(0), at(0));
    await begin('b', 'lishui', at(0), at(0));
    await begin('c', 'lishui', at(0), at(0));
    await begin('d', 'wenzhou', at(0), at(0));
    await database.write((tx) => deleteSession(tx, 'a'));
    expect(await tokens()).toEqual(['b', 'c', 'd']);
    await database.write((tx) => deleteSessionsOf(tx, 'lishui'));
    expect(await tokens()).toEqual(['d']);
  });

  it('is cleared away where it was last seen, or begun, before the instants named', async () => {
    await begin('idle', 'lishui', at(20), at(29));
    await begin('just seen', 'lishui', at(20), at(30));
    await begin('old', 'lishui', at(9), at(50));
    await begin('just begun', 'lishui', at(10), at(50));
    expect(await hasEndedSessions(database.reader, at(30), at(10))).toBe(true);
    expect(await database.write((tx) => deleteEndedSessions(tx, at(30), at(10)))).toBe(2);
    expect(await hasEndedSessions(database.reader, at(30), at(10))).toBe(false);
    expect(await tokens()).toEqual(['just begun', 'just seen']);
  });
});

describe('a person', () => {
  it('is found by id and by name, and changed alone', async () => {
    await database.write((tx) => insertAccount(tx, { ...person('jinhua'), id: 'other-id' }));
    expect((await findAccount(database.reader, 'other-id'))?.name).toBe('jinhua');
    expect(await findAccount(database.reader, 'jinhua')).toBeUndefined();
    expect((await findAccountByName(database.reader, 'jinhua'))?.id).toBe('other-id');
    await database.write((tx) => updateAccount(tx, 'other-id', { disabled: true }));
    const disabled = await Promise.all(
      ['jinhua', 'lishui', 'wenzhou'].map(async (name) => (await findAccountByName(database.reader, name))?.disabled),
    );
    expect(disabled).toEqual([true, false, false]);
  });

  it('counts as an administrator by the role alone, disabled or not', async () => {
    expect(await countAdministrators(database.reader)).toBe(0);
    await database.write(async (tx) => {
      await updateAccount(tx, 'lishui', { role: 'administrator', disabled: true });
      await updateAccount(tx, 'wenzhou', { role: 'leader' });
    });
    expect(await countAdministrators(database.reader)).toBe(1);
    await database.write((tx) => updateAccount(tx, 'wenzhou', { role: 'administrator' }));
    expect(await countAdministrators(database.reader)).toBe(2);
  });
});

const entry = (id: string, minute: number) =>
  ({
    id,
    at: at(minute),
    actor: null,
    actedAs: null,
    role: null,
    address: '127.0.0.1',
    action: 'test',
    object: '',
    outcome: 'done',
    detail: {},
    requestId: id,
  }) as const;

describe('the audit trail', () => {
  it('knows its newest instant, whatever was written last', async () => {
    expect(await newestAuditInstant(database.reader)).toBeUndefined();
    await database.write(async (tx) => {
      for (const [id, minute] of [
        ['a', 5],
        ['b', 9],
        ['c', 7],
      ] as const)
        await insertAuditEvent(tx, entry(id, minute));
    });
    expect(await newestAuditInstant(database.reader)).toBe(at(9));
  });
});

describe('a setting', () => {
  it('is what it was set to last, and none where it never was', async () => {
    expect(await findSetting(database.reader, settingKeys.demoClock)).toBeUndefined();
    for (const value of ['1', '2']) await database.write((tx) => putSetting(tx, settingKeys.demoClock, value));
    await database.write((tx) => putSetting(tx, settingKeys.demonstration, 'off'));
    expect(await findSetting(database.reader, settingKeys.demoClock)).toBe('2');
    expect(await findSetting(database.reader, settingKeys.demonstration)).toBe('off');
  });
});

describe('regions', () => {
  it('come in their official order, and of one place by their codes', async () => {
    await database.write((tx) =>
      tx.insert(regions).values([
        { ...region('340300'), position: 3 },
        { ...region('340200'), position: 3 },
        { ...region('340900'), position: 2 },
        { ...region('340000'), position: 1, kind: 'province' },
      ]),
    );
    expect((await listRegions(database.reader)).map(({ code }) => code)).toEqual([
      '340000',
      '340900',
      '340200',
      '340300',
    ]);
  });
});

const rule = (id: string, version: number, year: number, month: number, created: number) => ({
  id,
  version,
  nameZh: id,
  nameEn: id,
  conditions: presets.points,
  source: '',
  author: null,
  authoredAs: author('test'),
  effectiveYear: year,
  effectiveMonth: month,
  createdAt: at(created),
});

describe('rules', () => {
  it('come with the one that takes effect last first, then the one made last, then the higher version', async () => {
    await database.write((tx) =>
      tx
        .insert(rules)
        .values([
          rule('december', 1, 2019, 12, 30),
          rule('made earlier', 1, 2020, 3, 1),
          rule('made later', 1, 2020, 3, 2),
          rule('february', 1, 2020, 2, 40),
          rule('twice', 1, 2018, 1, 1),
          rule('twice', 2, 2018, 1, 1),
        ]),
    );
    expect((await listRules(database.reader)).map(({ id, version }) => `${id} ${version}`)).toEqual([
      'made later 1',
      'made earlier 1',
      'february 1',
      'december 1',
      'twice 2',
      'twice 1',
    ]);
  });
});
