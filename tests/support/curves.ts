/** Curves put in force and node plans approved, also where no request could: from months that were judged. */
import { linearPoints } from '#api/measures/curve.ts';
import type { CurveAssignmentRow, NodePlanRow } from '#db/curves.ts';
import { lishui } from './reporting.ts';

const by = {
  author: null,
  authoredAs: { name: 'xushi', title: { zh: '系统', en: 'System' } },
  at: '2020-10-19T01:00:00.000Z',
} as const;

/** The area judged by the linear curve from May 2020 on. */
export const assigned = (more: Partial<CurveAssignmentRow> = {}): CurveAssignmentRow => ({
  indicator: 'prefab-area',
  number: 1,
  action: 'assign',
  withdraws: null,
  curve: 'linear',
  curveVersion: 0,
  effectiveYear: 2020,
  effectiveMonth: 5,
  reason: '按月均摊更合本省实际',
  ...by,
  ...more,
});

/** Lishui's area judged by a linear plan of its own from May 2020 on. */
export const approvedPlan = (more: Partial<NodePlanRow> = {}): NodePlanRow => ({
  region: lishui,
  year: 2020,
  indicator: 'prefab-area',
  number: 1,
  state: 'approved',
  action: 'approve',
  points: linearPoints,
  effectiveMonth: 5,
  reason: '',
  at: by.at,
  actor: null,
  actedAs: by.authoredAs,
  ...more,
});
