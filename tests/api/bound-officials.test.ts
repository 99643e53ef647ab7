/** An official who is bound to a region: how they come to be, what they are told, and that their work is as anybody's. */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Account, Session } from '#api/accounts/contract.ts';
import type { Notice } from '#api/inbox/contract.ts';
import type { Submission, SubmissionLine } from '#api/submissions/contract.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { raiseRevision } from '#db/revisions.ts';
import { auditEvents, regions } from '#db/schema.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, huzhou, monthOf, ordinary, quzhou, wenzhou } from '#tests/support/reporting.ts';

const title = { zh: '衢州片区', en: 'Quzhou division' };

async function bind({ database, signedIn }: TestApp, region: string): Promise<Caller> {
  const official = await findAccountByName(database.reader, 'official');
  await database.write((tx) => updateAccount(tx, official!.id, { region }));
  return signedIn('official');
}

const waitingFor = async (caller: Caller) =>
  (await caller.get('/api/review')).json<{ waiting: SubmissionLine[] }>().waiting.map(({ region }) => region);
const countFor = async (caller: Caller) => (await caller.get('/api/review/count')).json<{ waiting: number }>().waiting;
const toldOf = async (caller: Caller) =>
  (await caller.get('/api/inbox')).json<{ notices: Notice[] }>().notices.flatMap(({ submission }) => submission ?? []);

const linesOf = async (caller: Caller) =>
  (await caller.get('/api/submissions?year=2020'))
    .json<{ submissions: SubmissionLine[] }>()
    .submissions.filter(({ month }) => month === 10)
    .map(({ region, status }) => [region, status]);

async function send(caller: Caller, region: string) {
  expect((await caller.put(monthOf(region), ordinary, basedOn(0))).statusCode).toBe(200);
  expect((await caller.post(monthOf(region, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
}

describe('an official', () => {
  it('is bound by an administrator, which ends their sessions, is audited and shows in the account and the session', async () => {
    const office = await demoApp();
    const [administrator, before] = [await office.signedInAs('administrator'), await office.signedIn('official')];
    const { id } = (await findAccountByName(office.database.reader, 'official'))!;
    const edit = async (region: string | null, version: number) =>
      administrator.put(`/api/accounts/${id}`, { title, role: 'official', region }, basedOn(version));
    expect((await edit(quzhou, 1)).json<Account>()).toMatchObject({ role: 'official', region: quzhou });
    expect((await before.get('/api/session')).statusCode).toBe(401);
    const bound = await office.signedIn('official');
    expect((await bound.get('/api/session')).json<Session>().person).toMatchObject({ region: null, within: quzhou });
    const [event] = await office.database.reader.select().from(auditEvents).where(eq(auditEvents.object, 'official'));
    expect(event?.detail).toMatchObject({ from: { region: null }, to: { region: quzhou } });
    // The top is the whole office, and what is no region binds to nothing.
    for (const wrong of ['330000', '339999']) {
      expect((await edit(wrong, 2)).json()).toMatchObject({ status: 422, code: 'region-required' });
    }
    expect((await edit(null, 2)).json<Account>()).toMatchObject({ region: null });
  });

  it('is bound by the table of accounts, to an inner region too', async () => {
    const office = await demoApp();
    const administrator = await office.signedInAs('administrator');
    const table = [
      '用户名,岗位,角色,城市',
      'q.one,衢州片区,省厅,衢州市',
      'q.two,全厅,省厅,',
      'q.three,领导,领导,衢州市',
    ];
    const reply = await administrator.post('/api/accounts/table/preview', { table: table.join('\n') });
    expect(reply.json()).toMatchObject({
      rows: [
        { role: 'official', region: quzhou, state: 'new' },
        { role: 'official', region: null, state: 'new' },
        { role: 'leader', state: 'faulty', faults: [{ column: 'region' }] },
      ],
    });
  });

  it('decides what waits in their region and sees nothing else waiting; a refusal is audited and says why', async () => {
    const office = await demoApp();
    await send(await office.signedIn('hangzhou'), hangzhou);
    const whole = await office.signedIn('official');
    expect([(await waitingFor(whole)).toSorted(), await countFor(whole)]).toEqual([[hangzhou, quzhou], 2]);
    const bound = await bind(office, quzhou);
    expect([await waitingFor(bound), await countFor(bound)]).toEqual([[quzhou], 1]);
    const refused = await bound.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1));
    expect(refused.json()).toMatchObject({ status: 403, code: 'outside-own-region' });
    expect(refused.body).toContain(quzhou);
    const reminding = await bound.post('/api/reminders/2020/10', { regions: [hangzhou] });
    expect(reminding.json()).toMatchObject({ owing: [], reminded: [] });
    const [event] = await office.database.reader.select().from(auditEvents).where(eq(auditEvents.outcome, 'refused'));
    expect(event?.detail).toEqual({ problem: 'outside-own-region' });
    const { version } = (await bound.get(monthOf(quzhou))).json<{ version: number }>();
    const accepted = await bound.post(monthOf(quzhou, 10, 'accept'), {}, basedOn(version));
    expect(accepted.statusCode).toBe(200);
    expect([await waitingFor(bound), await countFor(bound)]).toEqual([[], 0]);
  });

  it('is no reason for a calendar program to read on in the whole office', async () => {
    const office = await demoApp();
    const before = await office.signedIn('official');
    const { secret } = (await before.post('/api/account/calendar', {})).json<{ secret: string }>();
    const read = async () =>
      (await office.anonymous.get(`/api/calendars/${secret}/calendar.ics?language=zh`)).statusCode;
    expect(await read()).toBe(200);
    await bind(office, quzhou);
    expect(await read()).toBe(404);
  });
});

const monthFor = async (caller: Caller, region: string) => (await caller.get(monthOf(region))).json<Submission>();

describe('a region with counties', () => {
  const [lucheng, longwan] = ['330302', '330303'] as const;

  async function withCounties() {
    const office = await demoApp();
    await office.database.write(async (tx) => {
      const [city] = await tx.select().from(regions).where(eq(regions.code, wenzhou));
      const like = { ...city!, parent: wenzhou, kind: 'county', tileRow: null, tileColumn: null } as const;
      const rows = [lucheng, longwan].map((code, at) => ({
        ...like,
        code,
        validFrom: '2020-10-01',
        position: 90 + at,
      }));
      await tx.insert(regions).values(rows);
      await raiseRevision(tx);
    });
    const bureauOf = async (code: string) => {
      const account = await findAccountByName(office.database.reader, 'huzhou');
      await office.database.write((tx) => updateAccount(tx, account!.id, { region: code }));
      return office.signedIn('huzhou');
    };
    return { office, bureauOf };
  }

  it('tells its bound official of what its counties send, and of no other city’s', async () => {
    const { office, bureauOf } = await withCounties();
    const bound = await bind(office, wenzhou);
    await send(await bureauOf(lucheng), lucheng);
    await send(await office.signedIn('hangzhou'), hangzhou);
    expect(await waitingFor(bound)).toEqual([lucheng]);
    for (const { year, month } of await toldOf(bound)) expect([year, month]).toEqual([2020, 10]);
    const { body } = await bound.get('/api/inbox');
    expect(body).not.toContain(hangzhou);
  });

  it('lets its own bureau read the lists below it, without drafts, and change nothing there', async () => {
    const { office, bureauOf } = await withCounties();
    const city = await office.signedIn('wenzhou');
    const county = await bureauOf(lucheng);
    expect((await county.put(monthOf(lucheng), ordinary, basedOn(0))).statusCode).toBe(200);
    expect(await linesOf(city)).toEqual([
      [lucheng, 'missing'],
      [longwan, 'missing'],
    ]);
    expect(await linesOf(county)).toEqual([[lucheng, 'draft']]);
    expect((await county.post(monthOf(lucheng, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
    expect((await linesOf(city))[0]).toEqual([lucheng, 'submitted']);
    for (const path of [
      '/api/submissions/table?year=2020&language=zh&format=csv',
      '/api/submissions/punctuality?year=2020',
    ]) {
      const { body } = await city.get(path);
      expect([path, /33030[23]/.test(body), new RegExp(`${hangzhou}|${huzhou}|杭州`).test(body)]).toEqual([
        path,
        true,
        false,
      ]);
    }
    expect((await city.put(monthOf(longwan), ordinary, basedOn(0))).statusCode).toBe(404);
  });

  it('lets its own bureau read a month below it once it is sent, with nothing to press, and no draft of it', async () => {
    const { office, bureauOf } = await withCounties();
    const city = await office.signedIn('wenzhou');
    const county = await bureauOf(lucheng);
    await county.put(monthOf(lucheng), ordinary, basedOn(0));
    expect(await monthFor(city, lucheng)).toMatchObject({
      region: lucheng,
      status: 'missing',
      version: 0,
      versions: [],
    });
    const allVersions = async () => (await city.get(`${monthOf(lucheng)}/versions`)).json<{ state: string }[]>();
    expect(await allVersions()).toEqual([]);
    await county.post(monthOf(lucheng, 10, 'submit'), {}, basedOn(1));
    const sent = await monthFor(city, lucheng);
    expect(sent).toMatchObject({ status: 'submitted', version: 1 });
    expect((await allVersions()).map(({ state }) => state)).toEqual(['submitted']);
    expect(sent.versions[0]?.figures[0]).toMatchObject({ cumulative: expect.any(Number) });
    expect(Object.values(sent.can)).toEqual(Object.values(sent.can).map(() => false));
    // Every way to change it is closed, and so is what is another city's, or beside and above the county.
    for (const command of ['submit', 'withdraw'] as const)
      expect((await city.post(monthOf(lucheng, 10, command), {}, basedOn(1))).statusCode).toBe(404);
    expect((await city.get(monthOf(hangzhou))).statusCode).toBe(404);
    expect((await county.get(monthOf(longwan))).statusCode).toBe(404);
    expect((await county.get(monthOf(wenzhou, 9))).statusCode).toBe(404);
  });
});
