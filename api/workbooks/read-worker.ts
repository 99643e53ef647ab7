/** The worker that reads one file and ends: what it cannot hold in its memory ends it alone. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Unread, type Answer, type Grid, type Refusal, type Row } from './grid.ts';

const { path, kind }: { readonly path: string; readonly kind: 'xlsx' | 'csv' } = workerData;

/** As many as the other side takes in without holding up anybody else. */
const cellsAtOnce = 2000;

const tell = (answer: Answer): void => parentPort?.postMessage(answer);

try {
  const { sheets, encoding } = await read();
  tell({ is: 'head', names: sheets.map(({ name }) => name), encoding });
  for (const [sheet, { rows }] of sheets.entries()) {
    for (const some of partsOf(rows)) await whenAsked({ is: 'rows', sheet, rows: some });
  }
  await whenAsked({ is: 'end' });
} catch (error) {
  // Every other error is the readers' of zip, XML and text, and about the file.
  const refusal: Refusal = error instanceof Unread ? error.refusal : { why: 'unreadable' };
  tell({ is: 'refused', refusal });
}

/** Each reader comes with its libraries, and a worker reads one file: it loads one of them. */
async function read(): Promise<Grid> {
  if (kind === 'xlsx') return (await import('./xlsx-reader.ts')).readXlsx(path);
  return (await import('./csv-reader.ts')).readCsv(path);
}

/** Part by part as each is asked for: unpacking a whole table at once would stop the server for that long. */
async function whenAsked(answer: Answer): Promise<void> {
  if (parentPort !== null) await once(parentPort, 'message');
  tell(answer);
}

function partsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  let cells = cellsAtOnce;
  for (const row of rows) {
    if (cells >= cellsAtOnce) {
      parts.push([]);
      cells = 0;
    }
    parts.at(-1)?.push(row);
    cells += row.cells.length;
  }
  return parts;
}
