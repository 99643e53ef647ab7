import { z } from 'zod';
import { absence } from '../figures/contract.ts';
import { endpoint, roles } from '../http/endpoint.ts';
import { forecastAbsences } from '../measures/forecast.ts';
import {
  bilingual,
  day,
  level,
  measured,
  month,
  origin,
  provenance,
  regionCode,
  ruleName,
  standing,
  stripMonth,
  year,
} from '../http/shapes.ts';
import { notOwedReasons } from '../deadlines/lifecycle.ts';
import { ruleDetail } from '../rules/contract.ts';
import { status } from '../submissions/contract.ts';
import { targetStep } from '../targets/contract.ts';

/** `known` is a day: the answer as it was known at its end, by what was accepted and decided until then. */
const period = z.strictObject({ year, month, known: day.optional() });

/** Cities with an accepted figure of the very month, of all that are expected to report. */
export const coverage = z.object({ accepted: z.number().int(), expected: z.number().int() });

/** The same of a whole page's month, with those whose accepted figures are as of the month's last day. */
export const monthCoverage = coverage.extend({
  done: z.number().int(),
  /** Why nobody owes the month; left out where it is owed. */
  notOwed: z.enum(notOwedReasons).optional(),
});

/** What the province would come to, in the indicator's unit or as a share; of all targets. */
const bound = z.object({ actual: z.number().nullable(), completion: z.number().nullable() });

/** Between what the province lies while figures of the month are missing. */
export const bounds = z.object({
  missing: z.number().int(),
  /** If the missing cities added nothing. */
  zero: bound,
  /** If each had grown as in its own last year until the same month; null where that is not known of all. */
  usual: bound.nullable(),
});
export type Bounds = z.infer<typeof bounds>;

/** A city that lies below its pace (a ratio's below its target), and what part of all such gaps is its own. */
export const shortfall = z.object({
  region: z.string(),
  /** Below 0, in the indicator's unit. */
  gapAmount: z.number(),
  /** Of the sum of all shortfalls; a surplus elsewhere makes up for none of it. */
  share: z.number(),
  /** The shares up to this one; 1 at the last. */
  cumulative: z.number(),
});
export type ShortfallReply = z.infer<typeof shortfall>;

/** The province on one indicator: the sum over its cities, with its own target beside it. */
export const provinceStanding = measured.extend({
  /** Σ targets of all cities that have one; `target` is that of the cities that are in the sums. */
  targetOfAll: z.number().nullable(),
  ownTarget: z.number().nullable(),
  ownCompletion: z.number().nullable(),
  ownTargetProvenance: provenance.nullable(),
  /** The year-end value at the recent pace, season taken out; a point, not a promise. */
  projection: z.number().nullable(),
  coverage,
  /** Left out where every city with a target has figures of the month, or none has. */
  bounds: bounds.optional(),
  /** Which cities the province's gap comes from, the largest first, equal ones by code; left out for who may see one city only. */
  shortfalls: z.array(shortfall).optional(),
});
export type ProvinceStandingReply = z.infer<typeof provinceStanding>;

/** A city on one indicator with that indicator's own year, month by month. */
export const indicatorStanding = standing.extend({ strip: z.array(stripMonth) });
export type IndicatorStandingReply = z.infer<typeof indicatorStanding>;

export const regionStanding = z.object({
  region: z.string(),
  /** The worst over the city's core indicators. */
  level,
  counts: z.record(z.string(), z.number().int()),
  indicators: z.array(indicatorStanding),
  /** Each month's worst level over the core indicators. */
  strip: z.array(stripMonth),
  /** How far the month asked for has come, as far as it was sent. */
  status,
});
export type RegionStanding = z.infer<typeof regionStanding>;

export const overviewReply = z.object({
  year: z.number().int(),
  month: z.number().int(),
  revision: z.number().int(),
  /** The day whose knowledge this is; left out for the present. */
  known: z.string().optional(),
  rule: ruleName.extend({ name: bilingual }),
  coverage: monthCoverage,
  /** Behind first; the order does not depend on the order of input. */
  regions: z.array(regionStanding),
  province: z.object({ region: z.string(), level, indicators: z.array(provinceStanding) }),
  /** Months with any accepted figure, so that a page offers only those. */
  months: z.array(z.object({ year: z.number().int(), month: z.number().int() })),
  /** Whether any figure or target of this reply is invented for the demonstration. */
  invented: z.boolean(),
});
export type Overview = z.infer<typeof overviewReply>;

export const overview = endpoint({
  name: 'overview',
  method: 'GET',
  path: '/api/overview',
  summary: 'Every city and the province at a month end: level, proof, way out. A bureau sees its own city only.',
  access: roles,
  query: period,
  reply: overviewReply,
});

/** A point of a burn-up, in the indicator's unit. */
export const seriesPoint = z.object({
  month: z.number().int(),
  asOf: z.string(),
  cumulative: z.number(),
  denominator: z.number().nullable(),
  /** The expected cumulative of that day: pace × target. */
  expected: z.number().nullable(),
  accepted: z.boolean(),
  origin,
  source: z.string().nullable(),
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

/** What surrounds a projection, and by which completed years; amounts in the indicator's unit. */
export const forecastReply = z.object({
  /** The year's end, 8 in 10; of a stock levels. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Of reaching the target. */
  probability: z.number().nullable(),
  /** How many of the record's results, as multiples of this forecast, reach it: what the probability is made of. */
  reaching: z.number().int().nullable(),
  /** At the end of this month 8 in 10 of so many results lay between these multiples of their forecasts. */
  record: z.object({ month: z.number().int(), count: z.number().int(), low: z.number(), high: z.number() }).nullable(),
  /** Why the projection, or interval and probability, are missing; null where they are not. */
  absence: z.enum(forecastAbsences).nullable(),
  /** The season that is taken out: that of these years together, or where there are none the judging curve's. */
  season: z.object({ years: z.array(z.number().int()), points: z.array(z.number()) }),
  /** Whether any of these years is invented for the demonstration. */
  invented: z.boolean(),
});
export type ForecastReply = z.infer<typeof forecastReply>;

export const indicatorDetail = z.object({
  standing,
  /** Accepted and, for those who may see them, pending figures of the year up to December. */
  series: z.array(seriesPoint),
  /** Accepted figures of the year before, month by month. */
  lastYear: z.array(z.object({ month: z.number().int(), cumulative: z.number(), denominator: z.number().nullable() })),
  targets: z.array(targetStep),
  strip: z.array(stripMonth),
  projection: z.number().nullable(),
  forecast: forecastReply,
});
export type IndicatorDetail = z.infer<typeof indicatorDetail>;

export const cityReply = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  revision: z.number().int(),
  /** The day whose knowledge this is; left out for the present. */
  known: z.string().optional(),
  level,
  counts: z.record(z.string(), z.number().int()),
  status: regionStanding.shape.status,
  strip: z.array(stripMonth),
  rule: ruleDetail,
  indicators: z.array(indicatorDetail),
  /** Cause and remedies of the newest accepted report up to the month that gave any, for whoever tells of the city; null where none did. */
  explained: z
    .object({ month: z.number().int(), asOf: z.string(), cause: z.string(), remedies: z.string() })
    .nullable(),
  /** What the month's accepted report answered in the place of figures, with the bureau's word on each. */
  absences: z.array(z.object({ indicator: z.string(), absence, word: z.string() })),
  months: overviewReply.shape.months,
  invented: z.boolean(),
});
export type City = z.infer<typeof cityReply>;

export const city = endpoint({
  name: 'city',
  method: 'GET',
  path: '/api/cities/:region',
  summary: 'One city: its level with the proof and the way out, its series and targets',
  access: roles,
  params: z.strictObject({ region: regionCode }),
  query: period,
  reply: cityReply,
});

/**
 * The province's sums of one month, in the indicator's unit. Where not every city has a figure of the very month, the
 * others stand in it by older ones: such a month is not comparable with complete ones.
 */
export const provincePoint = z.object({
  month: z.number().int(),
  /** The latest day of the month's own figures. */
  asOf: z.string(),
  cumulative: z.number(),
  denominator: z.number().nullable(),
  coverage,
});
export type ProvincePoint = z.infer<typeof provincePoint>;

/** An item of a city's checklist that is not yet verified: what it demands, how far it has come, and its day. */
const dueItem = z.object({
  item: z.string(),
  title: bilingual,
  state: z.enum(['open', 'reported', 'returned']),
  dueOn: z.string(),
  overdue: z.boolean(),
});

export const sprintReply = z.object({
  year: z.number().int(),
  month: z.number().int(),
  revision: z.number().int(),
  /** The day whose knowledge this is; left out for the present. */
  known: z.string().optional(),
  today: z.string(),
  daysLeft: z.number().int(),
  rule: ruleName.extend({ name: bilingual }),
  coverage: monthCoverage,
  province: z.object({
    region: z.string(),
    level,
    indicators: z.array(provinceStanding.extend({ series: z.array(provincePoint) })),
  }),
  cities: z.array(
    z.object({
      region: z.string(),
      level,
      indicators: z.array(z.object({ standing, series: z.array(seriesPoint), projection: z.number().nullable() })),
      /**
       * Items of the interview's checklist that are not yet verified, and all of them; null where the city was not called in.
       * The interview is the latest of the year that could be called on this month's figures.
       */
      checklistProgress: z
        .object({ open: z.number().int(), total: z.number().int(), overdue: z.number().int(), interview: z.string() })
        .nullable(),
      /** Of that checklist the three items that are due first and not yet verified; late ones are due first of all. */
      dueItems: z.array(dueItem),
    }),
  ),
  months: overviewReply.shape.months,
  invented: z.boolean(),
});
export type Sprint = z.infer<typeof sprintReply>;

export const sprint = endpoint({
  name: 'sprint',
  method: 'GET',
  path: '/api/sprint',
  summary: 'The year-end sprint: days left, the province, what each city needs a month against its recent pace',
  access: ['official', 'leader', 'administrator'],
  query: period,
  reply: sprintReply,
});
