/** Runs something at most once in so many milliseconds, at the end of them, however often it is asked for. */
export interface Paced {
  readonly ask: () => void;
  /** Forgets what was asked for and not yet run. */
  readonly stop: () => void;
}

/** Paces `run`: the first time it is asked for begins an interval, whose end runs it once. */
export function paced(milliseconds: number, run: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const end = (): void => {
    stop();
    run();
  };
  return {
    ask: () => {
      timer ??= setTimeout(end, milliseconds);
    },
    stop,
  };
}
