import type { Changes } from '../context.ts';

/** Passes revisions on to whoever listens in this process, each once and only ever rising. */
export function changeHub(): Changes {
  const listeners = new Set<(revision: number) => void>();
  let newest = 0;
  return {
    announce(revision) {
      if (revision <= newest) return;
      newest = revision;
      for (const listener of listeners) listener(revision);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
