/** The inbox: who is told of what, in the transaction of what happened, once, and nobody of another city. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { z } from 'zod';
import { dueNotices } from '#api/inbox/due-items.ts';
import type { listInbox } from '#api/inbox/contract.ts';
import { notify } from '#api/inbox/notify.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { tellDueItems } from '#api/server/due-job.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { openDatabase } from '#db/database.ts';
import type { ItemRow } from '#db/interviews.ts';
import { auditEvents, notices } from '#db/schema.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { plainPdf } from '#tests/support/attachment-corpus.ts';
import { address, planAt, proposed } from '#tests/support/back-plans.ts';
import { basedOn, lishui, wenzhou } from '#tests/support/reporting.ts';

const interview = '2020-10-15';
const itemAt = (region: string, item: string) => `/api/interviews/${interview}/items/${region}/${item}`;
const note = { note: '已印发工作方案' };
type Inbox = z.infer<typeof listInbox.reply>;
const inboxOf = async (caller: Caller): Promise<Inbox> => (await caller.get('/api/inbox')).json();
const textsOf = async (caller: Caller, language: 'zh' | 'en' = 'zh') =>
  (await inboxOf(caller)).notices.map(({ text }) => text[language]);

describe('an inbox', () => {
  it('tells the department of a report, and the bureau of a return with its reason; nobody else', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', lishui), await office.signedInAs('official')];
    await bureau.post(`${itemAt(lishui, '2.2')}/report`, note, basedOn(1));
    await official.post(`${itemAt(lishui, '2.2')}/return`, { reason: '请补充附件' }, basedOn(2));
    expect(await textsOf(official)).toEqual(['丽水市报告完成事项“2.2 制定实施计划，明确目标举措”，待核实。']);
    expect(await inboxOf(bureau)).toMatchObject({
      unread: 1,
      notices: [
        {
          kind: 'item-returned',
          text: { zh: '丽水市的事项“2.2 制定实施计划，明确目标举措”被退回：请补充附件' },
          interview,
          open: `${lishui}-2.2`,
          readAt: null,
        },
      ],
      next: null,
    });
    for (const other of [await office.signedInAs('bureau', wenzhou), await office.signedInAs('leader')]) {
      expect(await inboxOf(other)).toEqual({ unread: 0, notices: [], next: null });
    }
  });

  it('holds nothing of a command that was refused', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    await bureau.post(`${itemAt(lishui, '2.2')}/report`, note, basedOn(7));
    expect(await office.database.reader.select().from(notices)).toEqual([]);
  });

  it('tells the department of evidence once a day for an item', async () => {
    const office = await demoApp();
    const attach = async () =>
      (await office.signedInAs('bureau', lishui)).upload(
        'POST',
        `${itemAt(lishui, '1.1')}/attachments?name=a.pdf`,
        'application/pdf',
        plainPdf,
      );
    await attach();
    await attach();
    expect(await textsOf(await office.signedInAs('official'), 'en')).toHaveLength(1);
    office.clock.advance(24 * 60);
    await attach();
    const [newest = '', ...older] = await textsOf(await office.signedInAs('official'), 'en');
    expect([newest, older.length]).toEqual([
      expect.stringMatching(/^Lishui attached evidence to “1\.1 Bureau leadership/),
      1,
    ]);
  });

  it('keeps what was read, and marks some or all, but nobody else’s', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', lishui), await office.signedInAs('official')];
    await bureau.post(`${itemAt(lishui, '2.2')}/report`, note, basedOn(1));
    await bureau.post(`${itemAt(lishui, '2.1')}/report`, note, basedOn(1));
    const { notices: told } = await inboxOf(official);
    expect((await bureau.post('/api/inbox/read', { ids: told.map(({ id }) => id) })).json()).toEqual({ marked: 0 });
    expect((await official.post('/api/inbox/read', { ids: [told[0]?.id] })).json()).toEqual({ marked: 1 });
    expect((await official.get('/api/inbox/unread')).json()).toEqual({ unread: 1 });
    expect((await official.post('/api/inbox/read', { ids: null })).json()).toEqual({ marked: 1 });
    const after = await inboxOf(official);
    expect([after.unread, after.notices.map(({ readAt }) => readAt)]).toEqual([
      0,
      ['2020-10-19T01:00:00.000Z', '2020-10-19T01:00:00.000Z'],
    ]);
  });

  it('is read page by page, nothing left out and nothing twice', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    await office.database.write(async (tx) => {
      for (let number = 0; number < 120; number += 1) {
        const about = { interview, day: '2020-10-15' };
        await notify(tx, office.clock.now(), {
          kind: 'interview-called',
          to: { role: 'official' },
          region: lishui,
          about,
          once: number,
        });
      }
    });
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Inbox = (await official.get(`/api/inbox${next === '' ? '' : `?before=${next}`}`)).json();
      seen.push(...page.notices.map(({ id }) => id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it('shows a bureau nothing of the city that it had before', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    await office.database.write((tx) =>
      notify(tx, office.clock.now(), {
        kind: 'interview-called',
        to: { role: 'bureau', regions: [lishui] },
        region: lishui,
        about: { interview, day: '2020-10-15' },
        once: 'called',
      }),
    );
    expect(await textsOf(bureau)).toEqual(['丽水市被约谈：建筑工业化推进滞后地区约谈会（2020-10-15）。']);
    const account = await findAccountByName(office.database.reader, bureau.name);
    await office.database.write((tx) => updateAccount(tx, account?.id ?? '', { region: wenzhou }));
    expect(await inboxOf(await office.signedIn(bureau.name))).toMatchObject({ unread: 0, notices: [] });
  });
});

const item = (region: string, key: string, dueOn: string, state: ItemRow['state'] = 'open'): ItemRow => ({
  interview,
  region,
  item: key,
  state,
  owner: '',
  dueOn,
  version: 1,
  origin: 'reported',
});

const told = (items: readonly ItemRow[]) =>
  dueNotices(items, '2020-10-23').map(({ kind, to, region, about }) => [
    kind,
    to.role,
    region,
    about.day,
    about.item,
    about.count,
  ]);

it('is what is due within seven days, one notice for a city and a day', () => {
  expect(
    told([
      item(lishui, '1.1', '2020-10-30'),
      item(lishui, '1.2', '2020-10-30'),
      item(lishui, '1.3', '2020-10-31'),
      item(wenzhou, '1.1', '2020-10-23'),
    ]),
  ).toEqual([
    ['items-due', 'bureau', lishui, '2020-10-30', null, 2],
    ['items-due', 'bureau', wenzhou, '2020-10-23', '1.1', 1],
  ]);
});

describe('what a day tells', () => {
  it('is what is overdue, to the department too; what waits for it is overdue but not due, what is verified neither', () => {
    expect(
      told([
        item(lishui, '1.1', '2020-10-22', 'reported'),
        item(lishui, '1.2', '2020-10-25', 'reported'),
        item(lishui, '1.3', '2020-10-22', 'verified'),
        item(lishui, '1.4', '2020-10-25', 'verified'),
      ]),
    ).toEqual([
      ['items-overdue', 'bureau', lishui, '2020-10-22', '1.1', 1],
      ['items-overdue', 'official', lishui, '2020-10-22', '1.1', 1],
    ]);
  });
});

const look = async (office: TestApp, services = office.app.services) => {
  await enterJobs(services, [tellDueItems]);
  await runDueJobs(services, [tellDueItems], new AbortController().signal);
};

const plansTold = async (caller: Caller) =>
  (await inboxOf(caller)).notices
    .filter(({ kind }) => kind === 'back-plan-due')
    .map(({ text, backPlan }) => [text, backPlan]);

const trail = async ({ database }: TestApp) =>
  (await database.reader.select().from(auditEvents)).filter(({ action }) => action === 'system.tell-due-items').length;

it('tells each bureau once, however many processes look and however often', async () => {
  const office = await demoApp({ now: '2020-10-23T01:00:00Z' });
  const second = await openDatabase({ address: office.address });
  onTestFinished(() => second.close());
  await Promise.all([look(office), look(office, { ...office.app.services, database: second })]);
  office.clock.advance(61);
  await look(office);
  // Due on the 30th, as long as nobody reported them: 2.1, 2.3, 2.4 and 1.1 of Lishui.
  const told = await inboxOf(await office.signedInAs('bureau', lishui));
  expect(told.notices.filter(({ kind }) => kind === 'items-due').map(({ text }) => text.zh)).toEqual([
    '丽水市有 4 项约谈事项将于 2020-10-30 到期。',
  ]);
  expect(told.notices.map(({ kind }) => kind).toSorted()).toEqual(['back-plan-due', 'back-plan-due', 'items-due']);
  expect(await trail(office)).toBe(1);
});

describe('the job that tells of due items', () => {
  it('names and leads to each plan that a city that was called in has yet to send, to its bureau alone', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    const send = async () => {
      await bureau.put(address, proposed(await planAt(bureau)), basedOn(0));
      return bureau.post(`${address}/submit`, {}, basedOn(1));
    };
    expect((await send()).statusCode).toBe(200);
    office.clock.set('2020-10-23T01:00:00Z');
    await look(office);
    // The other core indicator’s plan waits for the department already.
    expect(await plansTold(await office.signedInAs('bureau', lishui))).toEqual([
      [
        {
          zh: '丽水市须于 2020-10-30 前报送 2020 年“装配式住宅和公建”倒排计划，尚未报送。',
          en: expect.stringMatching(
            /^Lishui has yet to send its back-scheduled plan of 2020 for “.+”, due on 2020-10-30\.$/u,
          ),
        },
        { year: 2020, region: lishui, indicator: 'prefab-civil' },
      ],
    ]);
    expect(await plansTold(await office.signedInAs('official'))).toEqual([]);
  });

  it('writes nothing where nothing is due', async () => {
    const office = await demoApp({ now: '2020-10-19T01:00:00Z' });
    await look(office);
    expect([await trail(office), await office.database.reader.select().from(notices)]).toEqual([0, []]);
  });

  it('tells of what is overdue on the day after', async () => {
    const office = await demoApp({ now: '2020-10-30T15:59:00Z' });
    await look(office);
    const before = await textsOf(await office.signedInAs('official'));
    office.clock.set('2020-10-30T17:00:00Z');
    await look(office);
    expect([before, await textsOf(await office.signedInAs('official'), 'en')]).toEqual([
      [],
      expect.arrayContaining(['Lishui has 4 items overdue since 2020-10-30.']),
    ]);
  });
});
