import type { Database } from '#db/dialect';

/**
 * The same database, asked for its stamp at most once a turn of the event loop: every request asks two or three times, and
 * the question costs as much as the rest of a request. Our own commits are seen at once, those of other processes a turn
 * later.
 */
export function stampedOnceATurn(database: Database): Database {
  let known: number | Promise<number> | null = null;
  const forget = (): void => {
    known = null;
  };
  return {
    ...database,
    stamp: () => {
      if (known === null) {
        known = database.stamp();
        setImmediate(forget);
      }
      return known;
    },
    write: async (work) => {
      try {
        return await database.write(work);
      } finally {
        forget();
      }
    },
  };
}
