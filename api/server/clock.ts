import { newestAuditInstant } from '#db/audit.ts';
import type { Reader } from '#db/dialect';
import { findSetting, settingKeys } from '#db/settings.ts';
import type { Clock } from '../http/context.ts';

/** The machine's time: the clock of a real office. */
export const systemClock: Clock = { now: () => new Date() };

/** How long this process runs, in milliseconds: what no setting of a clock changes. */
export const processUptimeMs = (): number => performance.now();

/**
 * The clock of the office in a database: the machine's, or in the demonstration one that stood in October 2020 when it was
 * loaded and has gone on since, stopped or not. It never goes back behind what was already written down, not even when the
 * machine's own clock was set back.
 */
export async function officeClock(reader: Reader, machine: Clock = systemClock): Promise<Clock> {
  const offset = await findSetting(reader, settingKeys.demoClock);
  if (offset === undefined) return machine;
  const newest = await newestAuditInstant(reader);
  let latest = newest === undefined ? Number.NEGATIVE_INFINITY : Date.parse(newest);
  return {
    now: () => {
      latest = Math.max(latest, machine.now().getTime() + Number(offset));
      return new Date(latest);
    },
  };
}
