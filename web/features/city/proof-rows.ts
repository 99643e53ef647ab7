/** The numbers behind a level, each with the inputs it was computed from. Pure. */
import { dayParts, monthsLeft } from '#api/measures/calendar.ts';
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
  readonly how: string;
  readonly origin: Origin | null;
}

interface ProofInput extends Words {
  readonly standing: StandingReply;
  readonly indicator: Indicator;
}

/** A computed row; where there is no number there is no formula either. */
const derived = (key: string, label: string, value: string, how: string): ProofRow => ({
  key,
  label,
  value,
  how: value === noValue ? '' : how,
  origin: null,
});

/** How a target is measured: whole, or a stock's increase; a stock that met its target at the start may owe none, or have lost it. */
function measuredAs(
  { actual, target, baseline }: StandingReply,
  { kind }: Indicator,
): 'whole' | 'increase' | 'met' | 'lost' {
  if (kind !== 'stock') return 'whole';
  if (target === null || baseline === null || baseline < target) return 'increase';
  return actual !== null && actual < target ? 'lost' : 'met';
}

/** The rows of the proof, from the inputs to the intensity. */
export function proofRows(input: ProofInput): readonly ProofRow[] {
  return [...inputRows(input), ...paceRows(input), ...needRows(input)];
}

function inputRows({ standing, indicator, t }: ProofInput): readonly ProofRow[] {
  const { actual, target, baseline, numerator, denominator } = standing;
  const isRatio = indicator.kind === 'ratio';
  const day = t('city.proof.asOf', { day: formatDay(standing.asOf) });
  const missing = standing.missingMonths > 0 ? t('city.proof.missing', { count: standing.missingMonths }) : '';
  const parts = t('city.proof.ofTarget', {
    a: formatAmount(numerator, indicator),
    b: formatAmount(denominator, indicator),
  });
  const rows: ProofRow[] = [
    {
      key: 'actual',
      label: t(isRatio ? 'city.proof.share' : 'city.proof.actual'),
      value: formatFigure(actual, indicator),
      how: `${isRatio ? `${parts}; ` : ''}${day}${missing}`,
      origin: standing.provenance?.origin ?? null,
    },
    {
      key: 'target',
      label: t('city.proof.target'),
      value: formatFigure(target, indicator),
      how: '',
      origin: standing.targetProvenance?.origin ?? null,
    },
  ];
  if (indicator.kind !== 'stock') return rows;
  return [...rows, derived('baseline', t('city.proof.baseline'), formatAmount(baseline, indicator), '')];
}

function paceRows({ standing, indicator, t, language }: ProofInput): readonly ProofRow[] {
  const { completion, pace, asOf } = standing;
  const curve = t('city.proof.paceHow', {
    curve: curveText(standing, indicator, { t, language }),
    day: formatDay(asOf),
  });
  const judgedAllYear = indicator.kind === 'ratio' ? t('city.proof.paceRatio') : null;
  const lost = measuredAs(standing, indicator) === 'lost' ? t('city.proof.paceLost') : null;
  const [done, expected] = [formatPercent(completion), formatPercent(pace)];
  return [
    completionRow(standing, indicator, t),
    derived('pace', t('city.proof.pace'), expected, judgedAllYear ?? lost ?? curve),
    derived(
      'ratio',
      t('city.proof.ratio'),
      formatRatio(standing.scheduleRatio),
      t('city.proof.ofTarget', { a: done, b: expected }),
    ),
    derived(
      'gapPoints',
      t('city.proof.gapPoints'),
      formatBarePoints(standing.gapPoints),
      indicator.kind === 'ratio'
        ? t('city.proof.less', { a: formatPercent(standing.actual), b: formatPercent(standing.target) })
        : t('city.proof.less', { a: done, b: expected }),
    ),
    derived(
      'gapAmount',
      t('city.proof.gapAmount'),
      formatGap(standing.gapAmount, indicator),
      gapAmountHow(standing, indicator, t),
    ),
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
  const { actual, target, baseline, completion } = standing;
  const measured = measuredAs(standing, indicator);
  const row = { key: 'completion', label: t('city.proof.completion'), value: formatPercent(completion) };
  if (measured === 'met') return { ...row, how: t('city.proof.met'), origin: null };
  const base = formatAmount(baseline, indicator);
  const inPart = (value: string): string => (measured === 'increase' ? `(${value} − ${base})` : value);
  const parts = { a: inPart(formatFigure(actual, indicator)), b: inPart(formatFigure(target, indicator)) };
  return derived(row.key, row.label, row.value, t('city.proof.ofTarget', parts));
}

/** Done less expected: A − p·T; a share's numerator less the target share of its denominator; a stock's increase likewise, or all of a lost one. */
function gapAmountHow(standing: StandingReply, indicator: Indicator, t: Words['t']): string {
  const { actual, target, pace, baseline, numerator, denominator } = standing;
  if (indicator.kind === 'ratio') {
    const b = `${formatPercent(target)} × ${formatAmount(denominator, indicator)}`;
    return t('city.proof.less', { a: formatAmount(numerator, indicator), b });
  }
  const [a, b, share] = [formatAmount(actual, indicator), formatAmount(target, indicator), formatPercent(pace)];
  if (measuredAs(standing, indicator) === 'lost') return t('city.proof.less', { a, b });
  if (indicator.kind === 'flow') return t('city.proof.less', { a, b: `${share} × ${b}` });
  const base = formatAmount(baseline, indicator);
  return t('city.proof.less', { a: `(${a} − ${base})`, b: `${share} × (${b} − ${base})` });
}

function needRows(input: ProofInput): readonly ProofRow[] {
  const { standing, indicator, t, language } = input;
  const isRatio = indicator.kind === 'ratio';
  const since = sinceText(input);
  const intensity = derived(
    'intensity',
    t('city.proof.intensity'),
    formatIntensity(standing.intensity),
    intensityHow(standing, isRatio, t),
  );
  if (!isRatio) return [...amountRows(input, since), intensity];
  const share = measureText('neededShare', standing.neededShare, language);
  return [derived('neededShare', t('city.proof.neededShare'), share, since), intensity];
}

/** From when on the recent pace is taken. */
function sinceText({ standing: { previous }, indicator, t }: ProofInput): string {
  if (!previous.asOf) return t('city.proof.sinceStart');
  return t('city.proof.since', {
    day: formatDay(previous.asOf),
    actual: formatFigure(previous.actual, indicator),
    pace: formatPercent(previous.pace),
  });
}

/** What is left, and what a month needs and has, in amounts. */
function amountRows({ standing, indicator, t }: ProofInput, since: string): readonly ProofRow[] {
  const remaining = formatAmount(standing.remaining, indicator);
  const months = standing.asOf === null ? 0 : monthsLeft(dayParts(standing.asOf).month);
  const how =
    standing.remaining === 0
      ? t('city.proof.reached')
      : t('city.proof.less', {
          a: formatFigure(standing.target, indicator),
          b: formatFigure(standing.actual, indicator),
        });
  const needed = standing.neededPerMonth === null ? '' : t('city.proof.monthsLeft', { remaining, months });
  return [
    derived('remaining', t('city.proof.remaining'), remaining, how),
    derived('needed', t('city.proof.needed'), formatComputed(standing.neededPerMonth, indicator), needed),
    derived('recent', t('city.proof.recent'), formatComputed(standing.recentPerMonth, indicator), since),
  ];
}

/** The formula of the intensity, except where it is 0 or without bound by definition. */
function intensityHow({ remaining, recentPerMonth }: StandingReply, isRatio: boolean, t: Words['t']): string {
  if (remaining === 0) return t('city.proof.reached');
  if (recentPerMonth !== null && recentPerMonth <= 0) return t('city.proof.stopped');
  return t(isRatio ? 'city.proof.intensityHowRatio' : 'city.proof.intensityHow');
}
