/** Hands items on a few at a time, so that what each of them sets off does not come all at once. */
export interface Spread<Item> {
  /** Adds items; one that still waits is not added twice. */
  add(items: Iterable<Item>): void;
  /** An item that is not to be handed on any more. */
  remove(item: Item): void;
  /** Hands nothing on from now on. */
  stop(): void;
}

/** How often some are handed on: each time wakes the process and its readers, so many at a time cost less than few. */
const stepMs = 250;

/**
 * Hands the items that were added to `take` within about `overMs` milliseconds, the first ones as soon as what is being
 * done is done: whoever made a change is answered before others are told of it.
 */
export function spread<Item>(overMs: number, take: (item: Item) => void): Spread<Item> {
  const waiting = new Set<Item>();
  let share = 1;
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    timer = undefined;
    let taken = 0;
    for (const item of waiting) {
      if (taken === share) break;
      taken += 1;
      waiting.delete(item);
      take(item);
    }
    if (waiting.size > 0) timer = setTimeout(step, stepMs).unref();
  };
  return {
    add: (items) => {
      for (const item of items) waiting.add(item);
      share = Math.ceil(waiting.size / (overMs / stepMs));
      timer ??= setTimeout(step, 0).unref();
    },
    remove: (item) => void waiting.delete(item),
    stop: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
