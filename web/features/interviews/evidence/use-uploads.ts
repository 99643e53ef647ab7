import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { attachToInterview, attachToItem, typeOfName } from '#api/attachments/contract.ts';
import { upload } from '../../../api/files.ts';
import { newIdempotencyKey } from '../../../api/idempotency-key.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { formatBytes } from '../../../text/format.ts';
import type { Text } from '../../../text/messages/catalogue.ts';

/** What files are attached to: an item, or the interview itself where no item is named. */
export interface EvidencePlace {
  readonly interview: string;
  readonly item: { readonly region: string; readonly item: string } | null;
}

/** One file on its way. Once it has arrived it is in the list of attached files and no longer here. */
export interface Upload {
  /** One key for all tries, so that a file whose answer was lost is not attached twice. */
  readonly key: string;
  readonly file: File;
  readonly sent: number;
  /** Why it did not arrive, in words; null while it is on its way. */
  readonly failure: string | null;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly add: (files: Iterable<File>) => void;
  readonly retry: (upload: Upload) => void;
  /** Ends a file that is on its way, or forgets one that failed. */
  readonly drop: (upload: Upload) => void;
}

/** Why a file need not even be sent; null where it may be taken. */
export function refusalOf(file: Pick<File, 'name' | 'size'>, maxBytes: number, t: Text): string | null {
  if (typeOfName(file.name) === null) return t('evidence.notTaken');
  return file.size > maxBytes ? t('evidence.tooLarge', { size: formatBytes(maxBytes) }) : null;
}

const newUpload = (file: File, failure: string | null): Upload => ({
  key: newIdempotencyKey(),
  file,
  sent: 0,
  failure,
});

/** Sends files to a place, each by itself, and says of each how far it is or why it failed. */
export function useUploads(place: EvidencePlace, maxBytes: number, t: Text): Uploads {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const underWay = useRef(new Map<string, AbortController>());
  const change = (key: string, more: Partial<Upload>): void =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const forget = (key: string): void => setUploads((before) => before.filter((one) => one.key !== key));

  const begin = async ({ key, file }: Upload): Promise<void> => {
    const ending = new AbortController();
    underWay.current.set(key, ending);
    try {
      await send(place, file, key, { signal: ending.signal, onProgress: ({ sent }) => change(key, { sent }) });
      await refresh(client);
      forget(key);
    } catch (error) {
      if (!ending.signal.aborted) change(key, { failure: problemOf(error).detail });
    } finally {
      underWay.current.delete(key);
    }
  };

  return {
    uploads,
    add: (files) => {
      const added = [...files].map((file) => newUpload(file, refusalOf(file, maxBytes, t)));
      setUploads((before) => [...before, ...added]);
      for (const one of added) if (one.failure === null) void begin(one);
    },
    retry: (one) => {
      change(one.key, { sent: 0, failure: null });
      void begin(one);
    },
    drop: ({ key }) => {
      underWay.current.get(key)?.abort();
      forget(key);
    },
  };
}

function send(
  { interview, item }: EvidencePlace,
  file: File,
  idempotencyKey: string,
  sending: Parameters<typeof upload>[3],
): Promise<unknown> {
  // Systems differ in what they call a file's kind, and some know none; the server takes it by its name.
  const typed = file.slice(0, file.size, typeOfName(file.name) ?? '');
  const query = { name: file.name };
  return item === null
    ? upload(attachToInterview, { params: { interview }, query, idempotencyKey }, typed, sending)
    : upload(attachToItem, { params: { interview, ...item }, query, idempotencyKey }, typed, sending);
}
