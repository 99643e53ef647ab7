/**
 * What a sabotaged source asks: `globalThis.sabotage?.(17)` is true where sabotage 17 is switched on. Which one is on
 * stands in a file beside this one, so that programs started by a test know it too; without the file nothing is sabotaged.
 * What was asked for is written down, so that the driver knows which test files can notice which sabotage.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

declare global {
  var sabotage: ((id: number) => boolean) | undefined;
}

const here = import.meta.dirname;

function switchedOn(): number | null {
  try {
    return Number(readFileSync(join(here, 'on.txt'), 'utf8'));
  } catch {
    return null;
  }
}

/** The number of the sabotage that is on; null in the dry run. */
export const on = switchedOn();

const noted = new Set<string>();
/** The test file that runs in this process; a program that a test started, and the setup of a project, have none. */
let testFile: string | null = null;

/** Names the test file for which sabotages are asked for from now on. */
export function beginTestFile(path: string): void {
  testFile = path;
  for (const id of asked) note(id);
}

const asked = new Set<number>();

/** Writes down that a sabotage was asked for. */
export function note(id: number): void {
  asked.add(id);
  if (on !== null) return;
  const line = `${id} ${testFile ?? `process ${process.ppid}`}\n`;
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(join(here, 'asked.txt'), line);
}

globalThis.sabotage = (id) => {
  note(id);
  return id === on;
};
