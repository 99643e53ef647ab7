import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { level, month, regionCode, year } from '../http/shapes.ts';
import { correctionDraft } from '../submissions/correction-contract.ts';

/** A value as it stands and as it would be. */
const movedLevel = z.object({ before: level, after: level });
const movedNumber = z.object({ before: z.number().nullable(), after: z.number().nullable() });

/** One indicator of a city or the province; amounts in its unit, completion a fraction. */
export const movedIndicator = z.object({
  indicator: z.string(),
  level: movedLevel,
  /** A ratio's share. */
  actual: movedNumber,
  completion: movedNumber,
  gapPoints: movedNumber,
  /** The year-end value at the recent pace. */
  projection: movedNumber,
});
export type MovedIndicator = z.infer<typeof movedIndicator>;

/** A city's level, and its place among the cities, the one that is furthest behind first. */
export const movedCity = z.object({
  region: z.string(),
  level: movedLevel,
  rank: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
});
export type MovedCity = z.infer<typeof movedCity>;

/** What would move at one month end. */
export const effectAt = z.object({
  month: z.number().int(),
  city: movedCity,
  /** Indicators of the city of which anything moves. */
  indicators: z.array(movedIndicator),
  /** Other cities whose level or place moves; empty for a bureau, which sees its own city alone. */
  others: z.array(movedCity),
  /** Null for a bureau. */
  province: z.object({ level: movedLevel, indicators: z.array(movedIndicator) }).nullable(),
});
export type EffectAt = z.infer<typeof effectAt>;

/** A figure that would count from then on, in the indicator's unit. */
const changedFigure = z.object({
  month: z.number().int(),
  indicator: z.string(),
  before: z.object({ cumulative: z.number(), denominator: z.number().nullable() }).nullable(),
  after: z.object({ cumulative: z.number(), denominator: z.number().nullable() }),
});

export const effectReply = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  figures: z.array(changedFigure),
  /** At the month itself and, where that is another one, at the newest month with figures. */
  months: z.array(effectAt),
});
export type Effect = z.infer<typeof effectReply>;

const address = z.strictObject({ year, month, region: regionCode });

export const previewCorrection = endpoint({
  name: 'previewCorrection',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/correct/effect',
  summary:
    'What a correction would move once it is accepted, by the functions that the standings are made with; nothing is kept',
  access: ['bureau'],
  params: address,
  body: correctionDraft.omit({ reason: true }),
  reply: effectReply,
});

export const waitingEffect = endpoint({
  name: 'waitingEffect',
  method: 'GET',
  path: '/api/submissions/:year/:month/:region/effect',
  summary: 'What would move once the version that waits is accepted; null where none waits by itself',
  access: ['official', 'bureau'],
  params: address,
  reply: z.object({ effect: effectReply.nullable() }),
});
