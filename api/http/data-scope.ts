import type { Context } from './context.ts';

/** The one city that the caller may see, for queries to be limited to; null where the role sees all of them. */
export function ownCity({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.role === 'bureau' ? (actor.region ?? '') : null;
}
