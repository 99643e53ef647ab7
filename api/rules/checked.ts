/** Rules as the database holds them, refused where nobody could be judged by them. */
import type { Reader } from '#db/dialect';
import { listRules, type RuleRow } from '#db/rules.ts';
import { ruleProblem } from '../measures/rule.ts';

/**
 * The rules, the one that takes effect last first.
 * @throws Error where one has conditions that mean nothing: a level by it would be a guess
 */
export async function readRules(reader: Reader): Promise<RuleRow[]> {
  const rules = await listRules(reader);
  for (const { id, version, conditions } of rules) {
    const problem = ruleProblem(conditions);
    if (problem !== null) throw new Error(`rule ${id} ${version}: ${problem.code} at "${problem.path}"`);
  }
  return rules;
}
