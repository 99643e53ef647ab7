/** The digest of a week or a month: put on its way once its days are over, worded and given its attachments as it leaves. */
import { randomUUID } from 'node:crypto';
import { listIssuedBetween } from '#db/bulletins.ts';
import type { Reader } from '#db/dialect';
import { listNoticesBetween, type InboxOf } from '#db/inbox.ts';
import { findMailChoice, insertMail, putMailChoice, type MailChoiceRow, type MailRow } from '#db/mails.ts';
import { listRegions } from '#db/regions.ts';
import { bulletinFile } from '../bulletins/file.ts';
import type { Role } from '../http/endpoint.ts';
import { digestDue, type DigestPeriod } from '../inbox/digest-period.ts';
import { digestMailOf, type DigestContent } from '../inbox/digest-text.ts';
import { officeTime } from '../inbox/mail-hours.ts';
import { noticeWriter } from '../inbox/notice-texts.ts';
import { dayInShanghai, endOfDayInShanghai } from '../measures/office-day.ts';
import { shiftDay } from '../measures/calendar.ts';
import { openMonths } from '../reminders/owed.ts';
import { noticeOn } from '../reminders/lifecycle.ts';
import { isOwed } from '../submissions/lifecycle.ts';
import type { JobRun } from './jobs.ts';
import type { OutgoingMail } from './mailer.ts';
import { monthsUntil } from './month-job.ts';

/** Whose digest it is, and what they may read of. */
export interface DigestReader extends InboxOf {
  readonly role: Role;
  readonly region: string | null;
}

/** Puts a digest on its way where its days are over; where nothing happened in them and nothing is owed, there is none. */
export async function queueDigest(run: JobRun, choice: MailChoiceRow, of: DigestReader): Promise<void> {
  const { clock } = run.services;
  const time = officeTime(clock.now());
  if (digestDue(choice, time) === null) return;
  const object = of.account;
  const command = {
    action: 'system.queue-mail',
    object,
    request: null,
    changesStandings: false,
    changesPages: false,
  } as const;
  await run.change(command, async (tx) => {
    const current = await findMailChoice(tx, of.account);
    const period = current === undefined ? null : digestDue(current, time);
    if (current === undefined || current.digest === 'none' || period === null)
      return { reply: null, detail: { count: 0 } };
    await putMailChoice(tx, { ...current, lastDigestOn: time.day });
    const { bulletins, notices, owed } = await materialOf(tx, of, period, time.day);
    const count = bulletins.length + notices.length + owed.length;
    if (count > 0) {
      const now = clock.now().toISOString();
      const untried = { state: 'waiting', attempts: 0, nextTryAt: now, endedAt: null, lastError: null } as const;
      const digest = { rhythm: current.digest, ...period };
      await insertMail(tx, { id: randomUUID(), account: of.account, createdAt: now, ...untried, digest });
    }
    return { reply: null, detail: { count } };
  });
}

/** What a digest is made of: what was issued and told in its days, and what is owed today. */
async function materialOf(reader: Reader, of: DigestReader, { from, until }: DigestPeriod, today: string) {
  const span = { after: endOfDayInShanghai(shiftDay(from, -1)), until: endOfDayInShanghai(until) };
  const months = of.role === 'official' || of.role === 'bureau' ? monthsUntil(today) : [];
  const owed = (await openMonths(reader, months, today)).filter(
    (month) =>
      (of.role === 'bureau' ? month.region === of.region : (of.regions?.includes(month.region) ?? true)) &&
      isOwed(month, month) &&
      noticeOn(month, today) !== null,
  );
  return {
    bulletins: await listIssuedBetween(reader, span),
    notices: await listNoticesBetween(reader, of, span),
    owed,
  };
}

/** What leaves: the words, and the bulletins of the days where they are asked for. */
export async function digestOf(
  { services: { database, clock } }: JobRun,
  { digest }: { readonly digest: NonNullable<MailRow['digest']> },
  { choice, of, origin }: { readonly choice: MailChoiceRow; readonly of: DigestReader; readonly origin: string | null },
): Promise<Pick<OutgoingMail, 'subject' | 'text' | 'attachments'>> {
  const { reader } = database;
  const { language } = choice;
  const today = dayInShanghai(clock.now());
  const { bulletins, notices, owed } = await materialOf(reader, of, digest, today);
  const files = await Promise.all(bulletins.map((id) => bulletinFile(reader, of, id)));
  const textOf = await noticeWriter(reader);
  const cities = new Map(
    (await listRegions(reader)).map((row) => [row.code, language === 'zh' ? row.nameZh : row.nameEn]),
  );
  const content: DigestContent = {
    ...digest,
    bulletins: files,
    areAttached: choice.attachBulletin && files.length > 0,
    owed: owed.map(({ region, year, month, dueOn }) => ({ city: cities.get(region) ?? region, year, month, dueOn })),
    notices: notices.map((notice) => textOf(notice)[language]),
    unread: notices.filter(({ readAt }) => readAt === null).length,
  };
  return {
    ...digestMailOf(content, language, origin),
    ...(content.areAttached && {
      attachments: files.map(({ name, contentType, content: bytes }) => ({ name, contentType, content: bytes })),
    }),
  };
}
