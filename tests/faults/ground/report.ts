import { appendFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the long set runs (`npm run test:faults`), or the quick one that is part of `npm test`. */
export const isLong = process.env['XUSHI_FAULTS'] === 'long';

const folder = fileURLToPath(new URL('../../.output/', import.meta.url));

/** Says a fault's figures in one line, on the screen and in `tests/.output/faults.txt`. */
export function report(line: string): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(`${folder}faults.txt`, `${line}\n`);
  console.log(line);
}
