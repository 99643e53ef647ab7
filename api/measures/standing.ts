/** The standing of one region on one indicator: the question that the whole product answers. */
import { assess } from './assessment.ts';
import type { Standing, StandingInput } from './vocabulary.ts';
import { wayOut } from './way-out.ts';

export type { StandingInput } from './vocabulary.ts';

/**
 * How a region stands at a month, with its proof and its way out.
 *
 * Flow: completion A/T, schedule ratio A/(p·T), gap A − p·T. Stock: the same on the increase over last year's end;
 * without that baseline there is no increase to judge and the level is `no-data`. Ratio: N/D against the target
 * share, pace 1 all year; without a denominator it does not apply yet, `no-data`, never behind. A ratio counts as
 * achieved while its share is at or above the target, and may lose that again.
 *
 * A figure older than the month asked for is judged at its own date; `basis.missingMonths` says how old it is.
 * Amounts are base units and may be fractional where they are quotients; shares are fractions.
 */
export function standing(input: StandingInput): Standing {
  const assessed = assess(input);
  return { ...assessed, wayOut: wayOut(input, assessed) };
}
