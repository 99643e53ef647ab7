/** What a reviewer should look at in a figure: a hint with its numbers, never a block. Pure. */
import { robustScore, unusualScore, usualOf } from '../measures/robust-score.ts';
import { levels } from '../measures/vocabulary.ts';
import type { Figure, Standing } from '../measures/vocabulary.ts';
import type { Absence } from '../figures/absence.ts';
import type { Hint } from './contract.ts';
import { inBaseUnits, inUnit } from '../figures/figure-text.ts';
import { figureAt, preview, toFigures, type PreviewIndicator, type PreviewInput } from './preview.ts';

/** An indicator as hints need it. */
export type HintIndicator = PreviewIndicator & { readonly code: string; readonly numeratorFrom: string | null };

export type HintInput = Omit<PreviewInput, 'indicator'> & { readonly indicator: HintIndicator };

/** A hint before it is told of which indicator it is; null where there is nothing to see. */
type Found = Omit<Hint, 'indicator'> | null;

/** What a hint weighs; a jump weighs this where there is no target to measure it by. */
const weights: Readonly<Record<Hint['code'], number>> = {
  falling: 16,
  jump: 4,
  'not-yet-known': 4,
  'not-reported': 4,
  'on-the-line': 3,
  copied: 3,
  'would-be-behind': 2,
  'far-from-last-year': 1,
};

/** The least and the most that a jump weighs. */
const jumpWeights = { least: 2, most: 6 };

/** How much a submission wants a reader's eye: the sum of its hints' weights. Orders the review queue. */
export function riskOf(hints: readonly Pick<Hint, 'weight'>[]): number {
  return hints.reduce((risk, { weight }) => risk + weight, 0);
}

/**
 * The hints of one figure. `value` and `against` are in the indicator's unit; those of `would-be-behind` are shares.
 *
 * - `falling`: the cumulative, against the accepted one before it, which is greater
 * - `jump`: its increment a month, against the median one of this year and last, above which it lies by more than 3.5 of
 *   their spreads; it weighs more the more of the year's target it is beyond that median
 * - `copied`: the figure, against the same one of last month or of the same month last year; counts may well stay
 * - `on-the-line`: the figure, against the next lower one that can be written, which would have given a worse level;
 *   a count only where it meets its target exactly
 * - `would-be-behind`: the completion, against the pace
 * - `far-from-last-year`: the cumulative, against that of the same month last year, where their quotient lies by more than
 *   3.5 spreads off the one that the year's earlier months had
 */
export function hintsOf(input: HintInput): Hint[] {
  const { indicator } = input;
  // A numerator that is another indicator's figure has its hints there.
  const ofValue = indicator.numeratorFrom === null ? [falling, jump, copied, farFromLastYear] : [];
  const after = preview(input);
  return [...ofValue.map((look) => look(input)), onTheLine(input, after), wouldBeBehind(after)].flatMap((found) =>
    found === null ? [] : [{ ...found, indicator: indicator.code }],
  );
}

/**
 * What strikes in an indicator without a figure; null where nothing does.
 *
 * - `not-yet-known`: a required one was answered so; the month may be sent, and its figure is still missing
 * - `not-reported`: an earlier month of the year was accepted with it; `against` is that month's figure, in its unit, on which
 *   the city then stands
 */
export function absenceHint(
  { code: indicator, required }: Pick<HintIndicator, 'code'> & { readonly required: boolean },
  absence: Absence | null,
  { accepted }: Pick<PreviewInput['context'], 'accepted'>,
): Hint | null {
  if (absence === 'not-yet-known' && required) {
    return { code: absence, indicator, value: null, against: null, weight: weights[absence] };
  }
  const last = accepted.toSorted((a, b) => a.month - b.month).at(-1);
  if (last === undefined) return null;
  const code = 'not-reported';
  return { code, indicator, value: null, against: last.cumulative, weight: weights[code] };
}

function falling(input: HintInput): Found {
  const before = earlierOf(input).at(-1)?.cumulative ?? startOf(input);
  return before !== null && input.figure.cumulative < before
    ? numbers('falling', input, input.figure.cumulative, before)
    : null;
}

function jump(input: HintInput): Found {
  const thisYear = increments(earlierOf(input), startOf(input));
  const lastYear = increments(toFigures(input.context.lastYear, input.indicator.scale), startOfLastYear(input));
  // A month that added nothing says nothing of how much a month adds.
  const adding = [...lastYear, ...thisYear].filter((increment) => increment > 0);
  const usual = usualOf(adding, finestOf(input));
  const now = increments([...earlierMonthsOf(input), nowOf(input)], startOf(input)).at(-1);
  if (usual === null || now === undefined || robustScore(now, usual) <= unusualScore) return null;
  return { ...numbers('jump', input, now, usual.median), weight: jumpWeight(input, now - usual.median) };
}

/** By how many tenths of what the year must add a month exceeds the usual one. */
function jumpWeight(input: HintInput, surplus: number): number {
  const { context, indicator } = input;
  const start = startOf(input);
  if (context.target === null || indicator.kind === 'ratio' || start === null) return weights.jump;
  const ofYear = inBaseUnits(context.target, indicator.scale) - start;
  if (ofYear <= 0) return weights.jump;
  return Math.min(jumpWeights.most, jumpWeights.least + Math.floor((10 * surplus) / ofYear));
}

function copied(input: HintInput): Found {
  const { figure, indicator, month } = input;
  if (indicator.decimals === 0 || figure.cumulative === 0) return null;
  const lastMonth = earlierMonthsOf(input).findLast((earlier) => earlier.month === month - 1);
  const same = [lastMonth, sameMonthLastYear(input)].find((earlier) => earlier?.cumulative === figure.cumulative);
  return same === undefined ? null : numbers('copied', input, figure.cumulative, same.cumulative);
}

function farFromLastYear(input: HintInput): Found {
  const { context, indicator } = input;
  const lastYear = toFigures(context.lastYear, indicator.scale);
  const quotientOf = ({ month, cumulative }: Figure): number[] => {
    const then = lastYear.find((figure) => figure.month === month)?.cumulative ?? 0;
    return then > 0 ? [cumulative / then] : [];
  };
  const [now] = quotientOf(nowOf(input));
  const then = sameMonthLastYear(input)?.cumulative ?? 0;
  const usual = usualOf(earlierMonthsOf(input).flatMap(quotientOf), finestOf(input) / Math.max(then, 1));
  if (usual === null || now === undefined || Math.abs(robustScore(now, usual)) <= unusualScore) return null;
  return numbers('far-from-last-year', input, input.figure.cumulative, then);
}

function onTheLine(input: HintInput, after: Standing): Found {
  const { figure, indicator } = input;
  if (indicator.decimals === 0 && after.completion !== 1) return null;
  const lower = figure.cumulative - finestOf(input);
  if (lower < 0) return null;
  const { level } = preview({ ...input, figure: { ...figure, cumulative: lower } });
  const isWorse = levels.indexOf(level) > levels.indexOf(after.level);
  return isWorse ? numbers('on-the-line', input, figure.cumulative, lower) : null;
}

function wouldBeBehind({ level, completion, pace }: Standing): Found {
  const code = 'would-be-behind';
  return level === 'behind' ? { code, value: completion, against: pace, weight: weights[code] } : null;
}

const numbers = (code: Hint['code'], { indicator }: HintInput, value: number, against: number): NonNullable<Found> => ({
  code,
  value: inUnit(value, indicator.scale),
  against: inUnit(against, indicator.scale),
  weight: weights[code],
});

/** The smallest difference that can be written, base units. */
const finestOf = ({ indicator: { scale, decimals } }: HintInput): number => scale / 10 ** decimals;

const nowOf = ({ month, asOf, figure }: HintInput): Figure => figureAt(month, asOf, figure);

/** Accepted figures of this year before this one; the month itself may have been accepted as of an earlier day. */
function earlierOf({ context, indicator, asOf }: HintInput): Figure[] {
  const accepted = toFigures(context.accepted, indicator.scale);
  return accepted.filter((figure) => figure.asOf < asOf).toSorted((a, b) => a.month - b.month);
}

const earlierMonthsOf = (input: HintInput): Figure[] => earlierOf(input).filter((figure) => figure.month < input.month);

const sameMonthLastYear = ({ context, indicator, month }: HintInput): Figure | undefined =>
  toFigures(context.lastYear, indicator.scale).find((figure) => figure.month === month);

function startOf({ indicator, context }: HintInput): number | null {
  if (indicator.kind !== 'stock') return 0;
  return context.baseline === null ? null : inBaseUnits(context.baseline, indicator.scale);
}

const startOfLastYear = ({ indicator }: HintInput): number | null => (indicator.kind === 'stock' ? null : 0);

/** What was added a month between one figure and the next, the first one since the start of the year where that is known. */
function increments(figures: readonly Figure[], start: number | null): number[] {
  return figures.flatMap((figure, at) => {
    const earlier = figures[at - 1];
    const before = earlier?.cumulative ?? start;
    return before === null ? [] : [(figure.cumulative - before) / (figure.month - (earlier?.month ?? 0))];
  });
}
