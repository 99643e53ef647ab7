import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, ruleName } from '../http/shapes.ts';
import type { Rule } from '../measures/vocabulary.ts';

export const ruleDetail = ruleName.extend({
  name: bilingual,
  // A condition tree nests, which the reply's schema need not repeat: it is checked when it is read from the database.
  conditions: z.custom<Rule['conditions']>(),
  source: bilingual,
  effectiveYear: z.number().int(),
  effectiveMonth: z.number().int(),
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
