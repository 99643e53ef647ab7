import { desc } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { rules } from './schema.ts';

export type RuleRow = typeof rules.$inferSelect;

/** The rules, the one that takes effect last first. */
export async function listRules(reader: Reader): Promise<RuleRow[]> {
  return reader
    .select()
    .from(rules)
    .orderBy(desc(rules.effectiveYear), desc(rules.effectiveMonth), desc(rules.createdAt), desc(rules.version));
}
