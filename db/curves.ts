import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { curveAssignments, curveVersions, nodePlanVersions } from './schema.ts';
import { seal } from './seals.ts';

export type CurveVersionRow = typeof curveVersions.$inferSelect;
export type CurveAssignmentRow = typeof curveAssignments.$inferSelect;
export type NodePlanRow = typeof nodePlanVersions.$inferSelect;

/** The versions of the office's own curves, by code and number. */
export async function listCurveVersions(reader: Reader): Promise<CurveVersionRow[]> {
  return reader.select().from(curveVersions).orderBy(asc(curveVersions.code), asc(curveVersions.number));
}

/** Adds a version of a curve. */
export async function insertCurveVersion(tx: Writer, row: CurveVersionRow): Promise<void> {
  await tx.insert(curveVersions).values(row);
  seal(tx, 'curve_version', `${row.code}@${row.number}`);
}

/** What was decided on which curve judges an indicator, by indicator and number. */
export async function listCurveAssignments(reader: Reader): Promise<CurveAssignmentRow[]> {
  return reader.select().from(curveAssignments).orderBy(asc(curveAssignments.indicator), asc(curveAssignments.number));
}

/** Adds an assignment, or that one is withdrawn. */
export async function insertCurveAssignment(tx: Writer, row: CurveAssignmentRow): Promise<void> {
  await tx.insert(curveAssignments).values(row);
  seal(tx, 'curve_assignment', `${row.indicator}@${row.number}`);
}

/** The versions of a year's node plans, by region, indicator and number; of one city or all. */
export async function listNodePlanVersions(
  reader: Reader,
  { year, region = null }: { readonly year: number; readonly region?: string | null },
): Promise<NodePlanRow[]> {
  const ofRegion = region === null ? undefined : eq(nodePlanVersions.region, region);
  return reader
    .select()
    .from(nodePlanVersions)
    .where(and(eq(nodePlanVersions.year, year), ofRegion))
    .orderBy(asc(nodePlanVersions.region), asc(nodePlanVersions.indicator), asc(nodePlanVersions.number));
}

/** Adds a version of a node plan. */
export async function insertNodePlanVersion(tx: Writer, row: NodePlanRow): Promise<void> {
  await tx.insert(nodePlanVersions).values(row);
  seal(tx, 'node_plan_version', `${row.region}@${row.year}@${row.indicator}@${row.number}`);
}
