/** Pace curves that the office writes, and from when an indicator is judged by which. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, level, month, wholeNumber, year } from '../http/shapes.ts';

const share = z.number().min(0).max(1);
const yearMonth = z.object({ year: z.number().int(), month: z.number().int() });

/** A version of a curve as it can be put in force; 0 is the one version of a curve that came with the program. */
export const curveVersion = z.object({
  code: z.string(),
  version: z.number().int(),
  name: bilingual,
  /** Shares of the annual target by each month end. */
  points: z.array(z.number()),
  source: bilingual,
  /** Null where it came with the program. */
  reason: z.string().nullable(),
  author: z.string().nullable(),
  at: instant.nullable(),
});
export type CurveVersion = z.infer<typeof curveVersion>;

export const curveAssignment = z.object({
  indicator: z.string(),
  number: z.number().int(),
  curve: z.string(),
  version: z.number().int(),
  name: bilingual,
  effectiveYear: z.number().int(),
  effectiveMonth: z.number().int(),
  reason: z.string(),
  author: z.string(),
  at: instant,
  withdrawn: z.object({ reason: z.string(), author: z.string(), at: instant }).nullable(),
  can: z.object({ withdraw: z.boolean() }),
});
export type CurveAssignment = z.infer<typeof curveAssignment>;

export const curveList = z.object({
  /** How many decisions there are: what `If-Match` names. */
  version: z.number().int(),
  /** Those of the program first; of a code the newest version first. */
  curves: z.array(curveVersion),
  /** By indicator, the newest first. */
  assignments: z.array(curveAssignment),
  /** The season that an indicator's completed years have in common, where it has any: a curve may begin from it. */
  seasons: z.array(
    z.object({
      indicator: z.string(),
      years: z.array(z.number().int()),
      /** How many years of regions they are, and whether any figure of them is invented. */
      regionYears: z.number().int(),
      invented: z.boolean(),
      points: z.array(z.number()),
      /** What was done by each month end in all of them together, in base units: a point is its sum by the last one. */
      sums: z.array(z.number()),
    }),
  ),
  /** The first month that another curve may judge; null where nothing was accepted yet, and any will do. */
  earliest: yearMonth.nullable(),
  /** The months with an accepted figure, the newest first: in each of them a curve may be tried. */
  judged: z.array(yearMonth),
  can: z.object({ decide: z.boolean() }),
});
export type CurveList = z.infer<typeof curveList>;

export const listCurves = endpoint({
  name: 'listCurves',
  method: 'GET',
  path: '/api/curves',
  summary: 'The pace curves in all their versions, and by which of them indicators are judged from when on',
  access: roles,
  reply: curveList,
  tag: 'version',
});

export const curveIn = z.strictObject({
  /** Versions of one code follow each other. */
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.strictObject({ zh: z.string().max(60), en: z.string().max(60) }),
  points: z.array(share).length(12),
  source: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }),
  reason: z.string().max(2000),
});
export type CurveIn = z.infer<typeof curveIn>;

const decision = {
  access: ['official'],
  reply: curveList,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
} as const;

export const saveCurve = endpoint({
  ...decision,
  name: 'saveCurve',
  method: 'POST',
  path: '/api/curves',
  summary: 'Write a pace curve, or the next version of one; it judges nobody before it is put in force',
  body: curveIn,
});

const asked = { indicator: z.string().max(40), curve: z.string().max(40), version: z.number().int().min(0) };

export const assignmentIn = z.strictObject({
  ...asked,
  effectiveYear: year,
  effectiveMonth: month,
  reason: z.string().max(2000),
});
export type AssignmentIn = z.infer<typeof assignmentIn>;

export const assignCurve = endpoint({
  ...decision,
  name: 'assignCurve',
  method: 'POST',
  path: '/api/curve-assignments',
  summary: 'Judge an indicator by a curve from a month on that nothing accepted was judged in yet',
  body: assignmentIn,
});

export const withdrawCurve = endpoint({
  ...decision,
  name: 'withdrawCurve',
  method: 'POST',
  path: '/api/curve-assignments/:indicator/:number/withdraw',
  summary: 'Withdraw a curve before anything was judged by it',
  params: z.strictObject({ indicator: z.string().max(40), number: wholeNumber }),
  body: z.strictObject({ reason: z.string().max(2000) }),
});

export const curveTrialIn = z.strictObject({
  ...asked,
  /** A month with an accepted figure; the newest one where it is left out. */
  at: z.strictObject({ year, month }).optional(),
});
export type CurveTrialIn = z.infer<typeof curveTrialIn>;

export const curveTrial = z.object({
  /** The month that is tried; null where none has an accepted figure. */
  month: yearMonth.nullable(),
  cities: z.array(
    z.object({
      region: z.string(),
      before: level,
      after: level,
      paceBefore: z.number().nullable(),
      paceAfter: z.number().nullable(),
    }),
  ),
});
export type CurveTrial = z.infer<typeof curveTrial>;

export const tryCurve = endpoint({
  name: 'tryCurve',
  method: 'POST',
  path: '/api/curve-assignments/trial',
  summary:
    'What levels another curve would have given in a month with accepted figures, the newest or another; nothing is changed',
  access: ['official'],
  body: curveTrialIn,
  reply: curveTrial,
});
