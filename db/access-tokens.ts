import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import type { AccountRow } from './accounts.ts';
import { accessTokens, accounts } from './schema.ts';

export type AccessTokenRow = typeof accessTokens.$inferSelect;

/** A token with the account whose it is. */
export interface HeldToken {
  readonly token: AccessTokenRow;
  readonly account: AccountRow;
}

const held = { token: accessTokens, account: accounts };

/** The token of this hash; undefined where there is none. */
export async function findByTokenHash(reader: Reader, tokenHash: string): Promise<HeldToken | undefined> {
  const [row] = await reader
    .select(held)
    .from(accessTokens)
    .innerJoin(accounts, eq(accounts.id, accessTokens.account))
    .where(eq(accessTokens.tokenHash, tokenHash));
  return row;
}

/** All tokens, ended ones among them, or those that read one city; the newest first. */
export async function listAccessTokens(reader: Reader, region: string | null): Promise<HeldToken[]> {
  return reader
    .select(held)
    .from(accessTokens)
    .innerJoin(accounts, eq(accounts.id, accessTokens.account))
    .where(region === null ? undefined : eq(accessTokens.region, region))
    .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id));
}

/** Adds a token. */
export async function insertAccessToken(tx: Writer, row: typeof accessTokens.$inferInsert): Promise<void> {
  await tx.insert(accessTokens).values(row);
}

/** Ends a token; false where it was ended already, and then nothing was written. */
export async function revokeAccessToken(
  tx: Writer,
  id: string,
  revoked: Pick<AccessTokenRow, 'revokedBy' | 'revokedAs' | 'revokedAt' | 'revokeReason'>,
): Promise<boolean> {
  const rows = await tx
    .update(accessTokens)
    .set(revoked)
    .where(and(eq(accessTokens.id, id), isNull(accessTokens.revokedAt)))
    .returning({ id: accessTokens.id });
  return rows.length === 1;
}

/** Counts uses of a token, the last of them at an instant. */
export async function countTokenUses(tx: Writer, id: string, uses: number, lastUsedAt: string): Promise<void> {
  await tx
    .update(accessTokens)
    .set({ uses: sql`${accessTokens.uses} + ${uses}`, lastUsedAt })
    .where(eq(accessTokens.id, id));
}
