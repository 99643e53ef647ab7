/** What a request takes of its own, where other processes keep the machine busy. */

/**
 * Does `action` and gives its result with the milliseconds it took: as a clock shows them, or, where that is less, those
 * that this process spent on processors in all its threads. A machine that is busy with something else makes the first
 * longer and not the second; a wait for nothing shows in neither, so `elapsed` is told too.
 */
export async function ownTime<Result>(
  action: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly own: number; readonly elapsed: number }> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const result = await action();
  const { user, system } = process.cpuUsage(before);
  const elapsed = performance.now() - begun;
  return { result, own: Math.min(elapsed, (user + system) / 1000), elapsed };
}

/** The promise of hostile files: an answer in under two seconds of the machine, and never a wait for a time that runs out. */
export const isPrompt = ({ own, elapsed }: { readonly own: number; readonly elapsed: number }): boolean =>
  own < 2000 && elapsed < 12_000;
