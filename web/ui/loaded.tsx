import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/local-problem.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import { ProblemView } from './problem-view.tsx';

interface LoadedProps<Data> {
  readonly result: UseQueryResult<Data>;
  /** What stands in the place while the first answer is on the way. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** A query's data once it is there; before that its outline, after a failure what happened. What was read once stays in view. */
export function Loaded<Data>({ result, skeleton, children }: LoadedProps<Data>) {
  if (result.data !== undefined) return children(result.data);
  if (result.isPending) return skeleton ?? <PageSkeleton />;
  const problem = problemOf(result.error);
  // Asking again brings nothing where there is nothing, or where it may not be seen.
  const isFinal = problem.status === 403 || problem.status === 404;
  return <ProblemView problem={problem} {...(!isFinal && { retry: () => void result.refetch() })} />;
}
