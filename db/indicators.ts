import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { curves, indicators } from './schema.ts';

/** An indicator with the curve that it is judged by. */
export type IndicatorRow = typeof indicators.$inferSelect & { readonly pace: typeof curves.$inferSelect };

/** Every indicator in the order of the yearbook, each with its pace curve. */
export async function listIndicators(reader: Reader): Promise<IndicatorRow[]> {
  const rows = await reader
    .select({ indicator: indicators, pace: curves })
    .from(indicators)
    .innerJoin(curves, eq(curves.code, indicators.curve))
    .orderBy(asc(indicators.position), asc(indicators.code));
  return rows.map(({ indicator, pace }) => ({ ...indicator, pace }));
}
