/** Reads an uploaded table in a worker with bounds on memory and time, so that no file stops or ends the server. */
import { Worker } from 'node:worker_threads';
import { Problem } from '../http/problem.ts';
import type { Answer, Grid, Refusal, Row } from './grid.ts';

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
    const found = await read(path, kind);
    if ('sheets' in found) return found;
    throw problemOf(found);
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

function read(path: string, kind: 'xlsx' | 'csv'): Promise<Grid | Refusal> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { path, kind },
    resourceLimits,
  });
  return new Promise<Grid | Refusal>((resolve) => {
    // Out of memory, or out of time: both are too much for one table.
    const giveUp = (): void => resolve({ why: 'too-large' });
    const timer = setTimeout(giveUp, timeoutMs);
    const taken = gridInParts();
    worker.on('message', (answer: Answer) => {
      const found = taken(answer);
      if (found !== null) resolve(found);
      // Others have their turn before the next part comes.
      else setImmediate(() => worker.postMessage('next'));
    });
    worker.once('error', giveUp);
    worker.once('exit', () => {
      clearTimeout(timer);
      giveUp();
    });
  }).finally(() => worker.terminate());
}

/** Takes a table part by part; gives it, or why there is none, once it is whole. */
function gridInParts(): (answer: Answer) => Grid | Refusal | null {
  let names: readonly string[] = [];
  let encoding: Grid['encoding'] = null;
  const rows = new Map<number, Row[]>();
  return (answer) => {
    switch (answer.is) {
      case 'head':
        ({ names, encoding } = answer);
        return null;
      case 'rows':
        rows.set(answer.sheet, [...(rows.get(answer.sheet) ?? []), ...answer.rows]);
        return null;
      case 'end':
        return { sheets: names.map((name, at) => ({ name, rows: rows.get(at) ?? [] })), encoding };
      case 'refused':
        return answer.refusal;
    }
  };
}

function problemOf(refusal: Refusal): Problem {
  if (refusal.why === 'quotes') return new Problem('sheet-quotes', { row: refusal.row });
  return new Problem(`sheet-${refusal.why}`);
}
