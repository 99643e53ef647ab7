/** How curves, their assignments and node plans are sealed; part of the list in `sealed-rows.ts`. */
import { sql } from 'drizzle-orm';
import { curveAssignments, curveVersions, nodePlanVersions } from './schema.ts';
import { about, asTable } from './sealed-about.ts';
import type { SealedContent } from './sealed-rows.ts';

export const sealedCurves = {
  curve_version: {
    table: asTable(curveVersions),
    key: sql<string>`${curveVersions.code} || '@' || ${curveVersions.number}`,
    about: (row: SealedContent) =>
      about(row['at'], row['authoredAs'], 'curve.save', [`${row['code']}@${row['number']}`]),
  },
  curve_assignment: {
    table: asTable(curveAssignments),
    key: sql<string>`${curveAssignments.indicator} || '@' || ${curveAssignments.number}`,
    about: (row: SealedContent) =>
      about(row['at'], row['authoredAs'], `curve.${row['action']}`, [`${row['indicator']}@${row['number']}`]),
  },
  node_plan_version: {
    table: asTable(nodePlanVersions),
    key: sql<string>`${nodePlanVersions.region} || '@' || ${nodePlanVersions.year} || '@' || ${nodePlanVersions.indicator} || '@' || ${nodePlanVersions.number}`,
    about: (row: SealedContent) =>
      about(row['at'], row['actedAs'], `node-plan.${row['action']}`, [row['year'], row['region'], row['indicator']]),
  },
};
