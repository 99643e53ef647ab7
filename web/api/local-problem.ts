import type { ProblemDocument } from '#api/http/problem.ts';
import { textNow } from '../text/messages/use-text.ts';
import { ProblemError } from './problem-error.ts';

/** A problem in the API's form for something that the API could not put in words. */
export function localProblem(code: string, status: number, detail: string): ProblemDocument {
  return {
    type: 'about:blank',
    title: textNow('everywhere.problem.title'),
    status,
    detail,
    instance: '',
    code,
    errors: [],
  };
}

/** The problem of any error: the API's own, or that the page itself failed. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) return error.problem;
  return localProblem('unexpected', 0, textNow('everywhere.problem.page'));
}
