import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, lte, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { bulletinReceipts, bulletins, bulletinVersions, submissionVersions, targetChanges } from './schema.ts';
import { seal } from './seals.ts';

export type BulletinRow = typeof bulletins.$inferSelect;
/** A version without the facts that it may have renewed: they are the bulletin’s then. */
export type BulletinVersionRow = Omit<typeof bulletinVersions.$inferSelect, 'facts'>;
export type BulletinReceiptRow = typeof bulletinReceipts.$inferSelect;

/** Bulletins without what they say, the latest month first and within a month the newest first. */
export async function listBulletinRows(reader: Reader): Promise<Omit<BulletinRow, 'facts'>[]> {
  return reader
    .select(withoutFacts)
    .from(bulletins)
    .orderBy(desc(bulletins.year), desc(bulletins.month), desc(bulletins.frozenAt), asc(bulletins.id));
}

const withoutFacts = {
  id: bulletins.id,
  year: bulletins.year,
  month: bulletins.month,
  language: bulletins.language,
  corrects: bulletins.corrects,
  comparedWith: bulletins.comparedWith,
  frozenAt: bulletins.frozenAt,
};

/** One bulletin with the facts that it was renewed with last, and since when; undefined where there is none. */
export async function findBulletin(reader: Reader, id: string): Promise<BulletinRow | undefined> {
  const [row] = await reader.select().from(bulletins).where(eq(bulletins.id, id));
  const [renewed] = await reader
    .select({ facts: bulletinVersions.facts, at: bulletinVersions.at })
    .from(bulletinVersions)
    .where(and(eq(bulletinVersions.bulletin, id), isNotNull(bulletinVersions.facts)))
    .orderBy(desc(bulletinVersions.number))
    .limit(1);
  if (row === undefined || renewed?.facts == null) return row;
  return { ...row, facts: renewed.facts, frozenAt: renewed.at };
}

const { facts: _facts, ...versionColumns } = getTableColumns(bulletinVersions);

/** The versions of one bulletin or of all, oldest first. */
export async function listBulletinVersions(reader: Reader, id: string | null): Promise<BulletinVersionRow[]> {
  return reader
    .select(versionColumns)
    .from(bulletinVersions)
    .where(id === null ? undefined : eq(bulletinVersions.bulletin, id))
    .orderBy(asc(bulletinVersions.bulletin), asc(bulletinVersions.number));
}

/** The receipts of one bulletin or of all, by region. */
export async function listReceipts(reader: Reader, id: string | null): Promise<BulletinReceiptRow[]> {
  return reader
    .select()
    .from(bulletinReceipts)
    .where(id === null ? undefined : eq(bulletinReceipts.bulletin, id))
    .orderBy(asc(bulletinReceipts.bulletin), asc(bulletinReceipts.region));
}

/** A bulletin without what it says, with the numbers it was issued under. */
export type IssuedBulletin = Omit<BulletinRow, 'facts'> & Pick<BulletinVersionRow, 'issueNumber' | 'documentNumber'>;

/** The bulletins of a year, from a month of it on, that were issued on what was known since an instant; oldest first. */
export async function listIssuedSince(
  reader: Reader,
  { year, month, since }: { readonly year: number; readonly month: number; readonly since: string },
): Promise<IssuedBulletin[]> {
  const { issueNumber, documentNumber } = bulletinVersions;
  const renewed = await reader
    .select({ bulletin: bulletinVersions.bulletin })
    .from(bulletinVersions)
    .where(and(eq(bulletinVersions.action, 'renew'), gte(bulletinVersions.at, since)))
    .orderBy(asc(bulletinVersions.bulletin));
  const issued = await reader
    .select({ ...withoutFacts, issueNumber, documentNumber })
    .from(bulletinVersions)
    .innerJoin(bulletins, eq(bulletins.id, bulletinVersions.bulletin))
    .where(and(eq(bulletinVersions.state, 'issued'), eq(bulletins.year, year), gte(bulletins.month, month)))
    .orderBy(asc(bulletinVersions.at), asc(bulletinVersions.bulletin));
  const isRenewed = (id: string): boolean => renewed.some(({ bulletin }) => bulletin === id);
  return issued.filter(({ id, frozenAt }) => frozenAt >= since || isRenewed(id));
}

/** A time after an instant and up to another. */
interface Span {
  readonly after: string;
  readonly until: string;
}

/** The bulletins and corrections that were issued in a time, oldest first. */
export async function listIssuedBetween(reader: Reader, { after, until }: Span): Promise<readonly string[]> {
  const { bulletin, state, at } = bulletinVersions;
  const rows = await reader
    .select({ bulletin })
    .from(bulletinVersions)
    .where(and(eq(state, 'issued'), gt(at, after), lte(at, until)))
    .orderBy(asc(at), asc(bulletin));
  return rows.map((row) => row.bulletin);
}

/** The months of which figures were accepted or taken back in a time, and those from which on targets set or withdrawn in it judge. */
export async function listMonthsDecided(
  reader: Reader,
  { after, until }: Span,
): Promise<readonly { readonly year: number; readonly month: number }[]> {
  const { year, month, state, decidedAt, revokedAt } = submissionVersions;
  const reported = await reader
    .selectDistinct({ year, month })
    .from(submissionVersions)
    .where(
      and(
        inArray(state, ['accepted', 'revoked']),
        or(and(gt(decidedAt, after), lte(decidedAt, until)), and(gt(revokedAt, after), lte(revokedAt, until))),
      ),
    )
    .orderBy(asc(year), asc(month));
  const { year: ofTarget, effectiveMonth, decidedAt: setAt, withdrawnAt } = targetChanges;
  const asked = await reader
    .selectDistinct({ year: ofTarget, month: effectiveMonth })
    .from(targetChanges)
    .where(or(and(gt(setAt, after), lte(setAt, until)), and(gt(withdrawnAt, after), lte(withdrawnAt, until))))
    .orderBy(asc(ofTarget), asc(effectiveMonth));
  return [...reported, ...asked];
}

/** Adds a bulletin with what it says. */
export async function insertBulletin(tx: Writer, row: BulletinRow): Promise<void> {
  await tx.insert(bulletins).values(row);
  seal(tx, 'bulletin', row.id);
}

/** Adds a version; false where its number is taken, and then nothing was written. */
export async function insertBulletinVersion(
  tx: Writer,
  row: BulletinVersionRow & Partial<Pick<BulletinRow, 'facts'>>,
): Promise<boolean> {
  const { bulletin, number } = row;
  const rows = await tx
    .insert(bulletinVersions)
    .values(row)
    .onConflictDoNothing({ target: [bulletinVersions.bulletin, bulletinVersions.number] })
    .returning({ number: bulletinVersions.number });
  if (rows.length === 1) seal(tx, 'bulletin_version', `${bulletin}@${number}`);
  return rows.length === 1;
}

/** Adds a receipt; false where the city has signed already. */
export async function insertReceipt(tx: Writer, row: BulletinReceiptRow): Promise<boolean> {
  const { bulletin, region } = row;
  const rows = await tx
    .insert(bulletinReceipts)
    .values(row)
    .onConflictDoNothing({ target: [bulletinReceipts.bulletin, bulletinReceipts.region] })
    .returning({ region: bulletinReceipts.region });
  if (rows.length === 1) seal(tx, 'bulletin_receipt', `${bulletin}@${region}`);
  return rows.length === 1;
}
