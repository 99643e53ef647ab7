/** How a region stands by a month's figures: those that are accepted, and those that are not yet. */
import type { Indicator } from '#api/indicators/contract.ts';
import { acceptedUpTo } from '#api/measures/accepted.ts';
import type { Standing } from '#api/measures/vocabulary.ts';
import { preview } from '#api/submissions/preview.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { storedFigure } from './figures.ts';
import type { Subject } from './subject.ts';

/** The level that an accepted figure of this submission would give; null where there is no rule to judge by. */
export function standingOf(
  { submission: { year, month }, context, conditions }: Subject,
  indicator: Indicator,
  asOf: string,
  figure: TypedFigure,
): Standing | null {
  const beside = context.get(indicator.code);
  if (beside === undefined || conditions === null) return null;
  return preview({ indicator, context: beside, conditions: conditions[indicator.kind], year, month, asOf, figure });
}

/** How the region stands by what is accepted up to a month, by default the one before; null where nothing can be judged. */
export function standingBefore(
  { submission, context, conditions }: Subject,
  indicator: Indicator,
  through: number = submission.month - 1,
): Standing | null {
  const beside = context.get(indicator.code);
  const accepted = acceptedUpTo(beside?.accepted ?? [], through);
  const latest = accepted.at(-1);
  if (beside === undefined || latest === undefined || conditions === null) return null;
  return preview({
    indicator,
    context: { ...beside, accepted: [...accepted] },
    conditions: conditions[indicator.kind],
    year: submission.year,
    month: latest.month,
    asOf: latest.asOf,
    figure: storedFigure(indicator, latest),
  });
}
