/** The digest of a week or a month by mail: what it says to whom, with the bulletin where it is asked for, once, and not to who ended it. */
import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestDue } from '#api/inbox/digest-period.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { sendMail } from '#api/server/mail-job.ts';
import type { MailOutcome, OutgoingMail } from '#api/server/mailer.ts';
import { mails } from '#db/schema.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { bulletinAddress, draftedSeptember, issued, numbers } from '#tests/support/bulletins.ts';
import { basedOn, hangzhou, lishui } from '#tests/support/reporting.ts';

const choice = {
  address: 'somebody@example.gov.cn',
  mode: 'none',
  language: 'zh',
  quietFrom: null,
  quietUntil: null,
  digest: 'weekly',
  attachBulletin: true,
};

/** Chooses mail as somebody, and gives the reply. */
const chosenBy = async (caller: SignedInCaller, more: object = {}) =>
  (await caller.put('/api/account/mail', { ...choice, ...more })).json<object>();

/** An office on Monday 19 October 2020 that issues its bulletin of September, and all mail that leaves it. */
async function officeWithMail() {
  const office = await draftedSeptember();
  const sent: OutgoingMail[] = [];
  let outcome: MailOutcome = { kind: 'sent' };
  const job = sendMail(async (mail) => {
    sent.push(mail);
    return outcome;
  }, 'https://xushi.example.gov.cn');
  const lookAt = async (instant: string, answer: MailOutcome = { kind: 'sent' }): Promise<readonly OutgoingMail[]> => {
    sent.length = 0;
    outcome = answer;
    office.clock.set(instant);
    await enterJobs(office.app.services, [job]);
    await runDueJobs(office.app.services, [job], new AbortController().signal);
    return [...sent];
  };
  return { ...office, lookAt };
}

const nextMonday = '2020-10-26T01:00:00Z';

describe('a digest', () => {
  it('tells a bureau of its week on the next Monday, once, with the very document of the bulletin', async () => {
    const { lookAt, ...office } = await officeWithMail();
    const { signedInAs, draft, database } = office;
    const bureau = await signedInAs('bureau', lishui);
    await chosenBy(bureau);
    // It is of the days from its choice on.
    expect(await lookAt('2020-10-19T01:05:00Z')).toEqual([]);
    await issued(office, draft);
    expect(await lookAt('2020-10-23T01:00:00Z')).toEqual([]);
    // Before eight and at the weekend nothing leaves.
    expect(await lookAt('2020-10-25T02:00:00Z')).toEqual([]);
    const [mail, ...others] = await lookAt(nextMonday);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: choice.address, subject: '序时周报 2020-10-19 至 2020-10-25' });
    expect(mail?.text).toContain(
      '- 关于2020年9月全省建筑工业化工作进展情况的通报（浙建发〔2020〕109号）\n- 文件见附件。',
    );
    expect(mail?.text).toContain(
      '通知 1 条，未读 1 条：\n- 省厅印发了2020年9月的通报（浙建发〔2020〕109号），请签收。',
    );
    expect(mail?.text).toContain('可随时在那里更改或停收');
    // No figure stands in what passes many hands; they are in the document alone.
    expect(mail?.text).not.toMatch(/%|万/);
    const later = await signedInAs('bureau', lishui);
    const file = await later.get(bulletinAddress(draft.id, '/docx'));
    expect(mail?.attachments?.map(({ content }) => hash('sha256', content))).toEqual([hash('sha256', file.rawPayload)]);
    expect(mail?.attachments?.[0]?.name).toBe('关于2020年9月全省建筑工业化工作进展情况的通报.docx');
    expect(await lookAt('2020-10-27T01:00:00Z')).toEqual([]);
    expect(await database.reader.select().from(mails)).toMatchObject([{ state: 'sent', digest: { rhythm: 'weekly' } }]);
  });

  it('has no document unless asked, tells nobody of another city or of a draft, and is of a month where that is chosen', async () => {
    const { lookAt, ...office } = await officeWithMail();
    const { signedInAs, official, draft } = office;
    const [lead, own, leader] = [
      await signedInAs('bureau', hangzhou),
      await signedInAs('bureau', lishui),
      await signedInAs('leader'),
    ];
    await chosenBy(lead, { address: 'hangzhou@example.gov.cn', attachBulletin: false });
    await chosenBy(own, { address: 'lishui@example.gov.cn' });
    await chosenBy(leader, { address: 'leader@example.gov.cn', digest: 'monthly', language: 'en' });
    await official.put(bulletinAddress(draft.id), { ...numbers, texts: {} }, basedOn(1));
    // What an official is told of a city goes to that city's bureau alone.
    const returned = { note: '已印发方案' };
    await own.post(`/api/interviews/2020-10-15/items/${lishui}/2.2/report`, returned, basedOn(1));
    await official.post(`/api/interviews/2020-10-15/items/${lishui}/2.2/return`, { reason: '请补充文号' }, basedOn(2));
    const week = await lookAt(nextMonday);
    expect(week.map(({ to, attachments }) => [to, attachments])).toEqual([['lishui@example.gov.cn', undefined]]);
    expect(week[0]?.text).toContain('被退回：请补充文号');
    expect(week[0]?.text).not.toContain('通报');
    const second = await office.signedIn(office.second.name);
    expect((await second.post(bulletinAddress(draft.id, '/issue'), {}, basedOn(2))).statusCode).toBe(200);
    // Monday 2 November: the week's for bureaus, the month's for the leader, who has no notices and the bulletin.
    const both = await lookAt('2020-11-02T01:00:00Z');
    const to = (address: string) => both.find((mail) => mail.to === `${address}@example.gov.cn`);
    expect(both).toHaveLength(3);
    expect([to('hangzhou')?.attachments, to('lishui')?.attachments?.length]).toEqual([undefined, 1]);
    expect(to('hangzhou')?.text).toContain('应报未报：\n- 杭州市 2020年10月，期限 2020-11-05');
    expect(to('hangzhou')?.text).not.toContain('丽水');
    expect(to('leader')).toMatchObject({ subject: 'Xushi, the month 2020-10-01 to 2020-10-31', attachments: [{}] });
    expect(to('leader')?.text).not.toContain('Not reported yet');
  });

  it('needs an address, and ends where it is switched off, also while it waits', async () => {
    const { lookAt, ...office } = await officeWithMail();
    const { signedInAs, draft, database } = office;
    const bureau = await signedInAs('bureau', lishui);
    expect(await chosenBy(bureau, { address: null })).toMatchObject({ code: 'mail-address-required' });
    expect(await chosenBy(bureau)).toMatchObject({ digest: 'weekly', attachBulletin: true });
    await issued(office, draft);
    expect(await chosenBy(bureau, { digest: 'none' })).toMatchObject({ digest: 'none' });
    expect(await lookAt(nextMonday)).toEqual([]);
    await chosenBy(await signedInAs('bureau', lishui), { attachBulletin: false });
    expect(await lookAt('2020-11-02T01:00:00Z', { kind: 'later', why: 'nobody is there' })).toHaveLength(1);
    await chosenBy(await signedInAs('bureau', lishui), { digest: 'none' });
    expect(await lookAt('2020-11-02T01:30:00Z')).toEqual([]);
    expect(await database.reader.select().from(mails)).toMatchObject([{ state: 'failed', attempts: 2 }]);
  });
});

const due = (digest: 'none' | 'weekly' | 'monthly', lastDigestOn: string | null, day: string, hour = 9) =>
  digestDue({ digest, lastDigestOn }, { day, hour });

describe('the days of a digest', () => {
  it('are the week or the month before, from eight on, also where nobody looked on its first day', () => {
    expect(due('weekly', '2020-10-19', '2020-10-25')).toBeNull();
    expect(due('weekly', '2020-10-19', '2020-10-26', 7)).toBeNull();
    expect(due('weekly', '2020-10-19', '2020-10-28')).toEqual({ from: '2020-10-19', until: '2020-10-25' });
    expect(due('weekly', '2020-10-26', '2020-10-28')).toBeNull();
    expect(due('monthly', '2020-12-01', '2020-12-31')).toBeNull();
    expect(due('monthly', '2020-12-01', '2021-01-04')).toEqual({ from: '2020-12-01', until: '2020-12-31' });
    expect(due('monthly', null, '2020-03-02')).toEqual({ from: '2020-02-01', until: '2020-02-29' });
    expect(due('none', null, '2020-03-02')).toBeNull();
  });
});
