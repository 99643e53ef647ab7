/** `npm start`: builds the pages where they are not those of the sources, then runs the program in this very process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** How often it is looked whether npm's shell still lives, in milliseconds. */
const lookEveryMs = 250;

const root = join(import.meta.dirname, '..', '..');
// What a start compiles, five hundred files of TypeScript among it, the next one takes over; where it cannot be written, none does.
enableCompileCache(join(root, 'node_modules', '.cache', 'xushi'));

const shell = process.ppid;
// In a process of its own, so that the memory of the build tools is given back.
const build = join(root, 'web', 'build.ts');
const child = spawn(process.execPath, [build, '--if-needed'], { stdio: 'inherit' });
const [code]: unknown[] = await once(child, 'exit');
// The build has said why.
if (code !== 0) process.exit(1);
await import('./main.ts');
if (process.env['npm_lifecycle_event'] === 'start') stopWithShell();

/**
 * npm runs its scripts behind a shell, which dies of npm's signals and hands none on: whoever stops npm means the program.
 * Where the signal came here too, by a terminal or a service manager, nothing is sent twice.
 */
function stopWithShell(): void {
  const timer = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs).unref();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => clearInterval(timer));
}
