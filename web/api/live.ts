import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { events } from '#api/events/contract.ts';
import type { Change } from '#api/events/contract.ts';
import { paced } from './paced.ts';
import { refresh } from './query-client.ts';
import { sessionQuery } from './session.ts';

export type Connection = 'connecting' | 'live' | 'offline';

const retryAfter = 5_000;
/** Many changes at once, such as a whole province's reports, make a page read again once. */
const refreshEvery = 500;

/** Keeps open pages current: whenever something was accepted, returned or changed, they read again. Says whether the line stands. */
export function useLive(): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => listen(client, setConnection), [client]);
  return connection;
}

/** Opens the stream and opens it again after every end; gives the function that closes it for good. */
function listen(client: QueryClient, onConnection: (connection: Connection) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: number | null = null;
  const reading = paced(refreshEvery, () => void refresh(client));
  const open = (): void => {
    source = new EventSource(events.path);
    source.addEventListener('open', () => onConnection('live'));
    source.addEventListener('changed', ({ data }) => {
      const { revision }: Change = JSON.parse(data);
      // Every connection begins with the revision as it is: another one after a pause means that something was missed.
      // The first may come after a change that the page's own reads came before, so it counts as one.
      if (seen !== revision) reading.ask();
      seen = revision;
    });
    source.addEventListener('error', () => {
      onConnection('offline');
      // The browser tries again by itself after a broken line, but never after a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, retryAfter);
      // It does not say why: perhaps the session has ended, of which nobody tells who does not listen.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    reading.stop();
    source?.close();
  };
}
