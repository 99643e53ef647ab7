import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A run of one of the project's programs. */
export interface Program {
  readonly process: ChildProcess;
  /** All that it printed so far. */
  printed(): string;
  /** Waits until what was printed matches, and returns the match. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until it has ended, and returns its exit code. */
  ended(): Promise<number | null>;
}

/** Starts a program of the project as a process of its own with this environment; ended after the test if it still runs. */
export function run(file: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): Program {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  return {
    process: child,
    printed: () => text,
    prints: async (pattern) => {
      for (;;) {
        const match = pattern.exec(text);
        if (match !== null) return match;
        // One that was killed has no code; going on would wait for nothing, for ever, without a pause.
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`ended with ${child.exitCode ?? child.signalCode} before printing ${pattern}: ${text}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exit]);
      }
    },
    ended: async () => {
      await exit;
      return child.exitCode;
    },
  };
}
