/** The rest of `npm start`: builds the pages where they are not those of the sources, then runs the program in this very process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How often it is looked whether npm's shell still lives, in milliseconds. */
const lookEveryMs = 250;

const root = join(import.meta.dirname, '..', '..');
const shell = process.ppid;
// In a process of its own, so that the memory of the build tools is given back.
const build = join(root, 'web', 'build.ts');
const child = spawn(process.execPath, [build, '--if-needed'], { stdio: 'inherit' });
const built = once(child, 'exit');
// Loaded meanwhile, on the other core; why it could not be is said below, where the pages are there.
const loading = import('./load.ts');
loading.catch(() => undefined);
const [code]: unknown[] = await built;
// The build has said why.
if (code !== 0) process.exit(1);
const { run } = await loading;
await run(process.env);
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
