/** Which days a month's figures can be as of. Pure; safe in a browser. */
import type { Day } from '../measures/vocabulary.ts';
import { standingVersion, wholeVersion, type MonthWindow, type Refusal, type VersionState } from './lifecycle.ts';

/** Why a day cannot be the as-of day of a report or of a correction; null where it can. */
export function asOfRefusal(
  kind: VersionState['kind'],
  asOf: Day,
  { versions, window }: { readonly versions: readonly VersionState[]; readonly window: MonthWindow },
): Refusal | null {
  const standing = standingVersion(versions);
  // A correction of an earlier day would not count: the newest as-of day stands.
  const earliest = kind === 'correction' && standing !== null ? standing.asOf : window.earliest;
  if (asOf < earliest || asOf > window.latest) {
    return { code: 'as-of-outside-month', values: { earliest, latest: window.latest } };
  }
  const whole = wholeVersion(versions);
  if (kind === 'submission' && whole !== null && asOf <= whole.asOf) {
    return { code: 'as-of-not-newer', values: { asOf: whole.asOf } };
  }
  return null;
}
