/** Which of a month's versions are sent with it: the recent ones, and those before that still bear on it. Pure. */
import { acceptedVersions, tellingVersions, wholeVersion, type StoredState } from './lifecycle.ts';

/** So many versions are listed at once; the one before the last of them is what that one is compared with. */
const recentCount = 11;

/** What says which figures a version still gives the month. */
export interface BearingVersion extends StoredState {
  readonly figures: readonly { readonly indicator: string }[];
  readonly absences: Readonly<Record<string, unknown>> | null;
}

export interface ShownVersions<Version> {
  /** Newest first. */
  readonly versions: readonly Version[];
  /** How many of them, from the newest on, follow each other without a gap. */
  readonly recent: number;
  /** How many are left out. */
  readonly earlier: number;
}

/**
 * The newest versions, and whichever of those before still say something of the month: the last to give an accepted figure or
 * an answer in its place, the report that stands, and what was told last. Whatever the rules and the pages ask of a month is
 * the same of these as of all. Versions newest first; `indicators` are those that are reported in the month.
 */
export function shownVersions<Version extends BearingVersion>(
  versions: readonly Version[],
  indicators: readonly { readonly code: string }[],
): ShownVersions<Version> {
  if (versions.length <= recentCount) return { versions, recent: versions.length, earlier: 0 };
  const bearing = bearingVersions(versions, indicators);
  const shown = versions.filter((version, at) => at < recentCount || bearing.has(version));
  return { versions: shown, recent: recentCount, earlier: versions.length - shown.length };
}

function bearingVersions<Version extends BearingVersion>(
  versions: readonly Version[],
  indicators: readonly { readonly code: string }[],
): ReadonlySet<Version> {
  const telling = tellingVersions(versions);
  const decided = telling.find(({ state }) => state !== 'draft' && state !== 'submitted');
  const accepted = acceptedVersions(versions).toReversed();
  // A report of the bureau's own is where the answers before it end.
  const report = accepted.find(({ kind, load }) => kind === 'submission' && load === null);
  const told = [telling[0], decided, report, accepted[0], wholeVersion(versions)];
  const bearing = new Set<Version>(told.filter((version) => version !== undefined && version !== null));
  const figured = new Set<string>();
  const answered = new Set<string>();
  for (const version of accepted) {
    // What lies below is replaced altogether.
    if (indicators.every(({ code }) => figured.has(code))) break;
    const figures = version.figures.map(({ indicator }) => indicator);
    const absences = Object.keys(version.absences ?? {});
    const saysMore = figures.some((one) => !figured.has(one)) || absences.some((one) => !answered.has(one));
    if (saysMore) bearing.add(version);
    for (const one of figures) figured.add(one);
    for (const one of [...figures, ...absences]) answered.add(one);
  }
  return bearing;
}
