import { listAcceptedMonths } from '#db/submissions.ts';
import { snapshotOf } from '../assessments/snapshot.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { conditionPointers } from '../rules/condition-pointers.ts';
import { maxReplayMonths, type RuleReplay, type RuleReplayIn } from './contract.ts';
import { replay, replayedMonths } from './replay.ts';

/**
 * What other conditions would have said of the months at hand.
 * @throws Problem `rule-condition` with its place, `replay-too-long`
 */
export async function replayRule(context: Context, { conditions, from, to }: RuleReplayIn): Promise<RuleReplay> {
  const problem = problemOf(conditionPointers(conditions));
  if (problem !== null) throw problem;
  const months = replayedMonths(await listAcceptedMonths(context.database.reader), from, to);
  if (months.length > maxReplayMonths) throw new Problem('replay-too-long', { max: maxReplayMonths });
  return replay(conditions, months, (year) => snapshotOf(context, year));
}
