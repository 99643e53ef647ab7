import { asc, desc, eq, max } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { curves, figureComments, figures, indicators, indicatorVersions, targetChanges } from './schema.ts';
import { seal } from './seals.ts';

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

export type CurveRow = typeof curves.$inferSelect;

/** The curves that an indicator may be judged by. */
export async function listCurves(reader: Reader): Promise<CurveRow[]> {
  return reader.select().from(curves).orderBy(asc(curves.code));
}

/** An indicator without its place and its curve's points. */
export type IndicatorSaid = Omit<typeof indicators.$inferInsert, 'position'>;

/** Adds an indicator after all others. */
export async function insertIndicator(tx: Writer, said: IndicatorSaid): Promise<void> {
  const [last] = await tx.select({ position: max(indicators.position) }).from(indicators);
  await tx.insert(indicators).values({ ...said, position: (last?.position ?? 0) + 1 });
}

/** Changes what an indicator says; its code stays. */
export async function updateIndicator(tx: Writer, { code, ...said }: Partial<IndicatorSaid> & { code: string }) {
  await tx.update(indicators).set(said).where(eq(indicators.code, code));
}

/** Takes out an indicator that nothing refers to. */
export async function deleteIndicator(tx: Writer, code: string): Promise<void> {
  await tx.delete(indicators).where(eq(indicators.code, code));
}

/** The indicators that figures, targets or comments stand on, drafts and withdrawn ones included. */
export async function listUsedIndicators(reader: Reader): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const table of [figures, targetChanges, figureComments])
    for (const { code } of await reader.selectDistinct({ code: table.indicator }).from(table)) used.add(code);
  return used;
}

export type IndicatorVersionRow = typeof indicatorVersions.$inferSelect;

/** What was decided about indicators, newest first. */
export async function listIndicatorVersions(reader: Reader): Promise<IndicatorVersionRow[]> {
  return reader
    .select()
    .from(indicatorVersions)
    .orderBy(desc(indicatorVersions.at), desc(indicatorVersions.number), asc(indicatorVersions.code));
}

/** Adds a decision. */
export async function insertIndicatorVersion(tx: Writer, row: IndicatorVersionRow): Promise<void> {
  await tx.insert(indicatorVersions).values(row);
  seal(tx, 'indicator_version', `${row.code}@${row.number}`);
}
