/** Shapes that several contracts share. Safe in a browser. */
import { z } from 'zod';
import { isDay } from '../measures/calendar.ts';
import { levels, operators, ruleMeasures, wayOutLevels } from '../measures/vocabulary.ts';

/** A whole number that may arrive as text in an address; nothing is coerced that is not plain digits. */
const wholeNumber = z.union([z.number().int(), z.string().regex(/^\d{1,6}$/)]).transform(Number);

export const year = wholeNumber.refine((value) => value >= 2000 && value <= 2100, {
  params: { code: 'no-such-year' },
});
export const month = wholeNumber.refine((value) => value >= 1 && value <= 12, { params: { code: 'no-such-month' } });
export const regionCode = z.string().regex(/^[0-9A-Za-z-]{2,20}$/);
export const day = z.string().refine(isDay, { params: { code: 'no-such-day' } });
export const instant = z.iso.datetime();

/**
 * A quantity on its way in: a number, or the text that a person typed, read by one grammar (figures/figure-text.ts).
 * `null` is let through to be answered with a sentence of its own instead of a type error.
 */
export const quantityIn = z.union([z.number(), z.string().max(64), z.null()]);

/** Chinese and English of one text. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** Where a value comes from: printed somewhere, invented for the demonstration, or reported through this system. */
export const origin = z.enum(['published', 'derived', 'invented', 'reported']);
export type Origin = z.infer<typeof origin>;
export const provenance = z.object({ origin, source: z.string().nullable() });

export const level = z.enum(levels);

/** A number that may be without bound: JSON has no infinity. */
export const unbounded = z.union([z.number(), z.literal('infinite')]).nullable();

export const reason = z.object({
  level: z.enum(['behind', 'watch']),
  measure: z.enum(ruleMeasures),
  operator: z.enum(operators),
  number: z.number(),
  value: unbounded,
  held: z.boolean(),
});

/** What the next report must add, in the indicator's unit. */
export const wayOut = z.object({
  level: z.enum(wayOutLevels),
  add: z.number().nullable(),
  by: z.string(),
  denominatorAdded: z.number().nullable(),
});

/** What is measured on one indicator, in its unit; shares and ratios are fractions, points are points. */
export const measured = z.object({
  indicator: z.string(),
  level,
  target: z.number().nullable(),
  actual: z.number().nullable(),
  /** A ratio's share and both its parts in the unit; null for the other kinds. A ratio's `target` and `actual` are shares. */
  share: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Of the target in force, which judges. */
  completion: z.number().nullable(),
  /**
   * The target that the year began with, in the unit, and the completion of it, where it was changed during the year; of a
   * province the sum over the cities in its sums. Null where the target in force is still that one. Judges nothing.
   */
  byOriginalTarget: z.object({ target: z.number(), completion: z.number().nullable() }).nullable(),
  pace: z.number().nullable(),
  scheduleRatio: z.number().nullable(),
  gapPoints: z.number().nullable(),
  gapAmount: z.number().nullable(),
  remaining: z.number().nullable(),
  neededPerMonth: z.number().nullable(),
  recentPerMonth: z.number().nullable(),
  intensity: unbounded,
});

/**
 * The curve of a region's own: the mean season of these completed years of it; where it has none, the points of the
 * department's that stands in. Null where one curve is for all regions.
 */
export const ownCurve = z.object({ years: z.array(z.number().int()), points: z.array(z.number()) }).nullable();

/** One region on one indicator, with its proof and its way out. */
export const standing = measured.extend({
  neededShare: unbounded,
  reasons: z.array(reason),
  wayOut: z.array(wayOut),
  asOf: z.string().nullable(),
  missingMonths: z.number().int(),
  ownCurve,
  /** The share of the year's starts expected by `asOf`, of which a ratio's own pace says nothing; null without a figure. */
  curvePace: z.number().nullable(),
  /** Three accepted months earlier; a ratio has both its parts. */
  previous: z.object({
    asOf: z.string().nullable(),
    actual: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    pace: z.number(),
  }),
  /** A stock's level at the end of last year; null where unknown, 0 for the other kinds. */
  baseline: z.number().nullable(),
  provenance: provenance.nullable(),
  targetProvenance: provenance.nullable(),
});
export type StandingReply = z.infer<typeof standing>;

/** One month of a level strip; `recoveredIn` names the later month in which it was made good. */
export const stripMonth = z.object({
  month: z.number().int(),
  level: level.nullable(),
  /** Whether that month has an accepted figure of its own. */
  reported: z.boolean(),
  recoveredIn: z.number().int().nullable(),
});

export const ruleName = z.object({ id: z.string(), version: z.number().int() });
