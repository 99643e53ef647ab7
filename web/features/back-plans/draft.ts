/** A back-scheduled plan while it is typed. Pure. */
import type { BackPlanIn, BackPlanReply, ReplyBase } from '#api/back-plans/contract.ts';
import { formatFigure, inBaseUnits, readFigure } from '#api/figures/figure-text.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { changePart, coverageOf, credibilityOf, spread, type PlanShape } from '#api/measures/back-plan.ts';
import { isRecord } from '../../ui/is-record.ts';

export type Scaled = Pick<Indicator, 'scale' | 'decimals'>;

export interface PlanDraft {
  /** As typed, one for each period of the base. */
  readonly amounts: readonly string[];
  /** By month. */
  readonly measures: Readonly<Record<string, string>>;
  readonly projects: readonly string[];
  readonly reason: string;
}

/** What a form begins with: the written plan where it still begins from what is there, else the proposal by the season. */
export function draftOf({ base, plan, outdated, state }: BackPlanReply, indicator: Scaled): PlanDraft {
  const measures = Object.fromEntries((plan?.measures ?? []).map(({ month, text }) => [month, text]));
  const kept = { measures, projects: plan?.projects.map(({ id }) => id) ?? [], reason: '' };
  if (plan === null || outdated || state === 'approved') {
    return { ...kept, amounts: base === null ? [] : proposal(base, 'season', indicator) };
  }
  return { ...kept, amounts: plan.parts.map(({ amount }) => typed(inBaseUnits(amount, indicator.scale), indicator)) };
}

/** The amounts of a proposal, as they would be typed. */
export function proposal(base: ReplyBase, shape: PlanShape, indicator: Scaled): readonly string[] {
  const parts = base.proposals.find((one) => one.shape === shape)?.parts ?? [];
  return parts.map(({ amount }) => typed(inBaseUnits(amount, indicator.scale), indicator));
}

const typed = (amount: number, indicator: Scaled): string => formatFigure(amount, indicator);

/** The periods with their amounts in base units; one that is no number counts as 0 until it is. */
export function partsOf({ amounts }: Pick<PlanDraft, 'amounts'>, base: ReplyBase, indicator: Scaled) {
  const format = { scale: indicator.scale, decimals: String(indicator.scale).length - 1 };
  const periods = base.proposals[0]?.parts ?? [];
  return periods.map((period, at) => {
    const reading = readFigure(amounts[at] ?? '', format);
    return { ...period, amount: reading.ok ? reading.value : 0 };
  });
}

/** The amounts after one was changed to so many base units and the rest was spread: the sum is what is left. */
export function spreadRest(
  draft: PlanDraft,
  base: ReplyBase,
  indicator: Scaled,
  change: { readonly at: number; readonly amount: number },
) {
  const parts = partsOf(draft, base, indicator);
  const remaining = inBaseUnits(base.remaining, indicator.scale);
  const step = indicator.scale / 10 ** indicator.decimals;
  // A sum that was off is made whole first, in the proportions there are.
  const isWhole = parts.reduce((sum, { amount }) => sum + amount, 0) === remaining;
  const whole = isWhole ? parts : madeWhole(parts, remaining, step);
  return changePart(whole, change.at, change.amount, step).map(({ amount }) => typed(amount, indicator));
}

function madeWhole<Part extends { readonly amount: number }>(parts: readonly Part[], total: number, step: number) {
  const steps = spread(
    Math.floor(total / step),
    parts.map(({ amount }) => amount),
  );
  const rest = total - Math.floor(total / step) * step;
  const last = parts.length - 1;
  return parts.map((part, at) => ({ ...part, amount: (steps[at] ?? 0) * step + (at === last ? rest : 0) }));
}

/** What a draft adds up to, how credible each month is and how far projects cover it, in base units. */
export function lookAt(draft: PlanDraft, reply: BackPlanReply, base: ReplyBase, indicator: Scaled) {
  const { scale } = indicator;
  const parts = partsOf(draft, base, indicator);
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  const remaining = inBaseUnits(base.remaining, scale);
  const named = reply.ledger.filter(({ id }) => draft.projects.includes(id));
  return {
    parts,
    named,
    sum,
    remaining,
    difference: sum - remaining,
    credibility: credibilityOf(parts, {
      best: base.bestMonth === null ? null : inBaseUnits(base.bestMonth, scale),
      recent: base.recentPerMonth === null ? null : base.recentPerMonth * scale,
    }),
    // Projects are known by square metres, which is what an area is counted in.
    coverage: scale === 10_000 ? coverageOf(named, base.asOf, remaining) : null,
  };
}

/** A draft as it is sent; measures of months that are none any more are left out, and so are empty ones. */
export function planOf(draft: PlanDraft, base: ReplyBase): BackPlanIn {
  const periods = base.proposals[0]?.parts ?? [];
  const months = new Set(periods.map(({ month }) => month));
  return {
    parts: periods.map(({ month, part }, at) => ({ month, part, amount: draft.amounts[at] ?? '' })),
    measures: Object.entries(draft.measures).flatMap(([month, text]) =>
      text.trim() === '' || !months.has(Number(month)) ? [] : [{ month: Number(month), text }],
    ),
    projects: [...draft.projects],
    reason: draft.reason,
  };
}

/** What was kept of a draft; null where it is none. */
export function readDraft(kept: unknown): PlanDraft | null {
  if (!isRecord(kept)) return null;
  const { amounts, measures, projects, reason } = kept;
  if (!isTexts(amounts) || !isTexts(projects) || !isRecord(measures) || typeof reason !== 'string') return null;
  const written = Object.entries(measures).flatMap(([month, text]) =>
    typeof text === 'string' ? [[month, text]] : [],
  );
  return { amounts, projects, reason, measures: Object.fromEntries(written) };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
