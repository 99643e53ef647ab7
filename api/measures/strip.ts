/** A year in twelve marks, which remember what was made good. */
import { assess } from './assessment.ts';
import type { Level, StandingInput } from './vocabulary.ts';

export interface StripMonth {
  readonly month: number;
  /** The level at that month; null after the month asked for. */
  readonly level: Level | null;
  /** Whether that month has an accepted figure of its own; without one its level is that of an older figure. */
  readonly reported: boolean;
  /** For a month that was behind or watch: the first later month that was on pace or achieved. */
  readonly recoveredIn: number | null;
}

/**
 * The months 1 to 12 as each was judged. `inputAt` gives the input of a month, so that every month keeps the target,
 * the rule and the peers of its own time; the figures in it may be all of the year's.
 */
export function monthStrip(month: number, inputAt: (month: number) => StandingInput): readonly StripMonth[] {
  const judged = Array.from({ length: month }, (_, index) => assess({ ...inputAt(index + 1), month: index + 1 }));
  const levels = judged.map((standing) => standing.level);
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    level: judged[index]?.level ?? null,
    reported: judged[index]?.basis.month === index + 1,
    recoveredIn: recoveryOf(levels, index),
  }));
}

/** Of the levels of months from January on, null where there is none: the first later month that made one good; see `StripMonth`. */
export function recoveryOf(levels: readonly (Level | null)[], index: number): number | null {
  if (levels[index] !== 'behind' && levels[index] !== 'watch') return null;
  const later = levels.findIndex((level, at) => at > index && (level === 'on-pace' || level === 'achieved'));
  return later === -1 ? null : later + 1;
}
