import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paced } from '#web/api/paced.ts';

describe('paced', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs a burst once, at its end', () => {
    const run = vi.fn<() => void>();
    const reading = paced(500, run);
    for (let index = 0; index < 11; index += 1) reading.ask();
    vi.advanceTimersByTime(499);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs every 500 ms while it is asked without a pause', () => {
    const run = vi.fn<() => void>();
    const reading = paced(500, run);
    // Asked every 100 ms from 0 to 1900 ms: 4 intervals of 500 ms begin, at 0, 500, 1000 and 1500 ms.
    for (let index = 0; index < 20; index += 1) {
      reading.ask();
      vi.advanceTimersByTime(100);
    }
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('runs nothing more once it is stopped', () => {
    const run = vi.fn<() => void>();
    const reading = paced(500, run);
    reading.ask();
    reading.stop();
    vi.advanceTimersByTime(1000);
    expect(run).not.toHaveBeenCalled();
  });
});
