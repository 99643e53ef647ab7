import type { StandingReply } from '#api/http/shapes.ts';
import type { SprintRow } from '#web/features/sprint/sprint-view.ts';

/** A standing without any value, as a base for those that a test is about. */
export const emptyStanding: StandingReply = {
  indicator: 'prefab-area',
  level: 'on-pace',
  target: null,
  actual: null,
  share: null,
  numerator: null,
  denominator: null,
  completion: null,
  byOriginalTarget: null,
  pace: null,
  scheduleRatio: null,
  gapPoints: null,
  gapAmount: null,
  remaining: null,
  neededPerMonth: null,
  recentPerMonth: null,
  intensity: null,
  neededShare: null,
  reasons: [],
  wayOut: [],
  asOf: null,
  missingMonths: 0,
  ownCurve: null,
  curvePace: null,
  previous: { asOf: null, actual: null, numerator: null, denominator: null, pace: 0 },
  baseline: 0,
  provenance: null,
  targetProvenance: null,
};

/** A row of the sprint, named by its region. */
export function sprintRow(region: string, standing: Partial<StandingReply>, more: Partial<SprintRow> = {}): SprintRow {
  return {
    region,
    name: region,
    cityLevel: 'on-pace',
    standing: { ...emptyStanding, ...standing },
    projection: null,
    projected: null,
    yearEnd: { kind: 'unknown' },
    points: [],
    checklistProgress: null,
    dueItems: [],
    ...more,
  };
}
