import { desc } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { rules } from './schema.ts';
import { seal } from './seals.ts';

export type RuleRow = typeof rules.$inferSelect;

/** The rules, the one that takes effect last first. */
export async function listRules(reader: Reader): Promise<RuleRow[]> {
  return reader
    .select()
    .from(rules)
    .orderBy(desc(rules.effectiveYear), desc(rules.effectiveMonth), desc(rules.createdAt), desc(rules.version));
}

/** Adds a version of a rule. */
export async function insertRule(tx: Writer, rule: typeof rules.$inferInsert): Promise<void> {
  await tx.insert(rules).values(rule);
  seal(tx, 'rule', `${rule.id}@${rule.version}`);
}
