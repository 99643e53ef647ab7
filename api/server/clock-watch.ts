import type { Clock, ClockStep } from '../http/context.ts';

/** A clock that goes otherwise than the process's uptime by more than this was set, in milliseconds. */
const toleranceMs = 60_000;

/** A clock that knows when it was last set. */
export interface WatchedClock extends Clock {
  /** The last step of more than a minute; null where there was none. */
  lastStep(): ClockStep | null;
}

/**
 * Watches a clock against the process's uptime (milliseconds), at every look at it. Small corrections do not add up:
 * each look starts from what the one before saw.
 */
export function watchedClock(
  machine: Clock,
  uptimeMs: () => number,
  log: { warn(detail: object, message: string): void },
): WatchedClock {
  let ahead: number | null = null;
  let step: ClockStep | null = null;
  return {
    now: () => {
      const now = machine.now();
      const before = ahead;
      ahead = now.getTime() - uptimeMs();
      const by = ahead - (before ?? ahead);
      if (Math.abs(by) > toleranceMs) {
        step = { at: now.toISOString(), bySeconds: Math.round(by / 1000) };
        log.warn(step, 'the clock of the machine was set, or the machine slept');
      }
      return now;
    },
    lastStep: () => step,
  };
}
