/** Puts what waits in people's inboxes into mail, for those who want it, and sends it. */
import { randomUUID } from 'node:crypto';
import { findAccount, type AccountRow } from '#db/accounts.ts';
import { listNoticesOf, listUnmailed, putIntoMail, type InboxOf, type NoticeRow } from '#db/inbox.ts';
import type { Reader } from '#db/dialect';
import {
  deleteMail,
  endMailTry,
  findMailChoice,
  insertMail,
  leaseMail,
  listDueMails,
  listMailWishes,
  putMailChoice,
  type MailChoiceRow,
  type MailRow,
} from '#db/mails.ts';
import { readOfficeCalendar, readQuietTime } from '../deadlines/office-calendar.ts';
import { undoableKinds } from '../inbox/contract.ts';
import { goesOut, isOfficeQuiet, isQuiet, officeTime, wantsDailyNow } from '../inbox/mail-hours.ts';
import { mailOf } from '../inbox/mail-text.ts';
import { noticeWriter } from '../inbox/notice-texts.ts';
import type { AuditAction } from '../http/audit-action.ts';
import { readRegionsWithin } from '../http/data-scope.ts';
import { undoMs } from '../http/undo.ts';
import { dayParts } from '../measures/calendar.ts';
import { digestOf, queueDigest, type DigestReader } from './digest-mail.ts';
import type { Job, JobRun } from './jobs.ts';
import type { Mailer, MailOutcome } from './mailer.ts';

const minute = 60_000;

/** How long one try may last before others take the mail for left alone: longer than a server may be silent. */
const leaseMs = 10 * minute;

/** After so many tries, some two days, nobody waits for the mail any more. */
const maxAttempts = 12;

const mailsAtOnce = 50;

const onMail = (action: AuditAction, object: string) =>
  ({ action, object, request: null, changesStandings: false, changesPages: false }) as const;

/** The job of an office that has a mail server. `origin` is where people reach it; null where that is not known. */
export const sendMail = (mailer: Mailer, origin: string | null): Job => ({
  name: 'send-mail',
  everyMs: minute,
  run: async (run) => {
    const { reader } = run.services.database;
    const time = officeTime(run.services.clock.now());
    const { special } = await readOfficeCalendar(reader, [dayParts(time.day).year]);
    if (isOfficeQuiet(await readQuietTime(reader), time, special)) return;
    for (const { choice, ...person } of await listMailWishes(reader)) {
      if (run.signal.aborted) return;
      const of = await readerOf(reader, { id: choice.account, ...person });
      if (choice.mode !== 'none') await fillMail(run, choice, of);
      if (!isQuiet(choice, time)) await queueDigest(run, choice, of);
    }
    let unworded: Unworded | null = null;
    for (const mail of await listDueMails(reader, run.services.clock.now().toISOString(), mailsAtOnce)) {
      if (run.signal.aborted) return;
      const outcome = await tryMail(run, mail, mailer, origin);
      if (outcome?.kind === 'unworded') unworded ??= outcome;
    }
    // The others have gone out; that this one has not is the operator's to know.
    if (unworded !== null) throw unworded.error;
  },
});

/** Puts what waits for somebody into one mail, where it is their hour. */
async function fillMail(run: JobRun, choice: MailChoiceRow, of: InboxOf): Promise<void> {
  const { database, clock } = run.services;
  const time = officeTime(clock.now());
  if (isQuiet(choice, time)) return;
  // A decision that can still be undone is not mailed yet.
  const held = { kinds: [...undoableKinds], after: new Date(clock.now().getTime() - undoMs).toISOString() };
  const kinds = (await listUnmailed(database.reader, of, choice.since, held)).map(({ kind }) => kind);
  if (!goesOut(choice, kinds, time)) return;
  await run.change(onMail('system.queue-mail', choice.account), async (tx) => {
    // Read again: what was read or settled since is not mailed, and a choice that was changed stays.
    const current = await findMailChoice(tx, of.account);
    const waiting = await listUnmailed(tx, of, choice.since, held);
    if (current === undefined || waiting.length === 0) return { reply: null, detail: { count: 0 } };
    const id = randomUUID();
    const now = clock.now().toISOString();
    const untried = { attempts: 0, nextTryAt: now, endedAt: null, lastError: null } as const;
    await insertMail(tx, { id, account: of.account, createdAt: now, state: 'waiting', ...untried, digest: null });
    await putIntoMail(
      tx,
      waiting.map((notice) => notice.id),
      id,
    );
    if (wantsDailyNow(current, time)) await putMailChoice(tx, { ...current, lastDailyOn: time.day });
    return { reply: null, detail: { count: waiting.length } };
  });
}

/** A mail whose text or attachments could not be made, which is a fault of ours. It is tried again like one whose server is away. */
interface Unworded {
  readonly kind: 'unworded';
  readonly why: string;
  readonly error: unknown;
}

/** One try, and what came of it; null where there was nothing to try. The lease is on the disk before anything leaves, so that of two processes one sends. */
async function tryMail(
  run: JobRun,
  due: MailRow,
  mailer: Mailer,
  origin: string | null,
): Promise<MailOutcome | Unworded | null> {
  const { database, clock } = run.services;
  const now = clock.now();
  const lease = { now: now.toISOString(), until: new Date(now.getTime() + leaseMs).toISOString() };
  const mail = await run.change(onMail('system.try-mail', due.account), async (tx) => {
    const leased = (await leaseMail(tx, due, lease)) ?? null;
    return { reply: leased, detail: { attempt: due.attempts + 1, leased: leased !== null } };
  });
  if (mail === null) return null;
  const choice = await findMailChoice(database.reader, mail.account);
  const account = await findAccount(database.reader, mail.account);
  const notices = (await listNoticesOf(database.reader, mail.id)).filter(({ readAt }) => readAt === null);
  if (notices.length === 0 && mail.digest === null) {
    await forgetMail(run, mail);
    return null;
  }
  const wish = mail.digest === null ? choice?.mode : choice?.digest;
  const isWanted = choice !== undefined && wish !== 'none' && account?.disabled === false;
  const outcome = isWanted
    ? await sent(run, mailer, { mail, notices, choice, account, origin })
    : ({ kind: 'refused', why: 'mail is no longer wanted' } as const);
  await run.change(onMail('system.send-mail', mail.account), async (tx) => {
    await endMailTry(tx, mail.id, endOf(outcome, mail.attempts, clock.now()));
    return { reply: null, detail: { outcome: outcome.kind, count: notices.length } };
  });
  return outcome;
}

/** Words a mail and sends it. */
async function sent(run: JobRun, mailer: Mailer, leaving: Leaving): Promise<MailOutcome | Unworded> {
  const { mail, choice } = leaving;
  let content: Awaited<ReturnType<typeof contentOf>>;
  try {
    content = await contentOf(run, leaving);
  } catch (error) {
    const why = `its text could not be made: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    return { kind: 'unworded', why, error };
  }
  return mailer({ id: mail.id, to: choice.address, ...content });
}

/** What was read or settled while its mail waited needs no mail any more. */
const forgetMail = (run: JobRun, { id, account }: MailRow): Promise<null> =>
  run.change(onMail('system.send-mail', account), async (tx) => {
    await deleteMail(tx, id);
    return { reply: null, detail: { outcome: 'settled', count: 0 } };
  });

interface Leaving {
  readonly mail: MailRow;
  readonly notices: readonly NoticeRow[];
  readonly choice: MailChoiceRow;
  readonly account: AccountRow;
  readonly origin: string | null;
}

/** What somebody may read of: their region with all below it, or everything where they have none. */
async function readerOf(
  reader: Reader,
  { id, role, region }: Pick<AccountRow, 'id' | 'role' | 'region'>,
): Promise<DigestReader> {
  const regions = region === null ? null : [...(await readRegionsWithin(reader, region))];
  return { account: id, role, region, regions };
}

/** A digest, or the words of the notices that a mail carries. */
async function contentOf(run: JobRun, { mail: { digest }, notices, choice, account, origin }: Leaving) {
  if (digest === null) return wordsOf(run, notices, choice, origin);
  const of = await readerOf(run.services.database.reader, account);
  return digestOf(run, { digest }, { choice, of, origin });
}

async function wordsOf(
  { services }: JobRun,
  notices: readonly NoticeRow[],
  { language }: MailChoiceRow,
  origin: string | null,
): Promise<{ readonly subject: string; readonly text: string }> {
  const textOf = await noticeWriter(services.database.reader);
  return mailOf(
    notices.map((notice) => textOf(notice)[language]),
    language,
    origin,
  );
}

/** Tried again after 2, 4, 8 … minutes, at most half a day. */
function endOf(outcome: MailOutcome | Unworded, attempts: number, now: Date) {
  const endedAt = now.toISOString();
  if (outcome.kind === 'sent') return { state: 'sent', endedAt, lastError: null, nextTryAt: endedAt } as const;
  const isOver = outcome.kind === 'refused' || attempts >= maxAttempts;
  const nextTryAt = new Date(now.getTime() + Math.min(minute * 2 ** attempts, 720 * minute)).toISOString();
  return { state: isOver ? 'failed' : 'waiting', endedAt, lastError: outcome.why, nextTryAt } as const;
}
