import { notInArray } from 'drizzle-orm';
import type { Database } from '#db/dialect';
import { figures, indicators, targetChanges } from '#db/schema.ts';

const codes = ['prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo'];

/**
 * Leaves an office with the five indicators that it began with, so that what is approved as a whole, such as a page's
 * text, does not change when an indicator is added.
 */
export async function keepFiveIndicators(database: Database): Promise<void> {
  await database.write(async (tx) => {
    await tx.delete(figures).where(notInArray(figures.indicator, codes));
    await tx.delete(targetChanges).where(notInArray(targetChanges.indicator, codes));
    await tx.delete(indicators).where(notInArray(indicators.code, codes));
  });
}
