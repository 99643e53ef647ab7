import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactElement } from 'react';
import { furtherText } from '../text/messages/use-text.ts';
import { Loaded } from '../ui/loaded.tsx';

interface FurtherPart<Props> {
  /** Draws it once its code and its words are there; before that its outline, after a failure what happened. */
  readonly Part: (props: Props) => ReactElement;
  /** Gives what asks for it ahead, when somebody is about to need it. */
  readonly useAhead: () => () => void;
}

/**
 * A part of a first page that few need: `furtherPart('pareto', async () => (await import('./pareto.tsx')).Pareto)`. Its name is
 * one of its own.
 */
export function furtherPart<Props extends object>(
  name: string,
  code: () => Promise<ComponentType<Props>>,
): FurtherPart<Props> {
  const part = queryOptions({
    queryKey: ['part', name],
    queryFn: async () => {
      const [shown] = await Promise.all([code(), furtherText()]);
      return shown;
    },
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return {
    Part: (props) => <Loaded result={useQuery(part)}>{(Shown) => <Shown {...props} />}</Loaded>,
    useAhead: () => {
      const client = useQueryClient();
      return () => void client.prefetchQuery(part);
    },
  };
}
