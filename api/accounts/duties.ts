import type { Reader } from '#db/dialect';
import { listRegions, type RegionRow } from '#db/regions.ts';
import type { Context } from '../http/context.ts';
import type { Role } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import type { Bilingual } from '../http/shapes.ts';
import { dayParts } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';

/** What an account stands for and may do. */
export interface Duties {
  readonly title: Bilingual;
  readonly role: Role;
  /** The region that a bureau reports for; null for every other role. */
  readonly region: string | null;
}

/** The regions that report the month that is running: bureaus are of those that do. */
export async function reportingNow(reader: Reader, { clock }: Pick<Context, 'clock'>): Promise<readonly RegionRow[]> {
  return reportingIn(regionTree(await listRegions(reader)), dayParts(dayInShanghai(clock.now())));
}

/** Whether a role may have this region: a bureau has one of those that report, everybody else none. */
export function regionFits(
  { role, region }: Pick<Duties, 'role' | 'region'>,
  reporting: readonly RegionRow[],
): boolean {
  return role === 'bureau' ? reporting.some(({ code }) => code === region) : region === null;
}

/** @throws Problem `region-required` where the role may not have this region */
export async function refuseWrongRegion(
  reader: Reader,
  context: Pick<Context, 'clock'>,
  duties: Duties,
): Promise<void> {
  if (regionFits(duties, await reportingNow(reader, context))) return;
  const values = {};
  throw new Problem('region-required', values, {
    pointers: [{ pointer: '/region', code: 'region-required', values }],
  });
}
