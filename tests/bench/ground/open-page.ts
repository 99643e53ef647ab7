/** An open page: a stream of changes, and a connection on which it reads. */
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { connectTo, type Connection } from './connection.ts';
import type { BenchServer } from './processes.ts';

export interface OpenPage {
  readonly connection: Connection;
  /** Done when the page is told of a change once more from now on. */
  nextTold(): Promise<unknown>;
  /** Calls back whenever it is told, and when its stream ends although the page is open. */
  listen(listeners: { readonly told: () => void; readonly broken: (error: Error) => void }): void;
  close(): void;
}

/** The connection of somebody's browser. */
export const connectionAs = (server: BenchServer, cookie: string): Connection =>
  connectTo(server.port, { cookie, origin: server.origin, 'content-type': 'application/json' });

/** Opens a page's stream; done when it was told the state of now, which every stream begins with. */
export async function openPage(server: BenchServer, cookie: string): Promise<OpenPage> {
  const connection = connectionAs(server, cookie);
  const stream = connect({ port: server.port, host: '127.0.0.1' });
  const changes = new EventEmitter();
  const nextTold = () => once(changes, 'changed');
  stream.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('event: changed')) changes.emit('changed');
  });
  const begun = nextTold();
  stream.write(`GET /api/events HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\ncookie: ${cookie}\r\n\r\n`);
  await begun;
  return {
    connection,
    nextTold,
    listen: ({ told, broken }) => {
      changes.on('changed', told);
      stream.on('close', (hadError) => broken(new Error(`a stream ended${hadError ? ' by an error' : ''}`)));
    },
    close: () => {
      connection.close();
      changes.removeAllListeners();
      stream.removeAllListeners('close').destroy();
    },
  };
}
