import type { FastifyInstance } from 'fastify';
import { touchSession } from '#db/sessions.ts';

/** How long uses are gathered: 200 pages that read again after a change are then one transaction and not 200. */
const gatherMs = 1000;

/**
 * Writes down when sessions were used, so that other processes and the next start know too: `(tokenHash, now)`, the moment in
 * milliseconds. It may fail on a full disk; reading goes on.
 */
export function sessionUse(app: FastifyInstance): (tokenHash: string, now: number) => void {
  const uses = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    const gathered = [...uses];
    uses.clear();
    try {
      await app.services.database.write(async (tx) => {
        for (const [tokenHash, now] of gathered) await touchSession(tx, tokenHash, new Date(now).toISOString());
      });
    } catch (error) {
      app.log.warn({ err: error }, 'the use of sessions could not be written down');
    }
  };
  app.addHook('onClose', write);
  return (tokenHash, now) => {
    uses.set(tokenHash, now);
    timer ??= setTimeout(() => void write(), gatherMs).unref();
  };
}
