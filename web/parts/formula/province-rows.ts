/** The province's numbers as formulas of its cities' sums, which stand beside them city by city. Pure. */
import { dayParts, monthsLeft } from '#api/measures/calendar.ts';
import type { Progress } from '#api/measures/progress.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { ProvinceStandingReply } from '#api/standings/contract.ts';
import {
  formatAmount,
  formatBarePoints,
  formatComputed,
  formatFigure,
  formatGap,
  formatIntensity,
  formatPercent,
  formatRatio,
  noValue,
} from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { ProofRow } from '../proof/proof-rows.ts';
import type { Term } from './province-terms.ts';

interface Sums extends Words {
  readonly line: ProvinceStandingReply;
  readonly indicator: Indicator;
  readonly terms: readonly Term[];
  readonly sum: Progress;
}

/** Amounts that are added up or divided keep four digits more than the indicator has, so that the next line is reached. */
export const fine = (value: number | null, { decimals }: Pick<Indicator, 'decimals'>): string =>
  formatAmount(value, { decimals: decimals + 4 });

const precise = (share: number | null): string => formatPercent(share, 4);

type Row = readonly [key: string, label: string, value: string, formula: string];

/** The rows that have a value, in the order of a city's proof. */
export function provinceRows(sums: Sums): readonly ProofRow[] {
  const rows = [...doneRows(sums), ...paceRows(sums), ...needRows(sums), ...targetRows(sums)];
  return rows.flatMap(([key, label, value, formula]) =>
    value === noValue ? [] : [{ key, label, value, formula, how: '', origin: null }],
  );
}

const added = (values: readonly string[]): string => values.join(' + ');

function doneRows({ line, indicator, terms, sum, t }: Sums): readonly Row[] {
  const amount = (value: number | null): string => formatAmount(value, indicator);
  const each = (valueOf: (term: Term) => number | null): string =>
    added(terms.map((term) => signless(valueOf(term), indicator)));
  const [done, planned] = [amount(sum.done), fine(sum.planned, indicator)];
  const by = line.byOriginalTarget;
  const completion: Row = [
    'completion',
    t('city.proof.completion'),
    formatPercent(line.completion),
    `${done} ÷ ${planned}`,
  ];
  const original: readonly Row[] =
    by === null
      ? []
      : [
          [
            'original',
            t('city.proof.original'),
            formatPercent(by.completion),
            `${done} ÷ ${originalPlanned(line, sum, indicator)}`,
          ],
        ];
  if (indicator.kind === 'ratio') {
    const [whole, target] = [amount(sum.whole), `${planned} ÷ ${amount(sum.whole)}`];
    return [
      ['share', t('city.proof.share'), formatPercent(line.actual), `${done} ÷ ${whole}`],
      ['target', t('formula.weighted'), formatPercent(line.target), target],
      completion,
      ...original,
    ];
  }
  return [
    ['actual', t('city.proof.actual'), amount(line.actual), each(({ standing }) => standing.actual)],
    ['target', t('formula.target'), amount(line.target), each(({ standing }) => standing.target)],
    completion,
    ...original,
  ];
}

/** What the original targets ask: T₀, of a stock the increase up to it, of a ratio T₀·D. */
function originalPlanned(
  { byOriginalTarget, actual }: ProvinceStandingReply,
  sum: Progress,
  indicator: Indicator,
): string {
  const target = byOriginalTarget?.target ?? 0;
  if (indicator.kind === 'ratio') return `(${precise(target)} × ${formatAmount(sum.whole, indicator)})`;
  const base = (actual ?? 0) - sum.done;
  return formatAmount(target - base, indicator);
}

function paceRows({ line, indicator, sum, t }: Sums): readonly Row[] {
  const isRatio = indicator.kind === 'ratio';
  const [done, expected] = [formatAmount(sum.done, indicator), fine(sum.expected, indicator)];
  return [
    [
      'pace',
      t('city.proof.pace'),
      isRatio ? noValue : precise(line.pace),
      `${expected} ÷ ${fine(sum.planned, indicator)}`,
    ],
    ['ratio', t('city.proof.ratio'), formatRatio(line.scheduleRatio), `${done} ÷ ${expected}`],
    [
      'gapPoints',
      t('city.proof.gapPoints'),
      formatBarePoints(line.gapPoints),
      isRatio
        ? `${precise(line.actual)} − ${precise(line.target)}`
        : `${precise(line.completion)} − ${precise(line.pace)}`,
    ],
    ['gapAmount', t('city.proof.gapAmount'), formatGap(line.gapAmount, indicator), `${done} − ${expected}`],
  ];
}

function needRows(sums: Sums): readonly Row[] {
  const { line, indicator, terms, sum, t } = sums;
  const { remaining } = line;
  const isReckoned = remaining !== null && remaining > 0;
  const left = `${fine(sum.yearTotal, indicator)} − ${formatAmount(sum.done, indicator)}`;
  const recently = `${signless(sum.recentDone, indicator)} ÷ ${fine(sum.recentExpected, indicator)}`;
  const isFinite = isReckoned && typeof line.intensity === 'number';
  const ends: readonly Row[] = [
    ['remaining', t('city.proof.remaining'), formatAmount(remaining, indicator), isReckoned ? left : ''],
    [
      'intensity',
      t('city.proof.intensity'),
      formatIntensity(line.intensity),
      isFinite ? `((${left}) ÷ ${fine(sum.ahead, indicator)}) ÷ (${recently})` : '',
    ],
  ];
  if (indicator.kind === 'ratio') return ends;
  const latest = Math.max(...terms.map(({ standing }) => (standing.asOf === null ? 0 : dayParts(standing.asOf).month)));
  const months = monthsLeft(latest);
  const needed = isReckoned && months > 0 ? `(${left}) ÷ ${months}` : '';
  const recent = added(terms.map(({ standing }) => signless(standing.recentPerMonth, indicator, 4)));
  return [
    ...ends,
    ['needed', t('city.proof.needed'), formatComputed(line.neededPerMonth, indicator), needed],
    ['recent', t('city.proof.recent'), formatComputed(line.recentPerMonth, indicator), recent],
    ...projectionRows(sums),
  ];
}

/** The sum of the cities' projections, where each has one. */
function projectionRows({ line, indicator, terms, t }: Sums): readonly Row[] {
  const projected = terms.map(({ projection }) => projection ?? null);
  if (projected.includes(null)) return [];
  const formula = added(projected.map((one) => fine(one, indicator)));
  return [['projection', t('city.proof.projection'), formatAmount(line.projection, indicator), formula]];
}

/** As it is typed into a calculator: one that is below nothing as a difference. */
function signless(value: number | null, { decimals }: Pick<Indicator, 'decimals'>, more = 0): string {
  return formatAmount(value, { decimals: decimals + more }).replace(/^−(.*)$/, '(0 − $1)');
}

function targetRows({ line, indicator, sum, t }: Sums): readonly Row[] {
  const { ownTarget, ownCompletion } = line;
  const base = indicator.kind === 'stock' ? (line.actual ?? 0) - sum.done : 0;
  const own =
    indicator.kind === 'ratio'
      ? `(${precise(ownTarget)} × ${formatAmount(sum.whole, indicator)})`
      : formatAmount((ownTarget ?? 0) - base, indicator);
  return [
    [
      'own',
      t('formula.own', { target: formatFigure(ownTarget, indicator) }),
      formatPercent(ownCompletion),
      `${formatAmount(sum.done, indicator)} ÷ ${own}`,
    ],
  ];
}
