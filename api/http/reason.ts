/** A reason or a note must be long enough to say something. */
export const shortestReason = 5;

/** Whether a text says enough to be a reason. */
export function isReason(text: string): boolean {
  return text.trim().length >= shortestReason;
}
