/** For how long a decision can be undone by whoever made it. Pure; safe in a browser. */

/** Long enough to see that the wrong button was pressed, and too short to act on what is seen. */
export const undoMs = 10_000;

/** Whether a decision of an instant (ISO 8601) can still be undone. */
export function isUndoable(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= undoMs;
}

/** For how long it still can, milliseconds: from 0 to `undoMs`. */
export function undoLeftMs(at: string, now: Date): number {
  return Math.min(undoMs, Math.max(0, Date.parse(at) + undoMs - now.getTime()));
}
