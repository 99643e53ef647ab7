/** The rules of the ledger of annual targets. Safe in a browser. */

/** What decides which line of the ledger is in force. */
export interface TargetStep {
  /** 1 for the year's first target, then rising. */
  readonly sequence: number;
  /** The first month that is judged by this target. */
  readonly effectiveMonth: number;
}

/**
 * The target that judges a month: of one region, indicator and year, the change of the highest sequence with
 * `effectiveMonth` ≤ month. Null where none is in force yet. An adjustment from October on leaves September as it was judged.
 */
export function targetAt<Step extends TargetStep>(changes: readonly Step[], month: number): Step | null {
  const inForce = changes.filter((change) => change.effectiveMonth <= month);
  return inForce.reduce<Step | null>(
    (newest, change) => (newest === null || change.sequence > newest.sequence ? change : newest),
    null,
  );
}
