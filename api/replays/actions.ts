import { listAcceptedMonths } from '#db/submissions.ts';
import { yearColumnsOf, type YearColumns } from '../assessments/year-columns.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { conditionPointers } from '../rules/condition-pointers.ts';
import { maxReplayMonths, type RuleReplay, type RuleReplayIn } from './contract.ts';
import { replay, replayedMonths, replayedYears } from './replay.ts';

type Asked = Pick<Context, 'database' | 'replyCache'>;

/**
 * What other conditions would have said of the months at hand.
 * @throws Problem `rule-condition` with its place, `replay-too-long`
 */
export async function replayRule(context: Asked, { conditions, from, to }: RuleReplayIn): Promise<RuleReplay> {
  const problem = problemOf(conditionPointers(conditions));
  if (problem !== null) throw problem;
  const months = replayedMonths(await listAcceptedMonths(context.database.reader), from, to);
  if (months.length > maxReplayMonths) throw new Problem('replay-too-long', { max: maxReplayMonths });
  return replay(conditions, months, await columnsOf(context, replayedYears(conditions, months)));
}

const attempts = 20;

/** The columns of several years as they stood at one revision, one year read after the other. */
async function columnsOf(context: Asked, years: readonly number[]): Promise<ReadonlyMap<number, YearColumns>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const read = new Map<number, YearColumns>();
    for (const year of years) read.set(year, await yearColumnsOf(context, year));
    if (new Set([...read.values()].map(({ revision }) => revision)).size <= 1) return read;
  }
  throw new Error(`the figures changed during each of ${attempts} reads`);
}
