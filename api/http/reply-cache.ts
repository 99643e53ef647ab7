import type { Database } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';

export interface ReplyCache {
  /**
   * What is kept under a key, made where it is not; `make` must depend on nothing but the key and what the database holds.
   * The same object comes back until something changes, which is what lets a reply be encoded once.
   */
  of<Value>(key: string, make: () => Value | Promise<Value>): Promise<Value>;
  /**
   * What outlives changes: `renew` is asked once after each of them, gets what was kept before, and gives that back where
   * the change did not touch it.
   */
  renewed<Value>(key: string, renew: (kept: Value | undefined) => Promise<Value>): Promise<Value>;
}

/** More than all months of a year for every bureau; beyond it everything is made anew rather than kept without bound. */
const maxEntries = 256;

/**
 * Keeps values per revision: computing a province costs milliseconds, sending a kept reply costs microseconds.
 * The database's data version, which is nearly free to ask, says whether anybody committed anything; only then is the
 * revision read.
 */
export function replyCache(database: Database): ReplyCache {
  let dataVersion: number | undefined;
  let revision = -1;
  const entries = new Map<string, Promise<unknown>>();
  const lasting = new Map<string, unknown>();

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

  const cache: ReplyCache = {
    async of<Value>(key: string, make: () => Value | Promise<Value>): Promise<Value> {
      await forgetOld();
      const found = entries.get(key);
      // One key is one kind of value: the key begins with the name of what it keeps.
      if (found !== undefined) return found as Promise<Value>;
      if (entries.size >= maxEntries) entries.clear();
      const begun = (async () => make())();
      entries.set(key, begun);
      // One that failed is not kept.
      begun.catch(() => entries.get(key) === begun && entries.delete(key));
      return begun;
    },
    renewed<Value>(key: string, renew: (kept: Value | undefined) => Promise<Value>): Promise<Value> {
      return cache.of(key, async () => {
        // One key is one kind of value here too.
        const value = await renew(lasting.get(key) as Value | undefined);
        lasting.set(key, value);
        return value;
      });
    },
  };
  return cache;
}
