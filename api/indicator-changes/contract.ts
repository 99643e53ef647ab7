import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, month, year } from '../http/shapes.ts';
import { kinds } from '../measures/vocabulary.ts';

const officials = ['official'] as const;

/** Texts are trimmed and looked at by `indicatorProblems`, which says of each what to mend. */
const texts = (max: number) => z.strictObject({ zh: z.string().max(max), en: z.string().max(max) });

/** `yyyy-mm`, in the order of months as a text. */
const monthText = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** What an indicator is, as an official writes it. */
export const indicatorContent = z.strictObject({
  code: z.string().max(40),
  kind: z.enum(kinds),
  name: texts(120),
  short: texts(40),
  unit: texts(20),
  /** Base units in one unit: 10 000 for 万㎡. */
  scale: z.number().int(),
  decimals: z.number().int(),
  core: z.boolean(),
  required: z.boolean(),
  /** The first month that cannot be sent without it; null for all. */
  requiredFrom: monthText.nullable(),
  partOf: z.string().max(40).nullable(),
  numeratorFrom: z.string().max(40).nullable(),
  curve: z.string().max(40),
  definition: texts(1000),
});
export type IndicatorContent = z.infer<typeof indicatorContent>;

const reason = z.string().max(2000);

export const indicatorIn = indicatorContent.extend({ reason });
export type IndicatorIn = z.infer<typeof indicatorIn>;

export const indicatorActions = ['add', 'change', 'retire', 'withdraw'] as const;

/** What was decided about an indicator, with how it stood afterwards. */
export const indicatorDecision = z.object({
  code: z.string(),
  /** 1 for the indicator's first, then rising. */
  number: z.number().int(),
  action: z.enum(indicatorActions),
  name: bilingual,
  /** What it says then that it did not say before, by field; all of it where it was added. */
  changed: z.array(indicatorContent.keyof()),
  retiredFrom: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  at: instant,
});
export type IndicatorDecision = z.infer<typeof indicatorDecision>;

export const indicatorHistory = z.object({
  /** Newest first; an indicator that came with the program has none until it is changed. */
  decisions: z.array(indicatorDecision),
  /** By indicator: whether anything stands on it, so that only its words may change. */
  used: z.record(z.string(), z.boolean()),
  /** The curves that an indicator may be judged by. */
  curves: z.array(z.object({ code: z.string(), name: bilingual })),
  /** The first month that nothing was judged in, from which an indicator may be required or retired; null for any. */
  earliest: z.object({ year: z.number().int(), month: z.number().int() }).nullable(),
});
export type IndicatorHistory = z.infer<typeof indicatorHistory>;

export const listIndicatorDecisions = endpoint({
  name: 'listIndicatorDecisions',
  method: 'GET',
  path: '/api/indicators/decisions',
  summary:
    'What was decided about indicators, by whom and why, newest first; how many there are is what `If-Match` names',
  access: roles,
  reply: indicatorHistory,
});

const change = {
  access: officials,
  reply: indicatorHistory,
  tag: 'none',
  versioned: 'required',
  idempotent: true,
} as const;
const params = z.strictObject({ indicator: z.string().max(40) });

export const addIndicator = endpoint({
  ...change,
  name: 'addIndicator',
  method: 'POST',
  path: '/api/indicators',
  summary: 'Add an indicator: it is in forms, files, overviews and targets from then on',
  body: indicatorIn,
});

export const changeIndicator = endpoint({
  ...change,
  name: 'changeIndicator',
  method: 'POST',
  path: '/api/indicators/:indicator',
  summary: 'Change an indicator: its words at any time, anything else while nothing stands on it',
  params,
  body: indicatorIn,
});

export const retireIndicator = endpoint({
  ...change,
  name: 'retireIndicator',
  method: 'POST',
  path: '/api/indicators/:indicator/retire',
  summary: 'Ask for an indicator no more from a month on that nothing was judged in yet; what was reported stays',
  params,
  body: z.strictObject({ year, month, reason }),
});

export const withdrawIndicator = endpoint({
  ...change,
  name: 'withdrawIndicator',
  method: 'POST',
  path: '/api/indicators/:indicator/withdraw',
  summary: 'Take back an indicator that was added by mistake and that nothing stands on',
  params,
  body: z.strictObject({ reason }),
});
