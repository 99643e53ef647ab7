/** The audit trail read: who sees what, filters, pages behind a place, the file. */
import { describe, expect, it } from 'vitest';
import type { AuditPage } from '#api/audit/contract.ts';
import { insertAuditEvent, listAuditRows, type AuditEvent } from '#db/audit.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';

/** Who did it, as a row names them. */
const by = (name: string, title = { zh: name, en: name }) => ({
  actor: `demonstration-${name}`,
  actedAs: { name, title },
});

const event = (id: string, at: string, other: Partial<AuditEvent> = {}): AuditEvent => ({
  id,
  at,
  ...by('wenzhou'),
  role: 'bureau',
  address: '10.0.0.7',
  requestId: `request-${id}`,
  action: 'submission.submit',
  object: '2020-10/330300',
  outcome: 'done',
  detail: { number: 1 },
  ...other,
});

/** One event of every kind, a minute apart from 08:00 in Shanghai on 12 October. */
const trail = [
  event('a', '2020-10-12T00:00:00.000Z', { action: 'session.sign-in', object: 'wenzhou', detail: {} }),
  event('b', '2020-10-12T00:01:00.000Z', {
    action: 'submission.save',
    detail: { number: 1, figures: { 'green-demo': 3 } },
  }),
  event('c', '2020-10-12T00:02:00.000Z', { detail: { number: 1, figures: { 'green-demo': 3 } } }),
  event('d', '2020-10-12T00:03:00.000Z', {
    ...by('official', { zh: '省厅建筑业管理处', en: 'Department, construction industry division' }),
    role: 'official',
    action: 'target.change',
    object: '2020/330300/green-demo',
    detail: { from: 10, to: 12 },
  }),
  event('e', '2020-10-12T00:04:00.000Z', { action: 'checklist.report', object: '2020-10-15/330300/1.1' }),
  event('f', '2020-10-12T00:05:00.000Z', {
    action: 'accept',
    object: '/api/submissions/2020/10/330300/accept',
    outcome: 'refused',
    detail: { problem: 'not-allowed' },
  }),
  event('g', '2020-10-12T00:06:00.000Z', {
    actor: null,
    actedAs: null,
    role: null,
    action: 'session.sign-in',
    object: '(unknown)',
    outcome: 'refused',
  }),
];

async function officeWith(events: readonly AuditEvent[]): Promise<TestApp> {
  const office = await demoApp();
  await office.database.write(async (tx) => {
    for (const one of events) await insertAuditEvent(tx, one);
  });
  return office;
}

const page = async (caller: SignedInCaller, search = ''): Promise<AuditPage> =>
  (await caller.get(`/api/audit${search}`)).json<AuditPage>();
const ids = async (caller: SignedInCaller, search = '') =>
  (await page(caller, search)).events.map(({ id }) => id).join('');

describe('the audit trail', () => {
  it('shows an administrator all of it, newest first, an official what concerns the work and no draft', async () => {
    const office = await officeWith(trail);
    expect(await ids(await office.signedInAs('administrator'))).toBe('gfedcba');
    expect(await ids(await office.signedInAs('official'))).toBe('edc');
  });

  it('gives an official nothing of accounts and refusals, whatever is asked for', async () => {
    const official = await (await officeWith(trail)).signedInAs('official');
    for (const group of ['session', 'account', 'audit', 'request']) {
      expect(await page(official, `?group=${group}`)).toMatchObject({ events: [], next: null });
    }
    expect((await page(official)).groups).toEqual([
      'submission',
      'deadline',
      'calendar',
      'indicator',
      'curve',
      'target',
      'interview',
      'checklist',
      'bulletin',
      'opening',
      'back-plan',
      'node-plan',
      'project',
    ]);
    expect((await page(official)).events.map(({ address }) => address)).toEqual([null, null, null]);
  });

  it('says who, in which role, with the title of the account; a refused request by its endpoint', async () => {
    const administrator = await (await officeWith(trail)).signedInAs('administrator');
    const { events } = await page(administrator);
    expect(events.find(({ id }) => id === 'd')).toEqual({
      id: 'd',
      at: '2020-10-12T00:03:00.000Z',
      actor: 'official',
      title: expect.objectContaining({ zh: expect.any(String), en: expect.any(String) }),
      role: 'official',
      group: 'target',
      action: 'target.change',
      endpoint: null,
      object: '2020/330300/green-demo',
      outcome: 'done',
      address: '10.0.0.7',
      detail: { from: 10, to: 12 },
      requestId: 'request-d',
    });
    expect(events.find(({ id }) => id === 'f')).toMatchObject({ group: 'request', action: null, endpoint: 'accept' });
    expect(events.find(({ id }) => id === 'g')).toMatchObject({ actor: null, title: null, role: null });
  });

  it('never tells what a draft holds, and what was submitted does', async () => {
    const administrator = await (await officeWith(trail)).signedInAs('administrator');
    const { events } = await page(administrator, '?group=submission');
    expect(events.map(({ id, detail }) => [id, detail])).toEqual([
      ['c', { number: 1, figures: { 'green-demo': 3 } }],
      ['b', { number: 1 }],
    ]);
  });

  it.each([
    ['?group=session', 'ga'],
    ['?group=request', 'f'],
    ['?group=account', ''],
    ['?outcome=refused', 'gf'],
    ['?outcome=done&group=session', 'a'],
    ['?actor=OFFICIAL', 'd'],
    ['?actor=nobody-of-that-name', ''],
    ['?object=2020-10/', 'cb'],
    ['?object=330300', 'fedcb'],
    ['?object=%25', ''],
    ['?object=_', ''],
    ['?object=330300&actor=official', 'd'],
    // 08:00 to 08:06 in Shanghai is 00:00 to 00:06 in UTC of the same day.
    ['?from=2020-10-12', 'gfedcba'],
    ['?from=2020-10-13', ''],
    ['?to=2020-10-12', 'gfedcba'],
    ['?to=2020-10-11', ''],
  ])('is filtered by %s', async (search, expected) => {
    expect(await ids(await (await officeWith(trail)).signedInAs('administrator'), search)).toBe(expected);
  });

  it('counts a day from midnight to midnight in Shanghai', async () => {
    const office = await officeWith([
      event('a', '2020-10-11T15:59:59.999Z'),
      event('b', '2020-10-11T16:00:00.000Z'),
      event('c', '2020-10-12T15:59:59.999Z'),
      event('d', '2020-10-12T16:00:00.000Z'),
    ]);
    expect(await ids(await office.signedInAs('official'), '?from=2020-10-12&to=2020-10-12')).toBe('cb');
  });

  it.each(['?from=2020-02-30', '?group=nothing', '?outcome=maybe', '?before=x', '?object=', '?colour=red'])(
    'refuses %s',
    async (search) => {
      const administrator = await (await demoApp()).signedInAs('administrator');
      expect((await administrator.get(`/api/audit${search}`)).statusCode).toBe(422);
    },
  );
});

/** Three events an instant, so that pages end within one. */
const many = Array.from({ length: 1100 }, (_one, index) =>
  event(`e${String(index).padStart(4, '0')}`, new Date(Date.UTC(2020, 9, 1, 0, Math.floor(index / 3))).toISOString()),
);
const newestFirst = many.map(({ id }) => id).toReversed();

describe('the pages of the audit trail', () => {
  it('follow one another without a gap or a double, also when something new is recorded meanwhile', async () => {
    const office = await officeWith(many);
    const official = await office.signedInAs('official');
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const read = await page(official, next === '' ? '' : `?before=${encodeURIComponent(next)}`);
      seen.push(...read.events.map(({ id }) => id));
      expect(read.events.length).toBeLessThanOrEqual(50);
      next = read.next;
      await office.database.write((tx) =>
        insertAuditEvent(tx, event(`new-${seen.length}`, '2020-10-19T00:00:00.000Z')),
      );
    }
    expect(seen).toEqual(newestFirst);
  });

  it('end where exactly a page is left', async () => {
    const office = await officeWith(many.slice(0, 50));
    expect(await page(await office.signedInAs('official'))).toMatchObject({ next: null });
  });
});

const linesOf = (body: string) => body.split('\r\n').slice(1, -1);

describe('the file of the audit trail', () => {
  it('has every event of the filter in order, over all pages, and begins with the mark of its encoding', async () => {
    const office = await officeWith(many);
    const reply = await (
      await office.signedInAs('official')
    ).get('/api/audit/export?format=csv&language=zh&group=submission');
    expect([reply.statusCode, reply.headers['content-type'], reply.headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename=audit.csv',
    ]);
    expect(reply.body.split('\r\n')[0]).toBe(
      '\uFEFF时间（北京时间）,账号,姓名或岗位,角色,操作,对象,结果,网络地址,详情,请求编号',
    );
    expect(linesOf(reply.body).map((line) => line.split(',').at(-1))).toEqual(newestFirst.map((id) => `request-${id}`));
  });

  it('speaks the language that was asked for, and hides from an official what the page hides', async () => {
    const office = await officeWith(trail);
    const reply = await (
      await office.signedInAs('official')
    ).get('/api/audit/export?format=csv&language=en&object=green-demo');
    const [head, line] = reply.body.split('\r\n');
    expect(head).toContain('Time (Asia/Shanghai),Account,');
    expect(line).toMatch(
      /^2020-10-12 08:03:00,official,"Department, construction industry division",Department,Change an annual target,2020\/330300\/green-demo,Done,,"\{""from"":10,""to"":12\}",request-d$/,
    );
    expect(linesOf(reply.body)).toHaveLength(1);
  });

  it('holds no cell that a spreadsheet would compute', async () => {
    const objects = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1'];
    const office = await officeWith(
      objects.map((object, index) => event(`x${index}`, `2020-10-12T00:0${index}:00.000Z`, { object })),
    );
    const reply = await (await office.signedInAs('administrator')).get('/api/audit/export?format=csv&language=zh');
    const cells = linesOf(reply.body).map((line) => line.split(',')[5]);
    expect(cells).toEqual(objects.map((object) => `'${object}`).toReversed());
  });

  it('is recorded with its filter, and does not hold its own record', async () => {
    const office = await officeWith(trail);
    const administrator = await office.signedInAs('administrator');
    const reply = await administrator.get('/api/audit/export?format=csv&language=zh&outcome=refused&to=2020-10-19');
    expect(linesOf(reply.body)).toHaveLength(2);
    const [newest] = await listAuditRows(office.database.reader, {}, null, 1);
    expect(newest).toMatchObject({
      actor: `demonstration-${administrator.name}`,
      action: 'audit.export',
      outcome: 'done',
      detail: { outcome: 'refused', to: '2020-10-19' },
    });
    expect((await administrator.get('/api/audit/export?format=csv&language=zh')).body).toContain('导出审计记录');
  });
});
