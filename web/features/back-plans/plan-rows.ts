/** The numbers of a back-scheduled plan as formulas, each with the terms that the reply has of it. Pure. */
import type { BackPlanLine, FollowedReply, PlanContent, ReplyBase } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { exactly } from '../../parts/formula/exactly.ts';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import {
  formatAmount,
  formatComputed,
  formatDay,
  formatGap,
  formatMonth,
  formatMonthName,
  formatPercent,
  formatRatio,
  noValue,
} from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { periodName } from './period-name.ts';

/** What the formulas of a plan need of it, written or being written. */
export type ReckonedPlan = Pick<
  PlanContent,
  | 'asOf'
  | 'target'
  | 'reached'
  | 'remaining'
  | 'parts'
  | 'projects'
  | 'credibility'
  | 'coverage'
  | 'bestMonth'
  | 'bestIn'
  | 'recentPerMonth'
  | 'recentOf'
> & {
  /** What its parts add up to: of a plan that is kept what is left. */
  readonly sum: number;
};

interface Asked extends Words {
  readonly indicator: Indicator;
}

type Row = readonly [key: string, label: string, value: string, formula: string, how?: string];

const known = (rows: readonly Row[]): readonly ProofRow[] =>
  rows.flatMap(([key, label, value, formula, how = '']) =>
    value === noValue ? [] : [{ key, label, value, formula, how, origin: null }],
  );

/** Its sums, each month against what was done before, and how far projects cover it. */
export function planRows(plan: ReckonedPlan, { indicator, t, language }: Asked): readonly ProofRow[] {
  const { asOf, remaining, sum, parts, credibility, bestMonth, recentPerMonth } = plan;
  const exact = (value: number | null): string => exactly(value, indicator);
  const added = (own: readonly { readonly amount: number }[]): string =>
    own.map(({ amount }) => exact(amount)).join(' + ');
  const apart = formatGap(sum - remaining, indicator);
  return known([
    remainingRow('remaining', plan, { indicator, t, language }),
    ['sum', t('backPlans.rows.sum'), exact(sum), added(parts)],
    ...(sum === remaining
      ? []
      : [['apart', t('backPlans.rows.apart'), apart, `${exact(sum)} − ${exact(remaining)}`] as const]),
    ...speedRows(plan, { indicator, t, language }),
    ...credibility.flatMap(({ month, planned, againstBest, againstRecent }): readonly Row[] => {
      const name = formatMonthName(month, language);
      const own = parts.filter((part) => part.month === month);
      return [
        [`month.${month}`, t('backPlans.rows.month', { month: name }), formatAmount(planned, indicator), added(own)],
        [
          `best.${month}`,
          `${name} ${t('backPlans.againstBest')}`,
          formatRatio(againstBest, 2),
          `${exact(planned)} ÷ ${exact(bestMonth)}`,
        ],
        [
          `recent.${month}`,
          `${name} ${t('backPlans.againstRecent')}`,
          formatRatio(againstRecent, 2),
          `${exact(planned)} ÷ ${exact(recentPerMonth)}`,
        ],
      ];
    }),
    ...coverageRows(plan, { indicator, t, language }, t('backPlans.rows.after', { day: formatDay(asOf) })),
  ]);
}

/** The best month ever and the recent mean, from what was reached by month ends. */
function speedRows(
  { bestMonth, bestIn, recentPerMonth, recentOf }: ReckonedPlan,
  { indicator, t, language }: Asked,
): readonly Row[] {
  const exact = (value: number | null): string => exactly(value, indicator);
  const rows: Row[] = [];
  if (bestIn !== null) {
    const month = formatMonth(bestIn.year, bestIn.month, language);
    const apart = `${exact(bestIn.end)} − ${exact(bestIn.before)}`;
    rows.push(['bestMonth', t('backPlans.rows.bestMonth', { month }), exact(bestMonth), apart]);
  }
  if (recentOf !== null) {
    const { reached, before, months } = recentOf;
    const mean = `(${exact(reached)} − ${exact(before)}) ÷ ${Math.round(months * 1e6) / 1e6}`;
    rows.push(['recentMean', t('backPlans.rows.recentMean'), formatComputed(recentPerMonth, indicator), mean]);
  }
  return rows;
}

/** What is left by the latest figure. */
export const remainingRows = (base: ReplyBase, asked: Asked): readonly ProofRow[] =>
  known([remainingRow('remaining', base, asked)]);

function remainingRow(
  key: string,
  { target, reached, remaining }: Pick<BackPlanLine, 'target' | 'reached' | 'remaining'>,
  { indicator, t }: Asked,
): Row {
  const formula = `${exactly(target, indicator)} − ${exactly(reached, indicator)}`;
  return [key, t('backPlans.rows.remaining'), formatAmount(remaining, indicator), formula];
}

function coverageRows(
  { coverage, projects, remaining }: ReckonedPlan,
  { indicator, t }: Asked,
  after: string,
): readonly Row[] {
  if (coverage === null) return [];
  const { area, share, missing } = coverage;
  const exact = (value: number): string => exactly(value, indicator);
  const counted = projects.filter(({ counts }) => counts).map((project) => formatAmount(project.area, { decimals: 0 }));
  const squareMetres =
    counted.length === 0 ? '' : `(${counted.join(' + ')}) ÷ ${formatAmount(indicator.scale, { decimals: 0 })}`;
  const rows: readonly Row[] = [
    ['area', t('backPlans.rows.area'), formatAmount(area, indicator), squareMetres, after],
    ['share', t('backPlans.rows.share'), formatPercent(share, 1), `${exact(area)} ÷ ${exact(remaining)}`],
  ];
  const lacking = `${exact(remaining)} − ${exact(area)}`;
  return missing > 0
    ? [...rows, ['missing', t('backPlans.rows.missing'), formatAmount(missing, indicator), lacking]]
    : rows;
}

/** Each month of the plan in force: what was planned by its day, what was done, and how far apart they are. */
export function followedRows(
  { followed, reached }: { readonly followed: readonly FollowedReply[]; readonly reached: number },
  asked: Asked,
): readonly ProofRow[] {
  return known(
    followed.flatMap((month): readonly Row[] => {
      const { t, language, indicator } = asked;
      const name = formatMonthName(month.month, language);
      const done = `${exactly(month.cumulative, indicator)} − ${exactly(reached, indicator)}`;
      const { planned, actual } = month;
      const days = t('backPlans.rows.byDay', { day: formatDay(month.by) });
      return [
        [
          `planned.${month.month}`,
          `${name} ${t('backPlans.plannedBy')}`,
          formatAmount(planned, indicator),
          termsText(month, indicator),
          days,
        ],
        [`actual.${month.month}`, `${name} ${t('backPlans.actual')}`, formatAmount(actual, indicator), done],
        slippageRow(`slippage.${month.month}`, month, asked),
      ];
    }),
  );
}

const termsText = ({ terms }: FollowedReply, indicator: Indicator): string =>
  terms
    .map(({ amount, days, ofDays }) =>
      days === ofDays ? exactly(amount, indicator) : `${exactly(amount, indicator)} × ${days} ÷ ${ofDays}`,
    )
    .join(' + ');

function slippageRow(key: string, month: FollowedReply, { indicator, t, language }: Asked): Row {
  const { actual, planned, slippage } = month;
  // A stock may have fallen since the plan began: a calculator takes that as a difference.
  const done = exactly(actual, indicator).replace(/^−(.*)$/, '(0 − $1)');
  const name = `${formatMonthName(month.month, language)} ${t('backPlans.slippage')}`;
  return [key, name, formatGap(slippage, indicator), `${done} − ${exactly(planned, indicator)}`];
}

/** The numbers of the list: what is left, and how far the plan in force is missed. */
export function lineRows(line: BackPlanLine, asked: Asked): readonly ProofRow[] {
  const rows = [remainingRow('remaining', line, asked)];
  return known(line.followed === null ? rows : [...rows, slippageRow('slippage', line.followed, asked)]);
}

/** What each proposal gives a month and each of its ten-day periods: what is left, in proportion to what they weigh. */
export function proposalRows({ proposals, remaining }: ReplyBase, asked: Asked): readonly ProofRow[] {
  return known(proposals.flatMap((proposal) => rowsOfProposal(proposal, remaining, asked)));
}

interface Weighed {
  readonly month: number;
  readonly amount: number;
  readonly weight: number;
}

function rowsOfProposal(
  { shape, parts, weights }: ReplyBase['proposals'][number],
  remaining: number,
  { indicator, t, language }: Asked,
): readonly Row[] {
  const weighed = parts.map((part, at) => ({ ...part, weight: weights[at] ?? 0 }));
  const all = total(weighed, 'weight');
  const row = (key: string, name: string, own: Weighed, of: Weighed): Row => [
    key,
    `${t(`backPlans.shape.${shape}`)} · ${name}`,
    exactly(own.amount, indicator),
    `${exactly(of.amount, indicator)} × ${formatPercent(own.weight, 6)} ÷ ${formatPercent(of.weight, 6)}`,
    t('backPlans.rows.rounded'),
  ];
  const whole = { month: 0, amount: remaining, weight: all };
  return [...Map.groupBy(weighed, ({ month }) => month)].flatMap(([month, own]) => {
    const ofMonth = { month, amount: total(own, 'amount'), weight: total(own, 'weight') };
    const first = row(`${shape}.${month}`, formatMonthName(month, language), ofMonth, whole);
    const periods = own.filter(({ part }) => part !== null);
    return [
      first,
      ...periods.map((one) => row(`${shape}.${month}.${one.part}`, periodName(one, { t, language }), one, ofMonth)),
    ];
  });
}

const total = (parts: readonly Weighed[], of: 'amount' | 'weight'): number =>
  parts.reduce((sum, part) => sum + part[of], 0);
