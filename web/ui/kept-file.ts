/** A file that a person chose, with what they decided about it: kept in their browser, so that a reload does not lose it. */

export interface KeptFile<Choice> {
  readonly file: File;
  readonly choice: Choice;
}

const store = 'files';

/** Keeps a file under a key, in the place of the one before. */
export async function keepFile(key: string, kept: KeptFile<unknown>): Promise<void> {
  await inStore('readwrite', (files) => files.put(kept, key));
}

/** The file that is kept under a key; null where there is none, or where the browser keeps nothing. */
export async function keptFile(key: string): Promise<KeptFile<unknown> | null> {
  const kept = await inStore('readonly', (files) => files.get(key));
  return isKept(kept) ? kept : null;
}

/** Takes away what is kept under a key. */
export async function forgetFile(key: string): Promise<void> {
  await inStore('readwrite', (files) => files.delete(key));
}

const isKept = (value: unknown): value is KeptFile<unknown> =>
  typeof value === 'object' && value !== null && 'file' in value && value.file instanceof File && 'choice' in value;

/** A browser that keeps nothing (a private window, a full disk) is no failure: the file stays on the page. */
async function inStore(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const opening = indexedDB.open('xushi', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
    const database: IDBDatabase = await answerOf(opening);
    try {
      return await answerOf<unknown>(ask(database.transaction(store, mode).objectStore(store)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('nothing is kept')));
  });
