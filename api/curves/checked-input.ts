/** What must be mended in a curve or its reason before it is kept. Pure. */
import type { ProblemPointer } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { curveProblem } from '../measures/curve.ts';
import type { CurvePoints } from '../measures/vocabulary.ts';
import { judgedBefore } from './lifecycle.ts';

/** Twelve shares that never fall and end at 1. */
export const pointProblems = (points: CurvePoints): readonly ProblemPointer[] =>
  curveProblem(points) === null ? [] : [{ pointer: '/points', code: 'curve-shape', values: {} }];

/** A reason says something. */
export const reasonProblems = (reason: string): readonly ProblemPointer[] =>
  isReason(reason) ? [] : [{ pointer: '/reason', code: 'reason-required', values: {} }];

/** No month that was judged is judged anew. */
export function effectProblems(at: YearMonth, accepted: readonly YearMonth[]): readonly ProblemPointer[] {
  const earliest = judgedBefore(at, accepted);
  return earliest === null
    ? []
    : [
        {
          pointer: '/effectiveMonth',
          code: 'curve-month-judged',
          values: { year: earliest.year, month: earliest.month },
        },
      ];
}
