/** Clears away files that no row refers to: of uploads whose row was never written, and of attachments taken back long ago. */
import { listHeldFiles } from '#db/attachments.ts';
import { keptSince } from '../attachments/room.ts';
import type { Job } from './jobs.ts';

const day = 24 * 60 * 60 * 1000;

/** A file without a row is left alone for so long: its row may be on the way, or in a database that is yet to be put back. */
const orphanKeptMs = 7 * day;

export const clearFiles: Job = {
  name: 'clear-files',
  everyMs: day,
  run: async (run) => {
    const { database, clock, files } = run.services;
    // Asked first: a file that came after this question is too young to be looked at.
    const old = (await files.store.list()).filter(({ ageMs }) => ageMs > orphanKeptMs);
    const held = new Set(await listHeldFiles(database.reader, keptSince(clock.now())));
    const orphans = old.filter(({ id }) => !held.has(id));
    if (orphans.length === 0 || run.signal.aborted) return;
    const command = { action: 'system.clear-files', object: 'files', request: null } as const;
    await run.change({ ...command, changesStandings: false, changesPages: false }, async () => ({
      reply: null,
      detail: { files: orphans.length },
    }));
    for (const { id } of orphans) await files.store.remove(id);
  },
};
