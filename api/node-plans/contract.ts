/** Node plans (节点计划): a city's own twelve shares of a year's target, by which its pace is judged once approved. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, month, regionCode, year } from '../http/shapes.ts';

export const nodePlanStates = ['missing', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
export type NodePlanState = (typeof nodePlanStates)[number];

export const nodePlanCommands = ['submit', 'approve', 'return', 'withdraw'] as const;
export type NodePlanCommand = (typeof nodePlanCommands)[number];

const nodePlanVersion = z.object({
  version: z.number().int(),
  action: z.enum(nodePlanCommands),
  points: z.array(z.number()),
  effectiveMonth: z.number().int().nullable(),
  reason: z.string(),
  person: z.string(),
  at: instant,
});
export type NodePlanVersion = z.infer<typeof nodePlanVersion>;

export const nodePlan = z.object({
  year: z.number().int(),
  region: z.string(),
  indicator: z.string(),
  state: z.enum(nodePlanStates),
  /** What `If-Match` must name for the next command; 0 where there is nothing yet. */
  version: z.number().int(),
  /** The curve that judges the city without a plan, from which one begins. */
  department: z.object({ name: bilingual, points: z.array(z.number()) }),
  /** The approved versions that stand, the one that takes effect last first. */
  approved: z.array(nodePlanVersion),
  /** What was done with it, the newest first. */
  history: z.array(nodePlanVersion),
  can: z.object({ submit: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
});
export type NodePlan = z.infer<typeof nodePlan>;

export const listNodePlans = endpoint({
  name: 'listNodePlans',
  method: 'GET',
  path: '/api/node-plans',
  summary: 'The node plans of a year （节点计划）. A bureau sees its own, with the indicators it has none for yet',
  access: roles,
  query: z.strictObject({ year }),
  reply: z.object({
    year: z.number().int(),
    /** The first month of the year that a plan approved now may judge; null where all of them were judged. */
    earliestMonth: z.number().int().nullable(),
    plans: z.array(nodePlan),
  }),
});

const params = z.strictObject({ year, region: regionCode, indicator: z.string().regex(/^[0-9a-z-]{1,40}$/) });
const change = { params, reply: nodePlan, tag: 'version', versioned: 'required', idempotent: true } as const;
const reason = z.string().max(2000);

export const submitNodePlan = endpoint({
  ...change,
  name: 'submitNodePlan',
  method: 'POST',
  path: '/api/node-plans/:year/:region/:indicator/submit',
  summary: 'Propose a city’s own twelve shares as its bureau; an approved plan goes on judging meanwhile',
  access: ['bureau'],
  body: z.strictObject({ points: z.array(z.number().min(0).max(1)).length(12), reason }),
});

export const decideNodePlan = endpoint({
  ...change,
  name: 'decideNodePlan',
  method: 'POST',
  path: '/api/node-plans/:year/:region/:indicator/decide',
  summary: 'Approve a node plan from a month on that nothing accepted was judged in yet, or return it with a reason',
  access: ['official'],
  body: z.strictObject({ approve: z.boolean(), effectiveMonth: month.nullable(), reason }),
});

export const withdrawNodePlan = endpoint({
  ...change,
  name: 'withdrawNodePlan',
  method: 'POST',
  path: '/api/node-plans/:year/:region/:indicator/withdraw',
  summary: 'Take back what was sent, as its bureau, or an approval before anything was judged by it, as the department',
  access: ['bureau', 'official'],
  body: z.strictObject({ reason }),
});
