/** Whether the values of a table need their origin marked one by one. Pure. */
import { createContext } from 'react';
import type { Origin, StandingReply } from '#api/http/shapes.ts';

/** What a value was made from: a figure has one origin, a computed one those of its parts. */
export type OriginsOfValue = readonly (Origin | null | undefined)[];

/** `all`: every value is invented, so that one note says it; `some`: those that are have a dagger; `none`. */
export function inventedAmong(values: readonly OriginsOfValue[]): 'all' | 'some' | 'none' {
  const known = values.filter((origins) => origins.some((origin) => origin !== null && origin !== undefined));
  const invented = known.filter((origins) => origins.includes('invented')).length;
  return invented === 0 ? 'none' : invented === known.length ? 'all' : 'some';
}

/** The origins of a completion: the figure's and the target's. */
export const completionOrigins = (
  standing: Pick<StandingReply, 'provenance' | 'targetProvenance'> | null | undefined,
): OriginsOfValue => [standing?.provenance?.origin, standing?.targetProvenance?.origin];

/** Whether a note under the table says already that all of it is invented. */
export const IsSaidByNote = createContext(false);
