/** Reads an uploaded table in a worker with bounds on memory and time, so that no file stops or ends the server. */
import { Worker } from 'node:worker_threads';
import { Problem } from '../http/problem.ts';
import type { Grid, Refusal } from './grid.ts';

const timeoutMs = 15_000;
const resourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 };

/** Two at a time bound the memory of all; the others wait for their turn. */
const maxWorkers = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/**
 * The table of a file that lies on the disk.
 * @throws Problem `sheet-unreadable`, `sheet-too-large`, `sheet-encoding`, `sheet-quotes`
 */
export async function readGrid(path: string, kind: 'xlsx' | 'csv'): Promise<Grid> {
  await turn();
  try {
    const answer = await read(path, kind);
    if ('grid' in answer) return answer.grid;
    throw problemOf(answer.refusal);
  } finally {
    pass();
  }
}

async function turn(): Promise<void> {
  if (busy < maxWorkers) busy += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands the place on to who waits longest. */
function pass(): void {
  const next = waiting.shift();
  if (next === undefined) busy -= 1;
  else next();
}

type Answer = { readonly grid: Grid } | { readonly refusal: Refusal };

function read(path: string, kind: 'xlsx' | 'csv'): Promise<Answer> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { path, kind },
    resourceLimits,
  });
  return new Promise<Answer>((resolve) => {
    // Out of memory, or out of time: both are too much for one table.
    const giveUp = (): void => resolve({ refusal: { why: 'too-large' } });
    const timer = setTimeout(giveUp, timeoutMs);
    worker.once('message', resolve);
    worker.once('error', giveUp);
    worker.once('exit', () => {
      clearTimeout(timer);
      giveUp();
    });
  }).finally(() => worker.terminate());
}

function problemOf(refusal: Refusal): Problem {
  if (refusal.why === 'quotes') return new Problem('sheet-quotes', { row: refusal.row });
  return new Problem(`sheet-${refusal.why}`);
}
