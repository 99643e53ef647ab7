/** Between what the province lies while figures of a month are missing. */
import { acceptedUpTo } from './accepted.ts';
import type { Amounts } from './accepted.ts';
import { totalOf } from './contributions.ts';
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
  /** If each missing city had its own share of last year's same month, never less than it had; null where last year is not known of all. */
  readonly usual: ProvinceBound | null;
}

/**
 * The bounds at the input's month; null where no city is missing or none is there, and of a stock whose levels at the end
 * of last year are not all known. Example: A reports 500 and B nothing after 200; last year A had 400 and B 200 by then. Zero
 * is 500 + 200, as usual 500 + 500 · 200/400.
 */
export function provinceBounds({ kind, month, cities }: ProvinceInput): ProvinceBounds | null {
  const asked = cities.filter(({ target }) => target !== null);
  const own = asked.map((city) => city.figures.find((figure) => figure.month === month) ?? null);
  const missing = own.filter((figure) => figure === null).length;
  if (missing === 0 || missing === asked.length) return null;
  if (kind === 'stock' && asked.some(({ baseline }) => baseline === null)) return null;
  const zero = asked.map((city, index) => own[index] ?? lastOf(city, month));
  const usual = usualOf(asked, own, month);
  return {
    missing,
    zero: boundOf(asked, zero),
    usual:
      usual === null
        ? null
        : boundOf(
            asked,
            usual.map((amounts, index) => atLeast(amounts, zero[index] ?? amounts)),
          ),
  };
}

/** What a city had before the month; a flow and a ratio begin the year with nothing, a stock with its level. */
function lastOf(city: StandingInput, month: number): Amounts {
  const start = city.kind === 'stock' ? (city.baseline ?? 0) : 0;
  const none = { cumulative: start, denominator: city.kind === 'ratio' ? 0 : null };
  return acceptedUpTo(city.figures, month).at(-1) ?? none;
}

/** What is there, and for a missing city its share of last year's month: its amount then, by how much those that are there have grown. */
function usualOf(
  cities: readonly StandingInput[],
  own: readonly (Amounts | null)[],
  month: number,
): readonly Amounts[] | null {
  const then = cities.flatMap((city) => city.lastYear.find((figure) => figure.month === month) ?? []);
  if (then.length < cities.length) return null;
  const now = totalOf(own.filter((amounts) => amounts !== null));
  const sameThen = totalOf(then.filter((_, index) => own[index] !== null));
  const estimated = then.map((amounts, index): Amounts | null => {
    const there = own[index] ?? null;
    if (there !== null) return there;
    const cumulative = grown(amounts.cumulative, now.cumulative, sameThen.cumulative);
    const denominator =
      amounts.denominator === null ? null : grown(amounts.denominator, now.denominator ?? 0, sameThen.denominator ?? 0);
    const isUnknown = cumulative === null || (amounts.denominator !== null && denominator === null);
    return isUnknown ? null : { cumulative, denominator };
  });
  const known = estimated.filter((amounts) => amounts !== null);
  return known.length < estimated.length ? null : known;
}

/** What a part of a whole is of what the whole has become; null where the whole was nothing. */
const grown = (part: number, now: number, then: number): number | null =>
  then === 0 ? null : Math.round((part * now) / then);

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
