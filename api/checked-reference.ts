/** Rules and indicators as the database holds them, refused where nobody could be judged by them. */
import type { Reader } from '#db/dialect';
import { listIndicators, type IndicatorRow } from '#db/indicators.ts';
import { listRules, type RuleRow } from '#db/rules.ts';
import { curveProblem } from './measures/curve.ts';
import { ruleProblem } from './measures/rule.ts';

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

/**
 * Every indicator in the order of the yearbook, each with its pace curve.
 * @throws Error where a curve is not twelve rising shares that end at 1
 */
export async function readIndicators(reader: Reader): Promise<IndicatorRow[]> {
  const indicators = await listIndicators(reader);
  for (const { pace } of indicators) {
    const problem = curveProblem(pace.points);
    if (problem !== null) throw new Error(`curve ${pace.code}: ${problem}`);
  }
  return indicators;
}
