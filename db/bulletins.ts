import { and, asc, desc, eq, gte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { bulletinReceipts, bulletins, bulletinVersions } from './schema.ts';
import { seal } from './seals.ts';

export type BulletinRow = typeof bulletins.$inferSelect;
export type BulletinVersionRow = typeof bulletinVersions.$inferSelect;
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

/** One bulletin; undefined where there is none. */
export async function findBulletin(reader: Reader, id: string): Promise<BulletinRow | undefined> {
  const [row] = await reader.select().from(bulletins).where(eq(bulletins.id, id));
  return row;
}

/** The versions of one bulletin or of all, oldest first. */
export async function listBulletinVersions(reader: Reader, id: string | null): Promise<BulletinVersionRow[]> {
  return reader
    .select()
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
  return reader
    .select({ ...withoutFacts, issueNumber, documentNumber })
    .from(bulletinVersions)
    .innerJoin(bulletins, eq(bulletins.id, bulletinVersions.bulletin))
    .where(
      and(
        eq(bulletinVersions.state, 'issued'),
        eq(bulletins.year, year),
        gte(bulletins.month, month),
        gte(bulletins.frozenAt, since),
      ),
    )
    .orderBy(asc(bulletinVersions.at), asc(bulletinVersions.bulletin));
}

/** Adds a bulletin with what it says. */
export async function insertBulletin(tx: Writer, row: BulletinRow): Promise<void> {
  await tx.insert(bulletins).values(row);
  seal(tx, 'bulletin', row.id);
}

/** Adds a version; false where its number is taken, and then nothing was written. */
export async function insertBulletinVersion(tx: Writer, row: BulletinVersionRow): Promise<boolean> {
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
