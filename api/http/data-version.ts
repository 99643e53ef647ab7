import type { Database } from '#db/dialect';

/**
 * The same database, asked for its data version at most once a turn of the event loop: every request asks two or three times, and
 * the question costs as much as the rest of a request. Our own commits are seen at once, those of other processes a turn
 * later.
 */
export function dataVersionOnceATurn(database: Database): Database {
  let known: number | Promise<number> | null = null;
  const forget = (): void => {
    known = null;
  };
  return {
    ...database,
    dataVersion: () => {
      if (known === null) {
        known = database.dataVersion();
        setImmediate(forget);
      }
      return known;
    },
    write: async (work, label) => {
      try {
        return await database.write(work, label);
      } finally {
        forget();
      }
    },
  };
}
