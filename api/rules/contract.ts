import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, month, ruleName, year } from '../http/shapes.ts';
import type { Rule } from '../measures/vocabulary.ts';

/** A condition tree nests, which a schema need not repeat: `ruleProblem` says what is wrong with one. */
export const conditions = z.custom<Rule['conditions']>();

export const ruleDetail = ruleName.extend({
  name: bilingual,
  conditions,
  source: bilingual,
  effectiveYear: z.number().int(),
  effectiveMonth: z.number().int(),
  /** Whose it is, as the account was called then. */
  author: z.string(),
  authoredAt: instant,
  /** Why it was put in force; null where it came with the program. */
  reason: z.string().nullable(),
});
export type RuleDetail = z.infer<typeof ruleDetail>;

export const listRules = endpoint({
  name: 'listRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'The rules, newest first; the first one in force at a month judges it',
  access: roles,
  reply: z.array(ruleDetail),
});

export const ruleIn = z.strictObject({
  /** Versions of one id follow each other: `points`, `three-measures`, or the office's own. */
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.strictObject({ zh: z.string().max(60), en: z.string().max(60) }),
  conditions,
  source: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }),
  effectiveYear: year,
  effectiveMonth: month,
  reason: z.string().max(2000),
});
export type RuleIn = z.infer<typeof ruleIn>;

export const putRuleInForce = endpoint({
  name: 'putRuleInForce',
  method: 'POST',
  path: '/api/rules',
  summary:
    'Put a rule in force from a month on that nothing accepted was judged in yet. `If-Match` names how many rules the list has',
  access: ['official'],
  body: ruleIn,
  reply: ruleDetail,
  tag: 'none',
  versioned: 'required',
  idempotent: true,
});
