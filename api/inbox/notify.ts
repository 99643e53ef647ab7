/** Tells people of what concerns them, in the transaction of what happened: it is in their inboxes exactly where it happened. */
import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import {
  deleteNotices,
  insertNotices,
  listNoticesAt,
  listRecipients,
  listUnreadOf,
  settleNotices,
  type NoticeAbout,
} from '#db/inbox.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { NoticeKind } from './contract.ts';

/** Who is told: the bureaus of some cities, or the department's officials. */
export type Audience = { readonly role: 'bureau'; readonly regions: readonly string[] } | { readonly role: 'official' };

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly to: Audience;
  /** The city it is about; null where it is about none alone. A bureau never reads of another. */
  readonly region: string | null;
  readonly about: Partial<NoticeAbout> & Pick<NoticeAbout, 'interview'>;
  /** What sets the occasion apart from others of its kind and city: an item or a plan with its version, a day. */
  readonly once: string | number;
}

const nothing = { item: null, day: null, count: null, note: null } as const;

/** Names an occasion; whoever was told of it is not told again. */
export function occasionOf({ kind, region, about, once }: NewNotice): string {
  const month = about.submission === undefined ? undefined : `${about.submission.year}-${about.submission.month}`;
  const place =
    about.interview ?? about.opening ?? about.backPlan?.year ?? about.nodePlan?.year ?? month ?? about.bulletin?.id;
  return [kind, place, region ?? '', once].join('/');
}

/** Whom a notice is for, as the query of recipients asks. */
export const askedOf = ({ to, region }: Pick<NewNotice, 'to' | 'region'>) => ({
  role: to.role,
  regions: to.role === 'bureau' ? to.regions : null,
  about: region,
});

/**
 * Puts a notice into the inbox of everybody whom it is for: `await notify(tx, clock.now(), { … })`. A notice of a city goes to
 * that city's bureau and no other.
 */
export async function notify(tx: Writer, now: Date, notice: NewNotice): Promise<void> {
  const { kind, region, about } = notice;
  const recipients = await listRecipients(tx, askedOf(notice));
  const occasion = occasionOf(notice);
  const row = { kind, region, about: { ...nothing, ...about }, occasion, at: now.toISOString() };
  await insertNotices(
    tx,
    recipients.map((account) => ({ ...row, id: randomUUID(), account, readAt: null, mail: null })),
  );
}

/** Takes back what a bureau was told of a month at an instant (ISO 8601), read or not, as if it had never been. */
export async function takeBackOfMonth(
  tx: Writer,
  { region, year, month }: YearMonth & { readonly region: string },
  told: { readonly kinds: readonly string[]; readonly at: string },
): Promise<void> {
  const rows = await listNoticesAt(tx, { region, ...told });
  const over = rows.filter(({ about: { submission } }) => submission?.year === year && submission.month === month);
  await deleteNotices(
    tx,
    over.map(({ id }) => id),
  );
}

/**
 * Ends what a bureau was told of a month once that is over, in the transaction that ended it: its unread notices of these kinds
 * count as read, so that neither the inbox nor a mail that waits asks for what was done.
 */
export async function settleMonth(
  tx: Writer,
  now: Date,
  { region, year, month }: YearMonth & { readonly region: string },
  kinds: readonly NoticeKind[],
): Promise<void> {
  const bureau = await listRecipients(tx, { role: 'bureau', regions: [region], about: region });
  const unread = await listUnreadOf(tx, bureau, { region, kinds });
  const over = unread.filter(({ about: { submission } }) => submission?.year === year && submission.month === month);
  await settleNotices(
    tx,
    over.map(({ id }) => id),
    now.toISOString(),
  );
}
