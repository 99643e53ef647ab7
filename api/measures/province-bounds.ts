/** Between what the province lies while figures of a month are missing. */
import { acceptedUpTo } from './accepted.ts';
import type { Amounts } from './accepted.ts';
import { totalOf } from './contributions.ts';
import { sameDateLastYear } from './last-year.ts';
import type { ProvinceInput } from './roll-up.ts';
import { shareScale } from './vocabulary.ts';
import type { StandingInput } from './vocabulary.ts';

/** What the sums would come to, base units; `completion` of all targets, a fraction, null where nothing is to be done. */
export interface ProvinceBound extends Amounts {
  readonly completion: number | null;
}

export interface ProvinceBounds {
  /** How many cities with a target have no figure of the very month. */
  readonly missing: number;
  /** If nothing was added where a month is missing: a cumulative stays what it was, 0 where the year has none. */
  readonly zero: ProvinceBound;
  /** If each missing city had grown as in its own last year until the same month, never less than it had; null where that is not known of all. */
  readonly usual: ProvinceBound | null;
}

/**
 * The bounds at the input's month; null where no city is missing or none is there, and of a stock whose levels at the end
 * of last year are not all known. Example: A reports 500, B nothing after 200 in May; last year B had 160 in May and 200 in
 * June. Zero is 500 + 200, as usual 500 + 200 · 200/160 = 750.
 */
export function provinceBounds({ kind, month, cities }: ProvinceInput): ProvinceBounds | null {
  const asked = cities.filter(({ target }) => target !== null);
  const own = asked.map((city) => city.figures.find((figure) => figure.month === month) ?? null);
  const missing = own.filter((figure) => figure === null).length;
  if (missing === 0 || missing === asked.length) return null;
  if (kind === 'stock' && asked.some(({ baseline }) => baseline === null)) return null;
  const zero = asked.map((city, index) => own[index] ?? lastOf(city, month));
  const usual = asked.map((city, index) => own[index] ?? usualOf(city, month));
  const known = usual.filter((amounts) => amounts !== null);
  return {
    missing,
    zero: boundOf(asked, zero),
    usual:
      known.length < usual.length
        ? null
        : boundOf(
            asked,
            known.map((amounts, index) => atLeast(amounts, zero[index] ?? amounts)),
          ),
  };
}

/** What a city had before the month; a flow and a ratio begin the year with nothing, a stock with its level. */
function lastOf(city: StandingInput, month: number): Amounts {
  const start = city.kind === 'stock' ? (city.baseline ?? 0) : 0;
  const none = { cumulative: start, denominator: city.kind === 'ratio' ? 0 : null };
  return acceptedUpTo(city.figures, month).at(-1) ?? none;
}

/** What a city would have by its own last year: its latest figure, grown as it grew then from that day to the month's end. */
function usualOf({ kind, figures, lastYear }: StandingInput, month: number): Amounts | null {
  const latest = acceptedUpTo(figures, month).at(-1);
  const end = lastYear.find((figure) => figure.month === month);
  const then = latest === undefined ? null : sameDateLastYear(kind, lastYear, latest.asOf);
  if (latest === undefined || end === undefined || then === null) return null;
  const cumulative = grown(latest.cumulative, end.cumulative, then.cumulative);
  if (cumulative === null || latest.denominator === null)
    return cumulative === null ? null : { cumulative, denominator: null };
  const denominator = grown(latest.denominator, end.denominator ?? 0, then.denominator ?? 0);
  return denominator === null ? null : { cumulative, denominator };
}

/** An amount that grows as another one grew, in whole base units; null where that one was nothing. */
const grown = (amount: number, to: number, from: number): number | null =>
  from <= 0 ? null : Math.round((amount * to) / from);

/** No cumulative falls. */
const atLeast = (amounts: Amounts, before: Amounts): Amounts => ({
  cumulative: Math.max(amounts.cumulative, before.cumulative),
  denominator: amounts.denominator === null ? null : Math.max(amounts.denominator, before.denominator ?? 0),
});

function boundOf(cities: readonly StandingInput[], amounts: readonly Amounts[]): ProvinceBound {
  const isRatio = cities.some(({ kind }) => kind === 'ratio');
  const { cumulative, denominator } = totalOf(amounts);
  const base = cities.reduce((sum, { kind, baseline }) => sum + (kind === 'stock' ? (baseline ?? 0) : 0), 0);
  const planned = cities.reduce((sum, { target }, index) => {
    const weight = isRatio ? (amounts[index]?.denominator ?? 0) / shareScale : 1;
    return sum + (target ?? 0) * weight;
  }, 0);
  const toDo = planned - base;
  return {
    cumulative,
    denominator: isRatio ? denominator : null,
    completion: toDo <= 0 ? null : (cumulative - base) / toDo,
  };
}
