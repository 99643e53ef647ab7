/** How much room files may take: one of them, those of an item, those of a city, all of the office. */
import { listAttachments, sumHeldBytes, type AttachedTo } from '#db/attachments.ts';
import type { Reader, Writer } from '#db/dialect';
import type { Context } from '../http/context.ts';
import { sizeText } from '../http/limits.ts';
import { Problem } from '../http/problem.ts';
import { tooLarge } from '../http/receive-file.ts';

const day = 24 * 60 * 60 * 1000;

/** How long the content of a file that was taken back stays, so that a mistake can be mended by hand. */
const takenBackKeptMs = 30 * day;

/** What was taken back before this instant is gone from the disk, or goes with the next clearing. */
export function keptSince(now: Date): string {
  return new Date(now.getTime() - takenBackKeptMs).toISOString();
}

/** @throws Problem `too-large` */
export function checkSize({ files }: Context, bytes: number): void {
  if (bytes > files.limits.fileBytes) throw tooLarge(files.limits.fileBytes);
}

/** @throws Problem `too-many-files`, `quota-used-up` */
export async function checkRoom(
  tx: Reader | Writer,
  { files, clock }: Context,
  to: AttachedTo,
  bytes: number,
): Promise<void> {
  const { limits } = files;
  const here = (await listAttachments(tx, to)).filter(({ removedAt }) => removedAt === null).length;
  if (here >= limits.perItem) throw new Problem('too-many-files', { count: here });
  const since = keptSince(clock.now());
  if (to.region !== null && (await sumHeldBytes(tx, since, to.region)) + bytes > limits.regionBytes) {
    throw new Problem('quota-used-up', { limit: sizeText(limits.regionBytes) });
  }
  if ((await sumHeldBytes(tx, since, null)) + bytes > limits.officeBytes) {
    throw new Problem('quota-used-up', { limit: sizeText(limits.officeBytes) });
  }
}
