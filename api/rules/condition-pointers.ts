import type { ProblemPointer } from '../http/problem.ts';
import { ruleProblem } from '../measures/rule.ts';

/** What is wrong with conditions that somebody wrote, by its place in the request's `conditions`; nothing where they are a rule's. */
export function conditionPointers(conditions: unknown): readonly ProblemPointer[] {
  const problem = ruleProblem(conditions);
  if (problem === null) return [];
  return [{ pointer: `/conditions${problem.path}`, code: 'rule-condition', values: { where: problem.path || '/' } }];
}
