/** Back-scheduled plans (倒排计划): how a city means to reach a year's target from what it has, period by period. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { instant, quantityIn, regionCode, year } from '../http/shapes.ts';
import { planShapes, tenDays, type PlanPart } from '../measures/back-plan.ts';
import type { Day } from '../measures/vocabulary.ts';

export const backPlanStates = ['missing', 'draft', 'submitted', 'approved', 'returned'] as const;
export type BackPlanState = (typeof backPlanStates)[number];

export const backPlanCommands = ['save', 'submit', 'approve', 'return'] as const;
export type BackPlanCommand = (typeof backPlanCommands)[number];

/** Why there is nothing to plan from. */
export const baseAbsences = ['ratio', 'no-target', 'no-figure', 'nothing-left', 'year-over'] as const;
export type BaseAbsence = (typeof baseAbsences)[number];

const measure = z.strictObject({
  month: z.number().int().min(1).max(12),
  text: z.string().trim().min(1).max(500),
});

/**
 * A plan as its bureau writes it: an amount in the indicator's unit for each period that the proposal has, a written measure for
 * each month above the best ever, the projects that stand for it, and a reason where an approved plan is planned anew.
 */
export const backPlanIn = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        month: z.number().int().min(1).max(12),
        part: z.enum(tenDays).nullable(),
        amount: quantityIn,
      }),
    )
    .max(20),
  measures: z.array(measure).max(12),
  projects: z.array(z.string().regex(/^[0-9A-Za-z-]{1,64}$/)).max(200),
  reason: z.string().max(2000),
});
export type BackPlanIn = z.infer<typeof backPlanIn>;

/** A plan as it is kept; amounts in base units. */
export interface BackPlan {
  /** The day of the accepted figure that it begins from. */
  readonly asOf: Day;
  readonly target: number;
  /** What had been reached by then. */
  readonly reached: number;
  readonly parts: readonly PlanPart[];
  readonly measures: readonly z.infer<typeof measure>[];
  /** Ids of the project ledger. */
  readonly projects: readonly string[];
}

const part = z.object({
  month: z.number().int(),
  part: z.enum(tenDays).nullable(),
  from: z.string(),
  to: z.string(),
  amount: z.number(),
});

/** A project of the ledger as a plan names it; its area in square metres, null where it is not known or it was withdrawn. */
const namedProject = z.object({
  id: z.string(),
  name: z.string(),
  startPlanned: z.string().nullable(),
  area: z.number().int().nullable(),
  /** Whether its planned start lies in the months that are planned. */
  counts: z.boolean(),
});
export type NamedProject = z.infer<typeof namedProject>;

/** A month of the plan in force as it went, in cumulative amounts since the plan began. */
const followedMonth = z.object({
  month: z.number().int(),
  by: z.string(),
  planned: z.number(),
  /** What `planned` adds up: each period that has begun, by so many of its days. */
  terms: z.array(z.object({ amount: z.number(), days: z.number().int(), ofDays: z.number().int() })),
  /** The accepted figure; `actual` is it less what had been reached. */
  cumulative: z.number().nullable(),
  actual: z.number().nullable(),
  slippage: z.number().nullable(),
});
export type FollowedReply = z.infer<typeof followedMonth>;

/** What the months are set against: the best month ever, and the mean of the recent ones, each with what it is made of. */
const speed = {
  bestMonth: z.number().nullable(),
  bestIn: z.object({ year: z.number().int(), month: z.number().int(), end: z.number(), before: z.number() }).nullable(),
  recentPerMonth: z.number().nullable(),
  recentOf: z.object({ reached: z.number(), before: z.number(), months: z.number() }).nullable(),
};

const content = z.object({
  version: z.number().int(),
  asOf: z.string(),
  target: z.number(),
  reached: z.number(),
  remaining: z.number(),
  parts: z.array(part),
  measures: z.array(measure),
  projects: z.array(namedProject),
  ...speed,
  /** Of each month, against the best month ever and the recent mean; `doubtful` above the best ever （存疑）. */
  credibility: z.array(
    z.object({
      month: z.number().int(),
      planned: z.number(),
      againstBest: z.number().nullable(),
      againstRecent: z.number().nullable(),
      doubtful: z.boolean(),
    }),
  ),
  /** By named projects, in the indicator's unit; null where the indicator is no area. */
  coverage: z.object({ area: z.number(), share: z.number().nullable(), missing: z.number() }).nullable(),
});
export type PlanContent = z.infer<typeof content>;

/** What a plan of now would begin from, in the indicator's unit. */
const base = z.object({
  asOf: z.string(),
  target: z.number(),
  reached: z.number(),
  remaining: z.number(),
  ...speed,
  /** The years whose pooled season `season` is proposed by; none where the judging curve stands in. */
  seasonYears: z.array(z.number().int()),
  proposals: z.array(
    z.object({
      shape: z.enum(planShapes),
      parts: z.array(part),
      /** What each part weighs: what is left is spread over the months, then within each, in these proportions. */
      weights: z.array(z.number()),
    }),
  ),
});
export type ReplyBase = z.infer<typeof base>;

export const backPlanReply = z.object({
  region: z.string(),
  year: z.number().int(),
  indicator: z.string(),
  today: z.string(),
  state: z.enum(backPlanStates),
  /** What `If-Match` must name for the next command; 0 where there is nothing yet. */
  version: z.number().int(),
  /** Whether the city was called in and owes a plan. */
  required: z.boolean(),
  base: base.nullable(),
  absence: z.enum(baseAbsences).nullable(),
  /** The newest version that the caller may see; null where there is none. */
  plan: content.nullable(),
  /** Whether figures or targets have changed since it was written: it is planned anew before it can be sent. */
  outdated: z.boolean(),
  /** The approved version in force, followed month by month in cumulative amounts since it began. */
  inForce: content
    .extend({
      approvedAt: instant,
      approvedBy: z.string(),
      followed: z.array(followedMonth),
    })
    .nullable(),
  /** The city's projects that a plan can name. */
  ledger: z.array(namedProject),
  /** Why it was returned; empty where it was not. */
  reason: z.string(),
  can: z.object({ save: z.boolean(), submit: z.boolean(), decide: z.boolean() }),
  /** What was done with it, the newest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      at: instant,
      person: z.string(),
      action: z.enum(backPlanCommands),
      reason: z.string(),
      months: z.array(z.object({ month: z.number().int(), planned: z.number() })),
    }),
  ),
});
export type BackPlanReply = z.infer<typeof backPlanReply>;

const line = z.object({
  region: z.string(),
  indicator: z.string(),
  state: z.enum(backPlanStates),
  required: z.boolean(),
  /** What is left of the target now, in the indicator's unit; null where that is not known. */
  remaining: z.number().nullable(),
  /** What `remaining` is the difference of: the target, and what is reached. */
  target: z.number().nullable(),
  reached: z.number().nullable(),
  /** Behind (negative) or ahead of the approved plan by its latest figure; null where there is none to say. */
  slippage: z.number().nullable(),
  /** The month that `slippage` is of. */
  followed: followedMonth.nullable(),
  /**
   * The approved plan in force, which a month's report is set beside and a burn-up draws: on which day it began, what had been
   * reached by then, and its amount of each period; null where none is in force.
   */
  inForce: z.object({ asOf: z.string(), reached: z.number(), parts: z.array(part) }).nullable(),
});
export type BackPlanLine = z.infer<typeof line>;

export const listBackPlans = endpoint({
  name: 'listBackPlans',
  method: 'GET',
  path: '/api/back-plans',
  summary:
    'The back-scheduled plans of a year （倒排计划）: those there are, with the periods of what is in force, and those that are owed. A bureau sees its own.',
  access: roles,
  query: z.strictObject({ year }),
  reply: z.object({ year: z.number().int(), plans: z.array(line) }),
});

const address = z.strictObject({ year, region: regionCode, indicator: z.string().regex(/^[0-9a-z-]{1,40}$/) });

export const getBackPlan = endpoint({
  name: 'getBackPlan',
  method: 'GET',
  path: '/api/back-plans/:year/:region/:indicator',
  summary: 'One plan with what it begins from, proposals, credibility, coverage, how it was followed, and its history',
  access: roles,
  params: address,
  reply: backPlanReply,
});

export const saveBackPlan = endpoint({
  name: 'saveBackPlan',
  method: 'PUT',
  path: '/api/back-plans/:year/:region/:indicator',
  summary: 'Write a plan as its bureau: its parts sum exactly to what is left of the target. Each version is kept',
  access: ['bureau'],
  params: address,
  body: backPlanIn,
  reply: backPlanReply,
  tag: 'version',
  versioned: 'required',
});

export const submitBackPlan = endpoint({
  name: 'submitBackPlan',
  method: 'POST',
  path: '/api/back-plans/:year/:region/:indicator/submit',
  summary: 'Send a plan to the department; each month above the best ever needs a written measure',
  access: ['bureau'],
  params: address,
  body: z.strictObject({}),
  reply: backPlanReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const decideBackPlan = endpoint({
  name: 'decideBackPlan',
  method: 'POST',
  path: '/api/back-plans/:year/:region/:indicator/decide',
  summary: 'Approve a plan, which locks it, or return it with a reason',
  access: ['official'],
  params: address,
  body: z.strictObject({ approve: z.boolean(), reason: z.string().max(2000) }),
  reply: backPlanReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});
