import type { Database } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { takeTurn } from './event-loop.ts';

export interface ReplyCache {
  /**
   * What is kept under a key, made where it is not; `make` must depend on nothing but the key and what the database holds.
   * The same object comes back until something changes, which is what lets a reply be encoded once.
   */
  of<Value>(key: string, make: () => Value | Promise<Value>): Promise<Value>;
  /**
   * As `of`, and after a change what was kept before it is given to `make`, which may take over what still holds;
   * undefined where nothing was kept, or too long ago.
   */
  renewed<Value>(key: string, make: (before: Value | undefined) => Promise<Value>): Promise<Value>;
}

/** More than all months of a year for every bureau; beyond it everything is made anew rather than kept without bound. */
const maxEntries = 256;

/** What is renewed may be large: a whole year's rows. Enough for the history, this year, the one before, and some looked up. */
const maxRenewed = 5;

/**
 * Keeps values per revision: computing a province costs milliseconds, sending a kept reply costs microseconds.
 * The database's data version, which is nearly free to ask, says whether anybody committed anything; only then is the
 * revision read.
 */
export function replyCache(database: Database): ReplyCache {
  let dataVersion: number | undefined;
  let revision = -1;
  const entries = new Map<string, Promise<unknown>>();
  /** What was made last, the one used longest ago first. */
  const renewable = new Map<string, unknown>();

  const forgetOld = async (): Promise<void> => {
    const now = await database.dataVersion();
    if (now === dataVersion) return;
    const current = await currentRevision(database.reader);
    if (current !== revision) {
      entries.clear();
      revision = current;
    }
    dataVersion = now;
  };

  const of = async <Value>(key: string, make: () => Value | Promise<Value>): Promise<Value> => {
    await forgetOld();
    const found = entries.get(key);
    if (found !== undefined) {
      const value = await found;
      // Many may have waited for it, each with more to compute from it.
      await takeTurn();
      // One key is one kind of value: the key begins with the name of what it keeps.
      return value as Value;
    }
    if (entries.size >= maxEntries) entries.clear();
    const begun = (async () => {
      await takeTurn();
      return make();
    })();
    entries.set(key, begun);
    // One that failed is not kept.
    begun.catch(() => entries.get(key) === begun && entries.delete(key));
    return begun;
  };

  return {
    of,
    renewed: <Value>(key: string, make: (before: Value | undefined) => Promise<Value>) =>
      of(key, async () => {
        // As above: one key is one kind of value.
        const made = await make(renewable.get(key) as Value | undefined);
        renewable.delete(key);
        renewable.set(key, made);
        const [oldest] = renewable.keys();
        if (renewable.size > maxRenewed && oldest !== undefined) renewable.delete(oldest);
        return made;
      }),
  };
}
