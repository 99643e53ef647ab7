import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const place = '/dev/shm';
/** All test files together keep less than a tenth of it. */
const wanted = 4 * 2 ** 30;

/** A folder that is gone when it is no longer needed. */
export interface MemoryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * A folder in memory for the databases of the tests, which wait for the disk at every commit otherwise; null on a machine
 * without one, or with too little room in it. What is promised of a disk is tested on a disk.
 */
export function memoryFolder(): MemoryFolder | null {
  try {
    const { bavail, bsize } = statfsSync(place);
    if (bavail * bsize < wanted) return null;
    const path = mkdtempSync(join(place, 'xushi-tests-'));
    // Programs that tests start as somebody else must reach what is in it.
    chmodSync(path, 0o755);
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
  } catch {
    return null;
  }
}
