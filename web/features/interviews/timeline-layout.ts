/** Where days and their labels lie on a line. Pure. */
import { daysBetween } from '#api/measures/calendar.ts';

/** Where a day lies between two others, 0 to 1; what lies outside stands at the nearer end. */
export function dayAt(day: string, from: string, to: string): number {
  const span = daysBetween(from, to);
  return span <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, day) / span));
}

/**
 * The lane of each label, so that no two in one lane touch: the first that is free, by their places in rising order. A label
 * has this width around its place.
 */
export function lanesOf(places: readonly number[], width: number): readonly number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => end <= place - width / 2);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = place + width / 2;
    return lane;
  });
}
