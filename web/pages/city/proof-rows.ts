/** The numbers behind a level, each with the inputs it was computed from. Pure. */
import { dayParts, monthsLeft } from '#api/measures/calendar.ts';
import type { Language } from '#api/http/problem.ts';
import type { Origin, StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import {
  formatAmount,
  formatBarePoints,
  formatComputed,
  formatDay,
  formatFigure,
  formatIntensity,
  formatPercent,
  formatRatio,
  formatGap,
} from '../../format.ts';
import { measureText } from '../../measure-text.ts';
import type { Text } from '../../messages/catalogue.ts';

export interface ProofRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly how: string;
  readonly origin: Origin | null;
}

interface ProofWords {
  readonly t: Text;
  readonly language: Language;
}

interface ProofInput extends ProofWords {
  readonly standing: StandingReply;
  readonly indicator: Indicator;
}

const derived = (key: string, label: string, value: string, how: string): ProofRow => ({
  key,
  label,
  value,
  how,
  origin: null,
});

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
  const curve = t('city.proof.paceHow', { curve: indicator.curve.name[language], day: formatDay(asOf) });
  const [done, expected] = [formatPercent(completion), formatPercent(pace)];
  return [
    derived('completion', t('city.proof.completion'), done, completionHow(standing, indicator, t)),
    derived('pace', t('city.proof.pace'), expected, indicator.kind === 'ratio' ? t('city.proof.paceRatio') : curve),
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

function completionHow({ actual, target, baseline }: StandingReply, indicator: Indicator, t: Text): string {
  const [a, b] = [formatFigure(actual, indicator), formatFigure(target, indicator)];
  if (indicator.kind !== 'stock') return t('city.proof.ofTarget', { a, b });
  const base = formatAmount(baseline, indicator);
  return t('city.proof.ofTarget', { a: `(${a} − ${base})`, b: `(${b} − ${base})` });
}

/** Done less expected: A − p·T; a share's numerator less the target share of its denominator; a stock's increase likewise. */
function gapAmountHow(standing: StandingReply, indicator: Indicator, t: Text): string {
  const { actual, target, pace, baseline, numerator, denominator } = standing;
  if (indicator.kind === 'ratio') {
    const b = `${formatPercent(target)} × ${formatAmount(denominator, indicator)}`;
    return t('city.proof.less', { a: formatAmount(numerator, indicator), b });
  }
  const [a, b, share] = [formatAmount(actual, indicator), formatAmount(target, indicator), formatPercent(pace)];
  if (indicator.kind === 'flow') return t('city.proof.less', { a, b: `${share} × ${b}` });
  const base = formatAmount(baseline, indicator);
  return t('city.proof.less', { a: `(${a} − ${base})`, b: `${share} × (${b} − ${base})` });
}

function needRows({ standing, indicator, t, language }: ProofInput): readonly ProofRow[] {
  const isRatio = indicator.kind === 'ratio';
  const { previous, asOf } = standing;
  const since = previous.asOf
    ? t('city.proof.since', {
        day: formatDay(previous.asOf),
        actual: formatFigure(previous.actual, indicator),
        pace: formatPercent(previous.pace),
      })
    : t('city.proof.sinceStart');
  const months = asOf === null ? 0 : monthsLeft(dayParts(asOf).month);
  const remaining = formatAmount(standing.remaining, indicator);
  const intensity = derived(
    'intensity',
    t('city.proof.intensity'),
    formatIntensity(standing.intensity),
    t(isRatio ? 'city.proof.intensityHowRatio' : 'city.proof.intensityHow'),
  );
  if (isRatio) {
    return [
      derived(
        'neededShare',
        t('city.proof.neededShare'),
        measureText('neededShare', standing.neededShare, language),
        since,
      ),
      intensity,
    ];
  }
  const needed = standing.neededPerMonth === null ? '' : t('city.proof.monthsLeft', { remaining, months });
  return [
    derived(
      'remaining',
      t('city.proof.remaining'),
      remaining,
      t('city.proof.less', {
        a: formatFigure(standing.target, indicator),
        b: formatFigure(standing.actual, indicator),
      }),
    ),
    derived('needed', t('city.proof.needed'), formatComputed(standing.neededPerMonth, indicator), needed),
    derived('recent', t('city.proof.recent'), formatComputed(standing.recentPerMonth, indicator), since),
    intensity,
  ];
}
