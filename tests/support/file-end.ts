/** What is put away when a test file ends. Test files of a worker share their modules, so that no module can say it once for all. */
const ends: (() => Promise<void> | void)[] = [];

/** Has this done when the test file ends that asks for it. */
export function atFileEnd(end: () => Promise<void> | void): void {
  ends.push(end);
}

/** Does what was asked for, newest first. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0).toReversed()) await end();
}
