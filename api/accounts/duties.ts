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
  /** The region that a bureau reports for, or that an official is bound to; null for who is of the whole office. */
  readonly region: string | null;
}

/** The regions that accounts may have, by role. */
export interface Places<Region extends Pick<RegionRow, 'code'> = RegionRow> {
  /** Those that report the month that is running: bureaus are of those that do. */
  readonly bureau: readonly Region[];
  /** All but the top, which is the whole office: officials may be bound to one. */
  readonly official: readonly Region[];
}

/** The places of the month that is running. */
export async function placesNow(reader: Reader, { clock }: Pick<Context, 'clock'>): Promise<Places> {
  const regions = await listRegions(reader);
  const bureau = reportingIn(regionTree(regions), dayParts(dayInShanghai(clock.now())));
  return { bureau, official: regions.filter(({ parent }) => parent !== null) };
}

/** Whether a role may have this region: a bureau has one, an official may be bound to one, everybody else has none. */
function regionFits({ role, region }: Pick<Duties, 'role' | 'region'>, places: Places): boolean {
  if (region === null) return role !== 'bureau';
  return (role === 'bureau' || role === 'official') && places[role].some(({ code }) => code === region);
}

/** @throws Problem `region-required` where the role may not have this region */
export async function refuseWrongRegion(
  reader: Reader,
  context: Pick<Context, 'clock'>,
  duties: Duties,
): Promise<void> {
  if (regionFits(duties, await placesNow(reader, context))) return;
  const values = {};
  throw new Problem('region-required', values, {
    pointers: [{ pointer: '/region', code: 'region-required', values }],
  });
}
