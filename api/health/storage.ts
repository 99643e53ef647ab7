/** How much room there is on the disk of the database. Pure. */
import type { StorageRoom } from '#db/dialect/contract.ts';
import type { StorageLimit, StorageLimits } from '../http/serve.ts';

/** `low`: somebody has to make room soon. `full`: nothing that is changed may be saved any more. */
export type StorageState = 'ok' | 'low' | 'full';

type Room = Pick<StorageRoom, 'freeBytes' | 'totalBytes'>;

/** What the free room of a disk means by these limits. */
export function storageState({ freeBytes, totalBytes }: Room, { low, full }: StorageLimits): StorageState {
  const isUnder = ({ bytes, share }: StorageLimit): boolean => freeBytes < Math.min(bytes, share * totalBytes);
  if (isUnder(full)) return 'full';
  return isUnder(low) ? 'low' : 'ok';
}
