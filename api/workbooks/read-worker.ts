/** The worker that reads one file and ends: what it cannot hold in its memory ends it alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv-reader.ts';
import { Unread, type Refusal } from './grid.ts';
import { readXlsx } from './xlsx-reader.ts';

const { path, kind }: { readonly path: string; readonly kind: 'xlsx' | 'csv' } = workerData;

try {
  parentPort?.postMessage({ grid: await (kind === 'xlsx' ? readXlsx(path) : readCsv(path)) });
} catch (error) {
  // Every other error is the readers' of zip, XML and text, and about the file.
  const refusal: Refusal = error instanceof Unread ? error.refusal : { why: 'unreadable' };
  parentPort?.postMessage({ refusal });
}
