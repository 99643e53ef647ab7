import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { level, month, year } from '../http/shapes.ts';
import { conditions } from '../rules/contract.ts';

const yearMonth = z.strictObject({ year, month });

/** How many months one replay looks at, at most. */
export const maxReplayMonths = 36;
/** How many changed levels a replay lists; it counts all of them. */
export const maxReplayFlips = 500;

export const ruleReplayIn = z.strictObject({ conditions, from: yearMonth, to: yearMonth });
export type RuleReplayIn = z.infer<typeof ruleReplayIn>;

const levelCounts = z.record(level, z.number().int());

/** A level that another rule would have made another one; of one indicator, or the city's own, its worst core one. */
export const ruleFlip = z.object({
  region: z.string(),
  indicator: z.string().nullable(),
  year: z.number().int(),
  month: z.number().int(),
  before: level,
  after: level,
});
export type RuleFlip = z.infer<typeof ruleFlip>;

export const ruleReplay = z.object({
  /** The months that have an accepted figure, in order: how many cities had each level, and would have had. */
  months: z.array(
    z.object({ year: z.number().int(), month: z.number().int(), before: levelCounts, after: levelCounts }),
  ),
  /** The cities' levels first, then those of indicators; the first ones of all. */
  flips: z.array(ruleFlip),
  flipCount: z.object({ cities: z.number().int(), indicators: z.number().int() }),
});
export type RuleReplay = z.infer<typeof ruleReplay>;

export const replayRule = endpoint({
  name: 'replayRule',
  method: 'POST',
  path: '/api/rules/replay',
  summary:
    'What other conditions would have said of the months at hand, beside the rule that was in force in each; nothing is changed',
  access: ['official'],
  body: ruleReplayIn,
  reply: ruleReplay,
});
