/** When a session counts. Pure; times are milliseconds of the office's clock. */

const minute = 60_000;

export const sessionLimits = {
  /** A session ends when nothing was asked for so long. */
  idle: 30 * minute,
  /** A session ends so long after it began, however busy. */
  absolute: 12 * 60 * minute,
  /** How often, at most, the use of a session is written down. */
  noted: minute,
} as const;

/**
 * Whether a session counts at an instant. One that began in the future was begun by a clock that was wrong, and would
 * otherwise never end.
 */
export function isAlive(session: { readonly createdAt: number; readonly lastSeenAt: number }, now: number): boolean {
  if (session.createdAt > now + sessionLimits.idle) return false;
  return now - session.lastSeenAt < sessionLimits.idle && now - session.createdAt < sessionLimits.absolute;
}

/**
 * Whether a session counts by the uptime of a process, in milliseconds: when the process met it, and when it last saw it
 * used. Uptime never stands nor goes back, as a clock may.
 */
export function isAliveByUptime(seen: { readonly metAt: number; readonly usedAt: number }, uptime: number): boolean {
  return uptime - seen.usedAt < sessionLimits.idle && uptime - seen.metAt < sessionLimits.absolute;
}
