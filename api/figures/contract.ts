/** The shapes of figures on their way in and out. */
import { z } from 'zod';
import { origin, quantityIn } from '../http/shapes.ts';
import { absences } from './absence.ts';

export const absence = z.enum(absences);

/**
 * One indicator's figure as sent: a cumulative (or level), or both parts of a ratio, or why there is no number. Leave a key out where
 * nothing is answered yet.
 */
export const figureIn = z.union([
  z.strictObject({ cumulative: quantityIn }),
  z.strictObject({ numerator: quantityIn, denominator: quantityIn }),
  z.strictObject({ absence }),
]);

export type FigureIn = z.infer<typeof figureIn>;

/** One indicator's figure as stored, in the indicator's unit. `denominator` is null except for a ratio. */
export const figure = z.object({
  indicator: z.string(),
  cumulative: z.number(),
  denominator: z.number().nullable(),
  origin,
  source: z.string().nullable(),
});

export type FigureReply = z.infer<typeof figure>;
