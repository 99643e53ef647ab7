import { setImmediate as turn } from 'node:timers/promises';

/** Lets others have their turn where a long work, which asks between its steps, has held the event loop for that long. */
export function pausing(maxMs = 8): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < maxMs) return;
    await turn();
    since = performance.now();
  };
}
