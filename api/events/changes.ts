import type { SeenBy } from '#db/revisions.ts';
import type { Changes } from '../http/context.ts';

/** Passes changes on to whoever listens in this process, each once. Every number only rises. */
export function changeHub(): Changes {
  const listeners = new Set<Parameters<Changes['listen']>[0]>();
  const newest = new Map<SeenBy, number>();
  const numberOf = (seenBy: SeenBy): number => newest.get(seenBy) ?? 0;
  return {
    announce(change, seenBy) {
      if (change <= numberOf(seenBy)) return;
      newest.set(seenBy, change);
      for (const listener of listeners) listener(seenBy);
    },
    numberFor: (region) => numberOf(null) + (region === null ? 0 : numberOf(region)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
