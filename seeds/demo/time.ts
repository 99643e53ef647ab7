/** The demonstration's calendar, in Asia/Shanghai (UTC+8 all year). */

/** Where the office's clock stands when the demonstration is loaded: Monday 19 October 2020, 09:00. */
export const demonstrationStart = instantOf('2020-10-19', 9, 0);

/** The instant of a time of day in Asia/Shanghai, ISO 8601 in UTC. */
export function instantOf(day: string, hour: number, minute: number): string {
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

/** A day some days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same instant some minutes earlier. */
export function minutesBefore(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) - minutes * 60_000).toISOString();
}
