import { describe, expect, it } from 'vitest';
import { calendarOf } from '#api/calendar/icalendar.ts';
import { demoApp } from '#tests/support/app.ts';
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

const uidsOf = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);

describe('the calendar of items', () => {
  const address = '/api/interviews/calendar.ics?language=zh';

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

  it('is empty for a city that was not called', async () => {
    const { signedInAs } = await demoApp();
    expect(uidsOf((await (await signedInAs('bureau', hangzhou)).get(address)).body)).toEqual([]);
    // 3 × 17 = 51, one of them verified.
    expect(uidsOf((await (await signedInAs('leader')).get(address)).body)).toHaveLength(50);
  });
});
