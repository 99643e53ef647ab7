import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import type { Context, Services } from './context.ts';

/** The one city that the caller may see, for queries to be limited to; null where the role sees all of them. */
export function ownCity({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.role === 'bureau' ? (actor.region ?? '') : null;
}

/** The region that the caller may see with all below it: a bureau's own, or the one that an official is bound to; null for the whole office. */
export function topSeen({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.within ?? ownCity({ actor });
}

/** The codes of the regions that the caller may see, for lists to be limited to; null for the whole office. */
export async function regionsSeen(
  context: Pick<Context, 'actor' | 'database' | 'replyCache'>,
): Promise<ReadonlySet<string> | null> {
  const top = topSeen(context);
  return top === null ? null : regionsWithin(context, top);
}

/** The codes of a region and everything below it, kept until something changes. */
export function regionsWithin(
  { database, replyCache }: Pick<Services, 'database' | 'replyCache'>,
  top: string,
): Promise<ReadonlySet<string>> {
  return replyCache.of(`regions within ${top}`, () => readRegionsWithin(database.reader, top));
}

/** The codes of a region and everything below it; none for a code that is no region. */
export async function readRegionsWithin(reader: Reader, top: string): Promise<ReadonlySet<string>> {
  const rows = await listRegions(reader);
  const parts = Map.groupBy(rows, ({ parent }) => parent);
  const found = rows.filter(({ code }) => code === top);
  // What is added while it is walked is walked too.
  for (const { code } of found) found.push(...(parts.get(code) ?? []));
  return new Set(found.map(({ code }) => code));
}
