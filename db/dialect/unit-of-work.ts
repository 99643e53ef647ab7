import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A guard that runs a unit of work and refuses another one started inside it:
 * the inner one would wait for the outer one, which waits for the inner one, for ever.
 */
export function refuseNesting(): <T>(work: () => Promise<T>) => Promise<T> {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return async (work) => {
    if (current.getStore()?.open === true) {
      throw new Error(
        'write() inside write(): pass the tx of the outer unit of work on instead of opening another one',
      );
    }
    const unit = { open: true };
    try {
      return await current.run(unit, work);
    } finally {
      // Work that outlives its unit (an event, a timer) inherits the store and may write again.
      unit.open = false;
    }
  };
}

/** A queue that runs one task at a time in the order of asking; a failed task does not stop the next. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };
}
