import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { level, month, ownCurve, regionCode, unbounded, year } from '../http/shapes.ts';

const figure = z.object({
  month: z.number().int(),
  asOf: z.string(),
  cumulative: z.number(),
  denominator: z.number().nullable(),
});

/** What the rest of a city's year on one indicator is tried with, in its unit; a ratio's target is a share. */
export const scenarioContext = z.object({
  region: z.string(),
  indicator: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  target: z.number().nullable(),
  /** The accepted figures up to the month, and those of last year. */
  figures: z.array(figure),
  lastYear: z.array(figure),
  /** A stock's level at the end of last year. */
  baseline: z.number().nullable(),
  ownCurve,
  /** The average completion of the other cities where the rule looks at it. */
  peersCompletion: z.number().nullable(),
  /** What forecasts stand on: the completed years, their season, and at each month end the errors, rising. */
  history: z.object({
    years: z.array(z.number().int()),
    season: z.array(z.number()).nullable(),
    errors: z.array(z.array(unbounded)),
  }),
  /** The other cities as they stand, by which it is ranked; null for a bureau, which sees its own city alone. */
  others: z.array(z.object({ key: z.string(), level, gapPoints: z.number().nullable() })).nullable(),
});
export type ScenarioContext = z.infer<typeof scenarioContext>;

export const getScenarioContext = endpoint({
  name: 'getScenarioContext',
  method: 'GET',
  path: '/api/scenarios/:region/:indicator',
  summary:
    'All that is settled before the amounts of the months to come are known, so that a page can try them. Nothing is kept',
  access: roles,
  params: z.strictObject({ region: regionCode, indicator: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
  query: z.strictObject({ year, month }),
  reply: scenarioContext,
});
