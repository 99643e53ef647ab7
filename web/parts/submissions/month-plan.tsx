import { useQuery } from '@tanstack/react-query';
import { listBackPlans } from '#api/back-plans/contract.ts';
import { inBaseUnits, inUnit } from '#api/figures/figure-text.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { monthBesidePlan, type MonthBesidePlan } from '#api/measures/followed-plan.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { query } from '../../api/queries.ts';
import { formatAmount, formatSignedAmount } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import type { Subject } from './subject.ts';

interface MonthPlanProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly asOf: string;
  /** What is reported; null where nothing is. */
  readonly figure: TypedFigure | null;
  readonly className: string | undefined;
}

/** What the approved back-scheduled plan has of the month, and how far the report is from it; nothing where there is no plan. */
export function MonthPlan({ subject, indicator, asOf, figure, className }: MonthPlanProps) {
  const words = useText();
  const beside = useMonthBesidePlan({ subject, indicator, asOf, figure });
  if (beside === null) return null;
  const { year, month } = subject.submission;
  return (
    <span className={className}>
      {monthPlanText(words, beside, { indicator, asOf, end: lastDayOfMonth(year, month) })}
    </span>
  );
}

function useMonthBesidePlan({ subject, indicator, asOf, figure }: Omit<MonthPlanProps, 'className'>) {
  const { year, month, region } = subject.submission;
  const { data } = useQuery(query(listBackPlans, { query: { year } }));
  const plan = data?.plans.find((one) => one.region === region && one.indicator === indicator.code)?.inForce;
  if (plan === undefined || plan === null) return null;
  const { scale, code } = indicator;
  const inBase = {
    reached: inBaseUnits(plan.reached, scale),
    parts: plan.parts.map((part) => ({ ...part, amount: inBaseUnits(part.amount, scale) })),
  };
  const before = subject.bases.get(code) ?? null;
  return monthBesidePlan(inBase, { month, asOf, before, cumulative: figure?.cumulative ?? null });
}

/** In words: the plan of the month, what of it was due by an earlier day, and the difference; a difference that is not known is left out. */
export function monthPlanText(
  { t }: Pick<Words, 't'>,
  { from, planned, plannedByDay, difference }: MonthBesidePlan,
  { indicator, asOf, end }: { readonly indicator: Indicator; readonly asOf: string; readonly end: string },
): string {
  const said = (amount: number): string => formatAmount(inUnit(amount, indicator.scale), indicator);
  const whole = from.endsWith('-01')
    ? t('backPlans.ofMonth.whole', { planned: said(planned) })
    : t('backPlans.ofMonth.since', { from, planned: said(planned) });
  if (difference === null) return whole;
  const apart = formatSignedAmount(inUnit(difference, indicator.scale), indicator);
  return asOf >= end
    ? t('backPlans.ofMonth.apart', { whole, apart })
    : t('backPlans.ofMonth.apartByDay', { whole, day: asOf, due: said(plannedByDay), apart });
}
