/** The product as a process that is killed and started again on the same database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface ServerOptions {
  /** Address of the database. */
  readonly database: string;
  /** A module of `controls/` that breaks a promise on purpose. */
  readonly control?: string;
  /** A command that runs the program, such as `strace` with its arguments. */
  readonly under?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server that runs; `origin` is where it listens. */
export interface FaultServer {
  readonly origin: string;
  readonly pid: number;
  /** Ends it as a crash does, at once; where it has ended already, only waits. */
  kill(): Promise<void>;
  /** Its end: the exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  printed(): string;
}

const running = new Set<ChildProcess>();

/** Ends whatever is still running, each by its own process. */
export function endServers(): void {
  for (const child of running) killGroup(child);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Starts the product. @throws Error with what it printed where it ends before it listens */
export async function startServer(options: ServerOptions): Promise<FaultServer> {
  const started = launch(options);
  const origin = await started.origin;
  return { ...started, origin };
}

/** Starts the product without waiting for it to listen: a fault may come before. */
export function launch({ database, control, under = [], environment = {} }: ServerOptions) {
  const imported = control === undefined ? [] : ['--import', `${root}tests/faults/ground/controls/${control}.ts`];
  const [program = '', ...rest] = [...under, process.execPath, ...imported, `${root}api/server/main.ts`];
  const child = spawn(program, rest, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database,
      PORT: '0',
      LOG_LEVEL: 'error',
      SIGN_INS_PER_MINUTE: '1000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: where it runs under another program, both must end.
    detached: true,
  });
  running.add(child);
  let text = '';
  const ended = once(child, 'exit').then(() => {
    running.delete(child);
    return child.exitCode;
  });
  const origin = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(text);
        if (found?.[1] !== undefined) resolve(found[1]);
      });
    }
    void ended.then((code) => reject(new Error(`the server ended with ${code} before it listened: ${text}`)));
  });
  // Where nobody waits for the address, its failure is told by `ended`.
  origin.catch(() => undefined);
  return {
    origin,
    pid: child.pid ?? 0,
    ended,
    printed: () => text,
    kill: async () => {
      killGroup(child);
      await ended;
    },
  };
}
