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

/**
 * One after the other in turns of the event loop: `await take()` goes on once whoever asked before has done what it can without
 * a wait, in this turn where that has not yet lasted `maxMs`, else in the next one. SQLite answers without a wait, so
 * whatever many requests ask at the same moment would be computed in one go, and hold up everybody else for their sum.
 */
export function takingTurns(maxMs = 8): () => Promise<void> {
  const waiting: (() => void)[] = [];
  /** When this turn's first one asked; null where nobody has. */
  let since: number | null = null;
  let isHandingOn = false;
  const begin = (): void => {
    since = performance.now();
    setImmediate(endTurn);
  };
  const letOneGo = (): void => {
    waiting.shift()?.();
    handOnLater();
  };
  const handOnLater = (): void => {
    if (isHandingOn) return;
    isHandingOn = true;
    // A tick that is asked for among microtasks comes when all of them are done, and so is what was let go on.
    queueMicrotask(() => process.nextTick(handOn));
  };
  const handOn = (): void => {
    isHandingOn = false;
    if (waiting.length > 0 && since !== null && performance.now() - since < maxMs) letOneGo();
  };
  const endTurn = (): void => {
    since = null;
    if (waiting.length === 0) return;
    begin();
    letOneGo();
  };
  return () => {
    if (since === null) begin();
    handOnLater();
    return new Promise((resolve) => void waiting.push(resolve));
  };
}

/** The turns of this process: what answers requests, and what computes replies to keep, asks before it begins. */
export const takeTurn = takingTurns();
