/** The numbers behind a level, each with the inputs it was computed from. Pure. */
import { dayParts, monthsLeft, yearPosition } from '#api/measures/calendar.ts';
import type { Origin, StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import {
  formatAmount,
  formatBarePoints,
  formatComputed,
  formatDay,
  formatFigure,
  formatIntensity,
  formatList,
  formatPercent,
  formatRatio,
  formatGap,
  noValue,
} from '../../text/format.ts';
import { measureText } from '../../text/measure-text.ts';
import type { Words } from '../../text/messages/words.ts';

export interface ProofRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** The formula with its numbers, as a pocket calculator takes it; empty where there is nothing to reckon. */
  readonly formula: string;
  /** What is said besides: of which day, since when, by which curve. */
  readonly how: string;
  readonly origin: Origin | null;
}

interface ProofInput extends Words {
  readonly standing: StandingReply;
  readonly indicator: Indicator;
}

interface Reckoned {
  readonly formula?: string;
  readonly how?: string;
}

/** A computed row; where there is no number there is no formula either. */
const derived = (key: string, label: string, value: string, { formula = '', how = '' }: Reckoned): ProofRow => {
  const isKnown = value !== noValue;
  return { key, label, value, formula: isKnown ? formula : '', how: isKnown ? how : '', origin: null };
};

/** How a target is measured: whole, or a stock's increase; a stock that met its target at the start may owe none, or have lost it. */
function measuredAs(
  { actual, target, baseline }: StandingReply,
  { kind }: Indicator,
): 'whole' | 'increase' | 'met' | 'lost' {
  if (kind !== 'stock') return 'whole';
  if (target === null || baseline === null || baseline < target) return 'increase';
  return actual !== null && actual < target ? 'lost' : 'met';
}

/** The numbers of the formulas, written as they are typed into a calculator; shares to four decimals of a per cent. */
interface Numbers {
  /** A and T, of a stock’s increase (A − A₀) and (T − A₀). */
  readonly done: string;
  readonly planned: string;
  readonly pace: string;
  /** What was added since the earlier figure, what the pace expected meanwhile, and how many months that were. */
  readonly added: string;
  readonly expected: string;
  readonly months: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly target: string;
  readonly curvePace: string;
  /** The share of a ratio since the earlier figure. */
  readonly recentShare: string;
}

/** Enough digits to reach the next line with what is shown. */
const precise = (share: number | null): string => formatPercent(share, 4);

function numbersOf(standing: StandingReply, indicator: Indicator): Numbers {
  const { actual, target, baseline, previous, asOf, pace } = standing;
  const amount = (value: number | null): string => formatAmount(value, indicator);
  const isIncrease = measuredAs(standing, indicator) === 'increase';
  const inPart = (value: string): string => (isIncrease ? `(${value} − ${amount(baseline)})` : value);
  const before = previous.actual ?? (indicator.kind === 'stock' ? baseline : 0);
  const from = previous.asOf === null ? 0 : yearPosition(previous.asOf);
  const months = asOf === null ? 0 : Math.round((yearPosition(asOf) - from) * 1e6) / 1e6;
  return {
    done: inPart(formatFigure(actual, indicator)),
    planned: inPart(formatFigure(target, indicator)),
    pace: precise(pace),
    added: `(${amount(actual)} − ${amount(before)})`,
    expected: `(${precise(pace)} − ${precise(previous.pace)})`,
    months: String(months),
    numerator: amount(standing.numerator),
    denominator: amount(standing.denominator),
    target: formatFigure(target, indicator),
    curvePace: precise(standing.curvePace),
    recentShare: `((${amount(standing.numerator)} − ${amount(previous.numerator ?? 0)}) ÷ (${amount(standing.denominator)} − ${amount(previous.denominator ?? 0)}))`,
  };
}

const quotientOf = ({ numerator, denominator }: Numbers): string => `${numerator} ÷ ${denominator}`;

/** The rows of the proof, from the inputs to the intensity. */
export function proofRows(input: ProofInput): readonly ProofRow[] {
  return [...inputRows(input), ...paceRows(input), ...needRows(input)];
}

function inputRows({ standing, indicator, t }: ProofInput): readonly ProofRow[] {
  const { actual, target, baseline } = standing;
  const isRatio = indicator.kind === 'ratio';
  const day = t('city.proof.asOf', { day: formatDay(standing.asOf) });
  const missing = standing.missingMonths > 0 ? t('city.proof.missing', { count: standing.missingMonths }) : '';
  const rows: ProofRow[] = [
    {
      key: 'actual',
      label: t(isRatio ? 'city.proof.share' : 'city.proof.actual'),
      value: formatFigure(actual, indicator),
      formula: isRatio && actual !== null ? quotientOf(numbersOf(standing, indicator)) : '',
      how: `${day}${missing}`,
      origin: standing.provenance?.origin ?? null,
    },
    {
      key: 'target',
      label: t('city.proof.target'),
      value: formatFigure(target, indicator),
      formula: '',
      how: '',
      origin: standing.targetProvenance?.origin ?? null,
    },
  ];
  if (indicator.kind !== 'stock') return rows;
  return [...rows, derived('baseline', t('city.proof.baseline'), formatAmount(baseline, indicator), {})];
}

function paceRows({ standing, indicator, t, language }: ProofInput): readonly ProofRow[] {
  const { pace, asOf } = standing;
  const curve = t('city.proof.paceHow', {
    curve: curveText(standing, indicator, { t, language }),
    day: formatDay(asOf),
  });
  const isRatio = indicator.kind === 'ratio';
  const lost = measuredAs(standing, indicator) === 'lost' ? t('city.proof.paceLost') : null;
  const numbers = numbersOf(standing, indicator);
  const { done, planned, numerator, denominator, target } = numbers;
  const due = isRatio ? `(${target} × ${denominator})` : `(${numbers.pace} × ${planned})`;
  return [
    completionRow(standing, indicator, t),
    ...originalRow(standing, indicator, t),
    derived('pace', t('city.proof.pace'), precise(pace), {
      how: isRatio ? t('city.proof.paceRatio') : (lost ?? curve),
    }),
    derived('ratio', t('city.proof.ratio'), formatRatio(standing.scheduleRatio), {
      formula: `${isRatio ? numerator : done} ÷ ${due}`,
    }),
    derived('gapPoints', t('city.proof.gapPoints'), formatBarePoints(standing.gapPoints), {
      formula: isRatio
        ? `${precise(standing.actual)} − ${target}`
        : `${precise(standing.completion)} − ${numbers.pace}`,
    }),
    derived('gapAmount', t('city.proof.gapAmount'), formatGap(standing.gapAmount, indicator), {
      formula: lost === null ? `${isRatio ? numerator : done} − ${due}` : `${done} − ${planned}`,
    }),
  ];
}

/** The curve's name and, where it is each region's own, the years that it is the mean of or that there are none yet. */
function curveText({ ownCurve }: StandingReply, { curve }: Indicator, { t, language }: Words): string {
  const name = curve.name[language];
  if (ownCurve === null) return name;
  if (ownCurve.years.length === 0) return t('city.proof.ownCurveNone', { curve: name });
  return t('city.proof.ownCurve', { curve: name, years: formatList(ownCurve.years.map(String), language) });
}

/** The completion as a formula; in words where a stock owes no increase, of which there is no share. */
function completionRow(standing: StandingReply, indicator: Indicator, t: Words['t']): ProofRow {
  const row = { key: 'completion', label: t('city.proof.completion'), value: formatPercent(standing.completion) };
  if (measuredAs(standing, indicator) === 'met') {
    return { ...row, formula: '', how: t('city.proof.met'), origin: null };
  }
  const numbers = numbersOf(standing, indicator);
  const formula =
    indicator.kind === 'ratio'
      ? `${numbers.numerator} ÷ ${numbers.denominator} ÷ ${numbers.target}`
      : `${numbers.done} ÷ ${numbers.planned}`;
  return derived(row.key, row.label, row.value, { formula });
}

/** The completion of the target that the year began with, where it was changed since. */
function originalRow(standing: StandingReply, indicator: Indicator, t: Words['t']): readonly ProofRow[] {
  const { byOriginalTarget: by } = standing;
  if (by === null) return [];
  const original = { ...standing, target: by.target, completion: by.completion, byOriginalTarget: null };
  const row = completionRow(original, indicator, t);
  return [{ ...row, key: 'original', label: t('city.proof.original'), how: t('city.proof.originalHow') }];
}

function needRows(input: ProofInput): readonly ProofRow[] {
  const { standing, indicator, t, language } = input;
  const isRatio = indicator.kind === 'ratio';
  const since = sinceText(input);
  const intensity = derived(
    'intensity',
    t('city.proof.intensity'),
    formatIntensity(standing.intensity),
    intensityOf(standing, indicator, t),
  );
  if (!isRatio) return [...amountRows(input, since), intensity];
  const share = measureText('neededShare', standing.neededShare, language);
  const isReckoned = typeof standing.neededShare === 'number' && standing.neededShare > 0;
  const needed = { how: since, ...(isReckoned && { formula: neededShareOf(numbersOf(standing, indicator)) }) };
  return [derived('neededShare', t('city.proof.neededShare'), share, needed), intensity];
}

/** (T·D̂ − N) ÷ (D̂ − D), with D̂ = D ÷ p, the year's starts as the curve expects them. */
const neededShareOf = ({ target, denominator, curvePace, numerator }: Numbers): string =>
  `(${target} × ${denominator} ÷ ${curvePace} − ${numerator}) ÷ (${denominator} ÷ ${curvePace} − ${denominator})`;

/** From when on the recent pace is taken. */
function sinceText({ standing: { previous }, indicator, t }: ProofInput): string {
  if (!previous.asOf) return t('city.proof.sinceStart');
  return t('city.proof.since', {
    day: formatDay(previous.asOf),
    actual: formatFigure(previous.actual, indicator),
    pace: precise(previous.pace),
  });
}

/** What is left, and what a month needs and has, in amounts. */
function amountRows({ standing, indicator, t }: ProofInput, since: string): readonly ProofRow[] {
  const remaining = formatAmount(standing.remaining, indicator);
  const months = standing.asOf === null ? 0 : monthsLeft(dayParts(standing.asOf).month);
  const { added, months: between } = numbersOf(standing, indicator);
  return [
    derived(
      'remaining',
      t('city.proof.remaining'),
      remaining,
      standing.remaining === 0
        ? { how: t('city.proof.reached') }
        : { formula: `${formatFigure(standing.target, indicator)} − ${formatFigure(standing.actual, indicator)}` },
    ),
    derived('needed', t('city.proof.needed'), formatComputed(standing.neededPerMonth, indicator), {
      formula: `${remaining} ÷ ${months}`,
      how: t('city.proof.monthsLeft', { months }),
    }),
    derived('recent', t('city.proof.recent'), formatComputed(standing.recentPerMonth, indicator), {
      formula: `${added} ÷ ${between}`,
      how: since,
    }),
  ];
}

/** The formula of the intensity, except where it is 0 or without bound by definition. */
function intensityOf(standing: StandingReply, indicator: Indicator, t: Words['t']): Reckoned {
  const { remaining, recentPerMonth, intensity } = standing;
  if (remaining === 0) return { how: t('city.proof.reached') };
  const isRatio = indicator.kind === 'ratio';
  if (intensity === 'infinite')
    return { how: t(recentPerMonth !== null && recentPerMonth <= 0 ? 'city.proof.stopped' : 'city.proof.noTime') };
  const numbers = numbersOf(standing, indicator);
  return {
    formula: isRatio ? `(${neededShareOf(numbers)}) ÷ ${numbers.recentShare}` : seasonedOf(numbers),
    how: t(isRatio ? 'city.proof.intensityHowRatio' : 'city.proof.intensityHow'),
  };
}

/** [(1 − A/T) ÷ (1 − p)] ÷ [((A − A₋)/T) ÷ (p − p₋)]. */
const seasonedOf = ({ done, planned, pace, added, expected }: Numbers): string =>
  `((1 − ${done} ÷ ${planned}) ÷ (1 − ${pace})) ÷ (${added} ÷ ${planned} ÷ ${expected})`;
