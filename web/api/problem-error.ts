import type { ProblemDocument } from '#api/http/problem.ts';

/** What `call` throws: the API's problem document, or one of the same form where no answer came at all. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Whether an error says that nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'not-signed-in';
}

/** Whether no answer came, or a stranger's: what was asked for may or may not have been done. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'unavailable' && error.problem.instance === '';
}
