/** The approved back-scheduled plan of a city, and its line in a burn-up. */
import { useQuery } from '@tanstack/react-query';
import { getBackPlan, listBackPlans } from '#api/back-plans/contract.ts';
import type { BackPlanLine, BackPlanReply } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { yearPosition } from '#api/measures/calendar.ts';
import type { BurnUpInput } from '../charts/burn-up-input.ts';
import { query } from '../api/queries.ts';

type Line = NonNullable<BurnUpInput['plan']>;

/** A city's plan in force on an indicator; null of a ratio, while it comes, and where there is none. */
export function useApprovedPlan(
  { year, region }: { readonly year: number; readonly region: string },
  { code, kind }: Pick<Indicator, 'code' | 'kind'>,
): BackPlanReply['inForce'] {
  const asked = query(getBackPlan, { params: { year, region, indicator: code } });
  const { data } = useQuery({ ...asked, enabled: kind !== 'ratio' });
  return data?.inForce ?? null;
}

/** The same of any city of a page that shows many, asked for once for all of them. */
export function useApprovedCourse(
  { year, region }: { readonly year: number; readonly region: string },
  { code, kind }: Pick<Indicator, 'code' | 'kind'>,
): Line {
  const { data } = useQuery({ ...query(listBackPlans, { query: { year } }), enabled: kind !== 'ratio' });
  const plan = data?.plans.find((one) => one.region === region && one.indicator === code);
  return planCourse(plan?.inForce ?? null);
}

/** A plan as a line: from what had been reached when it began, to what it wants by the end of each period. */
export function planCourse(plan: NonNullable<BackPlanLine['inForce']> | null): Line {
  if (plan === null) return [];
  let value = plan.reached;
  const ends = plan.parts.map(({ to, amount }) => {
    value += amount;
    return { position: yearPosition(to), value };
  });
  return [{ position: yearPosition(plan.asOf), value: plan.reached }, ...ends];
}
