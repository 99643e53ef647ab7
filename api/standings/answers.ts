import type { Database } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

export interface Answers {
  /**
   * The reply under a key, made from the year's snapshot where it is not kept; `make` must depend on nothing else.
   * The same object comes back until something changes, which is what lets it be encoded once.
   */
  of<Reply>(key: string, year: number, make: (snapshot: Snapshot) => Reply): Promise<Reply>;
  /** The year's snapshot as it stands now. */
  snapshot(year: number): Promise<Snapshot>;
}

/** More than all months of a year for every bureau; beyond it everything is made anew rather than kept without bound. */
const most = 256;

/**
 * Keeps replies per revision: computing a province costs milliseconds, sending a kept reply costs microseconds.
 * The database's stamp, which is nearly free to ask, says whether anybody committed anything; only then is the revision read.
 */
export function keepAnswers(database: Database): Answers {
  let stamp: number | undefined;
  let revision = -1;
  const snapshots = new Map<number, Promise<Snapshot>>();
  const replies = new Map<string, Promise<unknown>>();

  const forgetOld = async (): Promise<void> => {
    const now = await database.stamp();
    if (now === stamp) return;
    const current = await currentRevision(database.reader);
    if (current !== revision) {
      snapshots.clear();
      replies.clear();
      revision = current;
    }
    stamp = now;
  };

  const snapshotOf = (year: number): Promise<Snapshot> =>
    kept(snapshots, year, () => readSnapshot(database.reader, year));

  return {
    async of<Reply>(key: string, year: number, make: (snapshot: Snapshot) => Reply): Promise<Reply> {
      await forgetOld();
      const reply = kept(replies, key, async () => make(await snapshotOf(year)));
      return reply as Promise<Reply>; // one key is one kind of reply: the key begins with the endpoint's name
    },
    async snapshot(year) {
      await forgetOld();
      return snapshotOf(year);
    },
  };
}

/** The promise under a key, begun where there is none; a failed one is not kept. */
function kept<Key, Value>(map: Map<Key, Promise<Value>>, key: Key, begin: () => Promise<Value>): Promise<Value> {
  const found = map.get(key);
  if (found !== undefined) return found;
  if (map.size >= most) map.clear();
  const begun = begin();
  map.set(key, begun);
  begun.catch(() => map.get(key) === begun && map.delete(key));
  return begun;
}
