/** The office's own virus scanner, where it has one: a command that is given a file and answers by its exit code. */
import { execFile } from 'node:child_process';
import type { ScanCommand } from '../http/context.ts';
import { Problem } from '../http/problem.ts';

/** What clamscan, clamdscan and their like end with where they found something. */
const found = 1;

/**
 * Has a file scanned: exit code 0 lets it through and 1 refuses it. Anything else, a command that is not there or that
 * takes too long refuses it too: what could not be looked at is not kept.
 * @throws Problem `file-infected`, `scan-unavailable`
 */
export async function scanFile(command: ScanCommand | null, path: string, name: string): Promise<void> {
  if (command === null) return;
  const code = await exitCodeOf(command, path);
  if (code === 0) return;
  throw code === found ? new Problem('file-infected', { name }) : new Problem('scan-unavailable');
}

/** Without a shell, so that no path is ever read as a command. */
function exitCodeOf({ words: [program = '', ...words], timeoutMs }: ScanCommand, path: string): Promise<number | null> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 2 ** 20, windowsHide: true } as const;
    execFile(program, [...words, path], options, (error) => {
      resolve(error === null ? 0 : typeof error.code === 'number' ? error.code : null);
    });
  });
}
