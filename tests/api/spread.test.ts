import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spread } from '#api/events/spread.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('what is spread over a second', () => {
  it('goes to the first once what is being done is done, to the others evenly, each once and in their order', () => {
    const taken: number[] = [];
    const telling = spread<number>(1000, (item) => taken.push(item));
    telling.add(numbers(200));
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(taken).toHaveLength(50);
    vi.advanceTimersByTime(500);
    expect(taken).toHaveLength(150);
    vi.advanceTimersByTime(500);
    expect(taken).toEqual(numbers(200));
  });

  it('waits for nobody where there is one alone', () => {
    const taken: number[] = [];
    spread<number>(1000, (item) => taken.push(item)).add([7]);
    vi.advanceTimersByTime(1);
    expect(taken).toEqual([7]);
  });

  it('is not added twice while it waits, and again once it was handed on', () => {
    const taken: number[] = [];
    const telling = spread<number>(1000, (item) => taken.push(item));
    telling.add([1, 2]);
    telling.add([2]);
    vi.advanceTimersByTime(1);
    expect(taken).toEqual([1]);
    vi.advanceTimersByTime(1000);
    telling.add([1]);
    vi.advanceTimersByTime(1);
    expect(taken).toEqual([1, 2, 1]);
  });

  it('is not handed on after it was removed, nor after the end', () => {
    const taken: number[] = [];
    const telling = spread<number>(1000, (item) => taken.push(item));
    telling.add([1, 2, 3, 4]);
    vi.advanceTimersByTime(1);
    telling.remove(2);
    vi.advanceTimersByTime(250);
    expect(taken).toEqual([1, 3]);
    telling.stop();
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual([1, 3]);
  });
});
