import { describe, expect, it } from 'vitest';
import { calendarOf } from '#api/calendar/icalendar.ts';
import { updateAccount } from '#db/accounts.ts';
import { auditEvents, calendarAddresses } from '#db/schema.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui } from '#tests/support/reporting.ts';

const entry = { uid: 'a@xushi', day: '2020-12-31', summary: 's', description: 'd', sequence: 3 };
const stamp = new Date('2020-10-19T01:02:03.456Z');
/** A reader of its own: lines put together again, then values as they were before they were escaped. */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
const valueOf = (text: string, name: string): string =>
  (unfolded(text).find((line) => line.startsWith(`${name}:`)) ?? '')
    .slice(name.length + 1)
    .replaceAll(/\\(.)/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));

describe('a calendar', () => {
  it('is written as RFC 5545 has it', () => {
    expect(calendarOf('n', [entry], stamp)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Xushi//Items due//ZH',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:n',
        'BEGIN:VEVENT',
        'UID:a@xushi',
        'DTSTAMP:20201019T010203Z',
        'DTSTART;VALUE=DATE:20201231',
        'DTEND;VALUE=DATE:20210101',
        'SEQUENCE:3',
        'SUMMARY:s',
        'DESCRIPTION:d',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('has no line over 75 octets, splits no character, and reads back as it was', () => {
    const summary = `${'温'.repeat(24)}a${'州'.repeat(60)}😀${'x'.repeat(200)}`;
    const text = calendarOf('n', [{ ...entry, summary }], stamp);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75);
    expect(text).not.toContain('\ufffd');
    expect(valueOf(text, 'SUMMARY')).toBe(summary);
  });

  it('escapes what would end a value, so that no text becomes a line of its own', () => {
    const description = 'a;b,c\\d\r\nEND:VEVENT\nX\u0007Y';
    const text = calendarOf('n', [{ ...entry, description }], stamp);
    expect(valueOf(text, 'DESCRIPTION')).toBe('a;b,c\\d\nEND:VEVENT\nX Y');
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
  });
});

/** The events of a calendar: of months that are due, or of items and plans. */
const eventsOf = (text: string, kind: 'months' | 'others') =>
  text
    .split('BEGIN:VEVENT')
    .filter((event) => event.includes('UID:') && event.includes('UID:month-') === (kind === 'months'));

const valuesIn = (events: readonly string[], name: string) =>
  events.flatMap((event) => [...event.matchAll(new RegExp(`^${name}:(.*)\r$`, 'gm'))].map(([, is]) => is));

const uidsOf = (text: string) => valuesIn(eventsOf(text, 'others'), 'UID');

const address = '/api/interviews/calendar.ics?language=zh';

describe('the calendar of items', () => {
  it('has a bureau’s own open items, each with the same identity after it was changed', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    const before = await bureau.get(address);
    expect(before.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment/),
    });
    const uids = uidsOf(before.body);
    expect([uids.length, uids.every((uid) => uid?.startsWith(`2020-10-15-${lishui}-`))]).toEqual([17, true]);
    await (
      await office.signedInAs('official')
    ).post(`/api/interviews/2020-10-15/items/${lishui}/1.3/verify`, { note: '' }, basedOn(2));
    expect(uidsOf((await bureau.get(address)).body)).toEqual(
      uids.filter((uid) => uid !== `2020-10-15-${lishui}-1.3@xushi`),
    );
  });

  it('has what accepted first-quarter plans say, with the same identity when a day changes', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', hangzhou), await office.signedInAs('official')];
    const plan = {
      goals: ['一季度新开工 20 万㎡'],
      nodes: [
        { day: '2021-01-20', text: '例会' },
        { day: '2021-02-20', text: '例会' },
      ],
      projects: [{ name: '中心小学', kind: 'prefabricated', area: 2, startsOn: '2021-03-31' }],
    };
    const at = `/api/openings/2021/${hangzhou}`;
    const entries = async () => {
      const others = eventsOf((await bureau.get(address)).body, 'others');
      return {
        uids: valuesIn(others, 'UID'),
        days: valuesIn(others, 'DTSTART;VALUE=DATE'),
        said: valuesIn(others, 'SUMMARY'),
      };
    };
    await bureau.put(at, plan, basedOn(0));
    await bureau.post(`${at}/submit`, {}, basedOn(1));
    expect((await entries()).uids).toEqual([]);
    await official.post(`${at}/decide`, { accept: true, reason: '' }, basedOn(2));
    const first = await entries();
    expect(first).toMatchObject({
      days: ['20210120', '20210220', '20210331'],
      said: ['杭州市 节点：例会', '杭州市 节点：例会', '杭州市 开工：中心小学'],
    });
    expect(new Set(first.uids).size).toBe(3);
    // Written anew it stands as it was accepted, until that is accepted too.
    await bureau.put(at, { ...plan, nodes: [{ day: '2021-01-27', text: '例会' }, ...plan.nodes.slice(1)] }, basedOn(3));
    expect((await entries()).days[0]).toBe('20210120');
    await bureau.post(`${at}/submit`, {}, basedOn(4));
    await official.post(`${at}/decide`, { accept: true, reason: '' }, basedOn(5));
    expect(await entries()).toMatchObject({ uids: first.uids, days: ['20210127', '20210220', '20210331'] });
  });

  it('is empty for a city that was not called', async () => {
    const { signedInAs } = await demoApp();
    expect(uidsOf((await (await signedInAs('bureau', hangzhou)).get(address)).body)).toEqual([]);
    // 3 × 17 = 51, one of them verified.
    expect(uidsOf((await (await signedInAs('leader')).get(address)).body)).toHaveLength(50);
  });
});

describe('the months of a calendar', () => {
  it('are those that are still owed, by the office’s calendar, with the same identity when a day moves', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const months = async (name: Parameters<typeof signedInAs>) => {
      const events = eventsOf((await (await signedInAs(...name)).get(address)).body, 'months');
      return { uids: valuesIn(events, 'UID'), days: valuesIn(events, 'DTSTART;VALUE=DATE'), events };
    };
    // January to September are accepted.
    const own = await months(['bureau', lishui]);
    expect(own.days).toEqual(['20201105', '20201205', '20210105']);
    expect(valuesIn(own.events, 'SUMMARY')[0]).toBe('丽水市2020年10月数据报送期限');
    const rule = {
      onTime: { count: 'calendar', day: 5 },
      closes: { count: 'working', day: 8 },
      dayOff: 'moves',
      january: 'with-february',
      reason: '遇休息日顺延',
    };
    await official.put('/api/reporting-calendar/2020/rule', rule, basedOn(0));
    await official.post(
      '/api/deadlines/2020/10',
      { region: lishui, onTimeDay: '2020-11-12', closesOn: '2020-11-20', reason: '系统切换，单独延期' },
      basedOn(0),
    );
    const moved = await months(['bureau', lishui]);
    // 5 December is a Saturday.
    expect(moved).toMatchObject({ uids: own.uids, days: ['20201112', '20201207', '20210105'] });
    expect(valuesIn(moved.events, 'DESCRIPTION')[0]).toBe('2020-11-20 截止报送');
    expect(Number(valuesIn(moved.events, 'SEQUENCE')[0])).toBeGreaterThan(Number(valuesIn(own.events, 'SEQUENCE')[0]));
    const all = await months(['leader']);
    // December 2019, and 2020 without the January that February covers; no exception of a city.
    expect([all.uids.length, all.uids.includes('month-2020-01-all@xushi'), all.days[9]]).toEqual([
      12,
      false,
      '20201105',
    ]);
  });
});

/** Makes an address; where a calendar program reads it. */
async function addressFor(caller: SignedInCaller): Promise<string> {
  const { secret } = (await caller.post('/api/account/calendar', {})).json<{ secret: string }>();
  return `/api/calendars/${secret}/calendar.ics?language=zh`;
}

describe('an address for calendar programs', () => {
  it('gives without a session what its account may see, until it is revoked or made anew', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    expect((await bureau.get('/api/account/calendar')).json()).toEqual({ createdAt: null });
    const first = await addressFor(bureau);
    const read = await office.anonymous.get(first);
    expect(read.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(uidsOf(read.body)).toEqual(uidsOf((await bureau.get(address)).body));
    expect(uidsOf(read.body)).toHaveLength(17);
    expect((await bureau.get('/api/account/calendar')).json()).toEqual({ createdAt: '2020-10-19T01:00:00.000Z' });

    const second = await addressFor(bureau);
    expect((await office.anonymous.get(first)).statusCode).toBe(404);
    expect((await office.anonymous.get(second)).statusCode).toBe(200);
    expect((await bureau.delete('/api/account/calendar')).json()).toEqual({ revoked: true });
    expect((await office.anonymous.get(second)).statusCode).toBe(404);
    expect((await bureau.delete('/api/account/calendar')).json()).toEqual({ revoked: false });
    // The trail tells of it, and neither it nor the database holds the secret.
    const trail = await office.database.reader.select().from(auditEvents);
    const own = trail.filter(({ action }) => action.endsWith('-calendar'));
    expect(own.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'account.renew-calendar lishui',
      'account.renew-calendar lishui',
      'account.revoke-calendar lishui',
      'account.revoke-calendar lishui',
    ]);
    const [, , , secret = ''] = second.split('/');
    expect(secret).toHaveLength(43);
    expect(JSON.stringify([own, await office.database.reader.select().from(calendarAddresses)])).not.toContain(secret);
  });

  it('follows its account: another city, disabled, reset; and opens nothing else', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', lishui);
    const at = await addressFor(bureau);
    const change = (more: Parameters<typeof updateAccount>[2]) =>
      office.database.write((tx) => updateAccount(tx, 'demonstration-lishui', more));
    await change({ region: hangzhou });
    expect(uidsOf((await office.anonymous.get(at)).body)).toEqual([]);
    await change({ region: lishui, disabled: true });
    expect((await office.anonymous.get(at)).statusCode).toBe(404);
    await change({ disabled: false });
    expect((await office.anonymous.get(at)).statusCode).toBe(200);
    const administrator = await office.signedInAs('administrator');
    await administrator.post('/api/accounts/demonstration-lishui/reset');
    expect((await office.anonymous.get(at)).statusCode).toBe(404);
    const wrong = [`${'A'.repeat(43)}/calendar.ics?language=zh`, 'short/calendar.ics?language=zh'];
    const codes = await Promise.all(
      wrong.map(async (path) => (await office.anonymous.get(`/api/calendars/${path}`)).statusCode),
    );
    expect(codes).toEqual([404, 422]);
  });
});
