import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, notInArray, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { inOrder } from './in-order.ts';
import { accounts, notices, regions as regionRows, type NoticeAbout } from './schema.ts';

export type { NoticeAbout };
export type NoticeRow = typeof notices.$inferSelect;

/** Whose inbox, and the regions that they may read of; null where every region. */
export interface InboxOf {
  readonly account: string;
  readonly regions: readonly string[] | null;
}

/** Who was given to another region reads no more of the one before. */
const isIn = ({ account, regions }: InboxOf) =>
  and(
    eq(notices.account, account),
    regions === null ? undefined : or(isNull(notices.region), inArray(notices.region, [...regions])),
  );

/**
 * Who gets a notice: the accounts of a role that are in use, bureaus of some cities alone where they are named. An official
 * who is bound to a region gets what is about it or a region below it.
 */
export async function listRecipients(reader: Reader, { role, regions, about }: Recipients): Promise<string[]> {
  const rows = inOrder(await recipientsOf(reader, { role, regions }), 'id');
  if (role === 'bureau' || rows.every(({ region }) => region === null)) return rows.map(({ id }) => id);
  const line = await lineAbove(reader, about);
  return rows.filter(({ region }) => region === null || line.has(region)).map(({ id }) => id);
}

/** A region and all above it, by code. */
async function lineAbove(reader: Reader, code: string | null): Promise<ReadonlySet<string>> {
  const line = new Set<string>();
  for (let at = code; at !== null && !line.has(at);) {
    line.add(at);
    const [above] = await reader.select({ parent: regionRows.parent }).from(regionRows).where(eq(regionRows.code, at));
    at = above?.parent ?? null;
  }
  return line;
}

interface Recipients {
  readonly role: 'official' | 'bureau';
  readonly regions: readonly string[] | null;
  /** The region that the notice is about; null where it is about none alone. */
  readonly about: string | null;
}

const recipientsOf = keptQuery((reader: Reader, { role, regions }: Omit<Recipients, 'about'>) =>
  reader
    .select({ id: accounts.id, region: accounts.region })
    .from(accounts)
    .where(
      and(
        eq(accounts.role, role),
        eq(accounts.disabled, false),
        regions === null ? undefined : inArray(accounts.region, [...regions]),
      ),
    ),
);

/** Adds notices; somebody who was told of the occasion is not told again. */
export async function insertNotices(tx: Writer, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length > 0) await insertRows(tx, { rows });
}

const insertRows = keptQuery((tx: Writer, { rows }: { readonly rows: readonly NoticeRow[] }) =>
  tx
    .insert(notices)
    .values([...rows])
    .onConflictDoNothing(),
);

/** Of these accounts those that were told of an occasion. */
export async function listTold(reader: Reader, occasion: string, among: readonly string[]): Promise<string[]> {
  if (among.length === 0) return [];
  const rows = await reader
    .select({ account: notices.account })
    .from(notices)
    .where(and(eq(notices.occasion, occasion), inArray(notices.account, [...among])))
    .orderBy(asc(notices.account));
  return rows.map(({ account }) => account);
}

/** At most so many notices, the newest first, beginning behind a place where one is given. */
export async function listNotices(
  reader: Reader,
  of: InboxOf,
  before: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<NoticeRow[]> {
  const behind =
    before === null
      ? undefined
      : and(lte(notices.at, before.at), or(lt(notices.at, before.at), lt(notices.id, before.id)));
  return reader
    .select()
    .from(notices)
    .where(and(isIn(of), behind))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit);
}

/** At most so many notices of a digest. */
const maxDigested = 500;

/** What somebody was told after an instant and up to another, the newest first. */
export async function listNoticesBetween(
  reader: Reader,
  of: InboxOf,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<NoticeRow[]> {
  return reader
    .select()
    .from(notices)
    .where(and(isIn(of), gt(notices.at, after), lte(notices.at, until)))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(maxDigested);
}

/** How many notices somebody has not read. */
export async function countUnread(reader: Reader, of: InboxOf): Promise<number> {
  const [row] = await reader
    .select({ unread: count() })
    .from(notices)
    .where(and(isIn(of), isNull(notices.readAt)));
  return row?.unread ?? 0;
}

/** Marks notices of somebody as read, all of them where none is named; says how many were unread. */
export async function markRead(
  tx: Writer,
  of: InboxOf,
  ids: readonly string[] | null,
  readAt: string,
): Promise<number> {
  const rows = await tx
    .update(notices)
    .set({ readAt })
    .where(and(isIn(of), isNull(notices.readAt), ids === null ? undefined : inArray(notices.id, [...ids])))
    .returning({ id: notices.id });
  return rows.length;
}

/** What these accounts have not read of a city, of some kinds. */
export async function listUnreadOf(
  reader: Reader,
  accountIds: readonly string[],
  { region, kinds }: Unread,
): Promise<NoticeRow[]> {
  return accountIds.length === 0 ? [] : inOrder(await unreadOf(reader, { accountIds, region, kinds }), 'at', 'id');
}

interface Unread {
  readonly region: string;
  readonly kinds: readonly string[];
}

const unreadOf = keptQuery(
  (reader: Reader, { accountIds, region, kinds }: Unread & { readonly accountIds: readonly string[] }) =>
    reader
      .select()
      .from(notices)
      .where(
        and(
          inArray(notices.account, [...accountIds]),
          isNull(notices.readAt),
          eq(notices.region, region),
          inArray(notices.kind, [...kinds]),
        ),
      ),
);

/** Marks these notices as read, whoever's they are: what they say is over. */
export async function settleNotices(tx: Writer, ids: readonly string[], readAt: string): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(notices)
      .set({ readAt })
      .where(inArray(notices.id, [...ids]));
}

/** What people were told of a city at an instant, of some kinds. */
export function listNoticesAt(
  reader: Reader,
  { region, kinds, at }: { readonly region: string; readonly kinds: readonly string[]; readonly at: string },
): Promise<NoticeRow[]> {
  return reader
    .select()
    .from(notices)
    .where(and(eq(notices.region, region), eq(notices.at, at), inArray(notices.kind, [...kinds])))
    .orderBy(asc(notices.id));
}

/** Takes notices away, so that their occasion may be told of again. */
export async function deleteNotices(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(notices).where(inArray(notices.id, [...ids]));
}

/** What is held back from mail for a while: notices of these kinds after an instant (ISO 8601). */
export interface HeldBack {
  readonly kinds: readonly string[];
  readonly after: string;
}

/**
 * What waits to be mailed to somebody: unread, in no mail, not older than their wish for mail and not held back; oldest first.
 */
export function listUnmailed(reader: Reader, of: InboxOf, since: string, held: HeldBack): Promise<NoticeRow[]> {
  const isFree = or(notInArray(notices.kind, [...held.kinds]), lte(notices.at, held.after));
  return reader
    .select()
    .from(notices)
    .where(and(isIn(of), isNull(notices.readAt), isNull(notices.mail), gte(notices.at, since), isFree))
    .orderBy(asc(notices.at), asc(notices.id))
    .limit(noticesInAMail);
}

/** The notices that a mail carries, oldest first. */
export function listNoticesOf(reader: Reader, mail: string): Promise<NoticeRow[]> {
  return reader.select().from(notices).where(eq(notices.mail, mail)).orderBy(asc(notices.at), asc(notices.id));
}

/** Puts notices into a mail. */
export async function putIntoMail(tx: Writer, ids: readonly string[], mail: string): Promise<void> {
  await tx
    .update(notices)
    .set({ mail })
    .where(inArray(notices.id, [...ids]));
}

/** More than a person reads in one mail; the rest goes with the next. */
const noticesInAMail = 100;
