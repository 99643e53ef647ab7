/** What a person may choose of mail, and the hours that follow from it. */
import { describe, expect, it } from 'vitest';
import { isQuiet, wantsDailyNow } from '#api/inbox/mail-hours.ts';
import { demoApp } from '#tests/support/app.ts';

const choice = { address: 'leader@example.gov.cn', mode: 'each', language: 'zh', quietFrom: null, quietUntil: null };

describe('the choice of mail', () => {
  it('needs an address and both ends of quiet hours, and takes no address that is two', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('leader');
    const put = async (more: object) => (await caller.put('/api/account/mail', { ...choice, ...more })).json();
    expect(await put({ address: null })).toMatchObject({ code: 'mail-address-required' });
    expect(await put({ quietFrom: 22 })).toMatchObject({ code: 'quiet-hours' });
    for (const bad of ['a@b, c@d', 'a@b\r\nBcc: c@d', 'nobody', 'A <a@b>', `${'a'.repeat(65)}@b`]) {
      expect((await put({ address: bad })).status, bad).toBe(422);
    }
    const unasked = { digest: 'none', attachBulletin: false };
    expect(await put({})).toEqual({ ...choice, ...unasked, offered: false, newest: null });
    expect(await put({ address: null, mode: 'none' })).toMatchObject({ address: null, mode: 'none' });
  });
});

const quietAt = (quietFrom: number | null, quietUntil: number | null) =>
  [...Array(24).keys()].filter((hour) => isQuiet({ quietFrom, quietUntil }, { hour }));

const wants = (hour: number, lastDailyOn: string | null) => wantsDailyNow({ lastDailyOn }, { day: '2020-10-20', hour });

describe('the hours of mail', () => {
  it('are quiet from one hour until the other, over midnight too', () => {
    expect(quietAt(12, 14)).toEqual([12, 13]);
    expect(quietAt(22, 7)).toEqual([0, 1, 2, 3, 4, 5, 6, 22, 23]);
    expect([quietAt(8, 8), quietAt(null, null)]).toEqual([[], []]);
  });
  it('of a daily mail begin at eight and end with the mail', () => {
    expect([wants(7, null), wants(8, null), wants(23, '2020-10-19'), wants(9, '2020-10-20')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
