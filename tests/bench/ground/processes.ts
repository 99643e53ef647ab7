/** Servers in processes of their own, so that the client's work is never counted as theirs. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { Answers, FromServer, Question } from './questions.ts';

export interface BenchServer {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  ask<Asked extends Question>(question: Asked): Promise<Answers[Asked]>;
  /** Milliseconds of CPU that the process spends while `work` runs. */
  cpuOf(work: () => Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
}

/** What `npm start` gives to node: its flags, then the file. */
export const startArguments = manifest.scripts.start.split(' ').slice(1);

const flags = startArguments.slice(0, -1);
const running = new Set<ChildProcess>();

/** Starts the product on a database file, or at an address of PostgreSQL, with the flags that `npm start` gives. */
export function startProduct(database: string, choice: 'plain' | 'record' = 'plain'): Promise<BenchServer> {
  return start('product-server.ts', [choice], {
    PORT: '0',
    DATABASE_URL: database.startsWith('postgres:') ? database : `file:${database}`,
    LOG_LEVEL: 'error',
    SIGN_INS_PER_MINUTE: '1000',
  });
}

/** Starts a bare server that answers a path with a file's bytes. */
export function startBare(kind: 'fastify' | 'http', path: string, file: string): Promise<BenchServer> {
  return start('bare-server.ts', [kind, path, file], {});
}

/** Ends whatever is still running, each by its own process. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function start(
  entry: string,
  entryArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, entry), entryArguments, {
    execArgv: flags,
    env: { PATH: process.env['PATH'], ...environment },
    serialization: 'advanced',
  });
  running.add(child);
  const exit = once(child, 'exit').then(() => running.delete(child));
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  const listening = new Promise<number>((resolve, reject) => {
    child.on('message', (message: FromServer) => {
      if (message.kind === 'listening') return resolve(message.port);
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    });
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code}`)));
  });
  const ask = <Asked extends Question>(question: Asked): Promise<Answers[Asked]> => {
    const id = (asked += 1);
    const answered = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, resolve);
      void exit.then(() => reject(new Error(`${entry} ended before it answered ${question}`)));
    });
    child.send({ id, question });
    return answered as Promise<Answers[Asked]>; // the other end answers by a table of just these types
  };
  const port = await listening;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ask,
    cpuOf: async (work) => {
      const before = await ask('usage');
      await work();
      return (await ask('usage')).cpuMs - before.cpuMs;
    },
    stop: async () => {
      await ask('stop');
      child.disconnect();
      await exit;
    },
  };
}
