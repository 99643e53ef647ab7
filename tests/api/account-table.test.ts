/** Accounts by a pasted table: what is read of it, what is told of its faults, and that it makes all of them or none. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readAccountTable } from '#api/accounts/account-table.ts';
import type { AccountsMade, AccountTablePreview } from '#api/accounts/contract.ts';
import { pastedRows } from '#api/accounts/pasted-table.ts';
import { listAccountRows } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { regionRows } from '#seeds/reference/regions.ts';
import { demoApp } from '#tests/support/app.ts';

const cities = regionRows.slice(1);
const read = (text: string) => readAccountTable(text, { bureau: cities, official: cities });
const faultsOf = (text: string) =>
  read(text).flatMap(({ row, faults }) => faults.map(({ column, value, code }) => [row, column, value, code]));

/** Eleven bureaus, as they are copied from a spreadsheet. */
const eleven = [
  '用户名\t岗位\t角色\t城市',
  ...cities.map(({ nameZh, nameEn }) => `${nameEn.toLowerCase()}.second\t${nameZh}建设局二科\t市局\t${nameZh}`),
].join('\r\n');

describe('a pasted table', () => {
  it('is cells between tabs or commas, in quotation marks where they hold either', () => {
    const rows = [
      { number: 1, cells: ['a', 'x,y', 'say "so"'] },
      { number: 3, cells: ['b', 'one two', ''] },
    ];
    expect(pastedRows('\uFEFFa\t"x,y"\t"say ""so"""\r\n\r\nb\t"one\ntwo"\t\n')).toEqual(rows);
    expect(pastedRows('a,"x,y","say ""so"""\n,\nb, "one\ntwo" ,')).toEqual(rows);
    expect(pastedRows('"open\tb')).toEqual([{ number: 1, cells: ['"open', 'b'] }]);
    expect(pastedRows('')).toEqual([]);
  });

  it('is read by its headings in either language and any order, or in the fixed one', () => {
    const title = { zh: '宁波市局二科', en: 'Ningbo, section 2' };
    const ningbo = { name: 'ningbo.two', title, role: 'bureau', region: '330200', faults: [] };
    const leader = { name: 'chen', title: { zh: '陈厅长', en: '陈厅长' }, role: 'leader', region: null, faults: [] };
    expect(
      read('城市,角色,姓名或岗位（中文）,用户名'.replace('（中文）', '') + '\n宁波,市局,宁波市局二科,Ningbo.Two'),
    ).toEqual([{ ...ningbo, row: 2, title: { zh: title.zh, en: title.zh } }]);
    expect(
      read('Name\tTitle\tRole\tCity\tTitle (English)\nningbo.two\t宁波市局二科\tBureau\tningbo\tNingbo, section 2'),
    ).toEqual([{ ...ningbo, row: 2 }]);
    expect(read('ningbo.two,宁波市局二科,市局,330200,"Ningbo, section 2"\nchen,陈厅长,领导,无')).toEqual([
      { ...ningbo, row: 1 },
      { ...leader, row: 2 },
    ]);
  });

  it('tells row, column and rejected value of every fault', () => {
    expect(
      faultsOf(
        [
          'name,title,role,city',
          'no blanks,甲,市局,温州',
          'one,,市局,温州',
          'two,乙,局长,温州',
          'three,丙,市局,北京',
          'four,丁,市局,',
          'five,戊,领导,温州',
          'six,己,市局,330000',
          'TWO,庚,领导,',
          `seven,${'字'.repeat(101)},领导,,,further`,
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'name', 'no blanks', 'account-name-form'],
      [3, 'title', '', 'field-missing'],
      [4, 'role', '局长', 'table-role-unknown'],
      [5, 'region', '北京', 'table-region-unknown'],
      [6, 'region', '', 'region-required'],
      [7, 'region', '温州', 'region-required'],
      [8, 'region', '330000', 'table-region-unknown'],
      [9, 'name', 'two', 'table-name-twice'],
      [10, 'name', 'further', 'table-column-unknown'],
      [10, 'title', '字'.repeat(101), 'field-too-long'],
    ]);
  });

  it.each([
    ['without rows', 'name,title,role,city\n\n', 'table-empty'],
    ['of 501 rows', Array.from({ length: 501 }, (_, at) => `n${at},甲,领导,`).join('\n'), 'table-too-long'],
    ['with a heading of its own', 'name,title,role,city,备注\nchen,陈,领导,,x', 'table-column-unknown'],
    ['with a heading twice', 'name,title,role,role\nchen,陈,领导,领导', 'table-column-unknown'],
    ['whose headings leave out the role', 'name,title,city\nchen,陈,', 'table-column-missing'],
  ])('%s is refused as a whole', (_what, text, code) => {
    expect(() => read(text)).toThrow(code);
  });
});

/** An office and its administrator, with every line that is logged. */
async function office() {
  const lines: string[] = [];
  const log = pino(new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }));
  const app = await demoApp({ log });
  const administrator = await app.signedInAs('administrator');
  return {
    ...app,
    lines,
    preview: (table: string) => administrator.post('/api/accounts/table/preview', { table }),
    make: (table: string) => administrator.post('/api/accounts/table', { table }),
    number: async () => (await listAccountRows(app.database.reader)).length,
  };
}

describe('accounts by the table', () => {
  it('are shown first, and nothing is written', async () => {
    const { preview, number } = await office();
    const shown = (await preview(`${eleven}\nwenzhou\t温州\t市局\t温州\nx y\t甲\t领导\t`)).json<AccountTablePreview>();
    expect(shown.rows.map(({ state }) => state)).toEqual([...cities.map(() => 'new'), 'exists', 'faulty']);
    expect(shown.rows.at(-1)?.faults).toEqual([
      {
        column: 'name',
        value: 'x y',
        words: { zh: expect.stringContaining('“x y”不能作用户名'), en: expect.stringContaining('no spaces') },
      },
    ]);
    expect(await number()).toBe(14);
  });

  it('are made in one go, each secret signing in once, and the same table again changes nothing', async () => {
    const { make, number, anonymous, database } = await office();
    const reply = await make(eleven);
    expect(reply.headers['cache-control']).toBe('no-store');
    const { made, existing } = reply.json<AccountsMade>();
    expect([made.length, existing]).toEqual([11, []]);
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(11);
    const { account, secret } = made[2]!;
    expect(account).toMatchObject({
      name: 'wenzhou.second',
      role: 'bureau',
      region: '330300',
      mustChangePassword: true,
    });
    const signIn = async () =>
      (await anonymous.post('/api/session', { name: 'wenzhou.second', password: secret })).statusCode;
    expect([await signIn(), await signIn()]).toEqual([200, 401]);
    const events = await database.reader.select().from(auditEvents);
    const again = (await make(eleven)).json<AccountsMade>();
    expect(again).toEqual({ made: [], existing: made.map((one) => one.account.name) });
    expect(await number()).toBe(25);
    expect(await database.reader.select().from(auditEvents)).toHaveLength(events.length);
  });

  it('leave an audit row each, and no secret in the trail or the log', async () => {
    const { make, database, lines } = await office();
    const { made } = (await make(eleven)).json<AccountsMade>();
    const rows = await database.reader.select().from(auditEvents);
    expect(rows.map(({ action, object, detail }) => ({ action, object, detail }))).toEqual(
      expect.arrayContaining([
        { action: 'account.create', object: 'ningbo.second', detail: { role: 'bureau', region: '330200' } },
      ]),
    );
    expect(rows.filter(({ action }) => action === 'account.create')).toHaveLength(11);
    const kept = JSON.stringify([rows, await listAccountRows(database.reader), lines]);
    expect(made.filter(({ secret }) => kept.includes(secret))).toEqual([]);
  });

  it('are all refused for one faulty row, with a pointer to each fault', async () => {
    const { make, number } = await office();
    const reply = await make(`${eleven}\nx y\t甲\t局长\t`);
    expect(reply.json()).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '/rows/13/name' }, { pointer: '/rows/13/role' }],
    });
    expect(await number()).toBe(14);
  });

  it('are made once where two administrators send the same table at once', async () => {
    const { make, number } = await office();
    const replies = await Promise.all([make(eleven), make(eleven)]);
    const sizes = replies.map((reply) => (reply.statusCode === 200 ? reply.json<AccountsMade>().made.length : 0));
    expect(sizes.toSorted((a, b) => a - b)).toEqual([0, 11]);
    expect(await number()).toBe(25);
  });

  it('of 500 rows are hashed off the event loop, while people sign in', async () => {
    const { make, anonymous } = await office();
    const table = Array.from({ length: 500 }, (_, at) => `person.${at}\t住建厅${at}处\t省厅\t`).join('\n');
    const [reply, signedIn] = await Promise.all([
      make(table),
      anonymous.post('/api/session', { name: 'wenzhou', password: 'wrong' }),
    ]);
    expect(reply.json<AccountsMade>().made).toHaveLength(500);
    expect(signedIn.statusCode).toBe(401);
  });
});
