import type { Changes } from '../http/context.ts';

/** Passes changes on to whoever listens in this process, each once and only ever rising. */
export function changeHub(): Changes {
  const listeners = new Set<Parameters<Changes['listen']>[0]>();
  let newest = 0;
  return {
    announce(change, seenOnlyBy) {
      if (change <= newest) return;
      newest = change;
      for (const listener of listeners) listener(change, seenOnlyBy);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
