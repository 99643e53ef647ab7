import type { PublicContext } from '../http/context.ts';
import { notReady } from '../http/unavailable.ts';

const ready = { status: 'ready' } as const;

/**
 * Asks the database whether it can be relied on.
 * @throws Problem `unavailable`
 */
export async function checkReadiness({ database, log }: PublicContext): Promise<typeof ready> {
  try {
    await database.check();
    return ready;
  } catch (error) {
    log.error({ err: error }, 'not ready');
    throw notReady(error);
  }
}
