import { connect } from 'node:net';

/** A request; what a browser would add is written out, so that both sides of a comparison get the same bytes. */
export interface Request {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** From sending the first byte to having the last one. */
  readonly milliseconds: number;
}

/** One keep-alive connection; one request at a time. */
export interface Connection {
  send(request: Request): Promise<Reply>;
  close(): void;
}

/** Connects to 127.0.0.1 and does as little for each reply as a client can: it needs a `content-length`, or no body. */
export function connectTo(port: number, always: Readonly<Record<string, string>> = {}): Connection {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting: { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void } | null = null;
  let chunks: Buffer[] = [];
  let received = 0;
  let head: ReturnType<typeof readHead> = null;
  let started = 0;
  const fail = (error: Error): void => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    if (head === null) {
      chunks = [Buffer.concat(chunks)];
      head = readHead(chunks[0] ?? chunk);
    }
    if (head === null || received < head.whole) return;
    const { status, headers, start, whole } = head;
    const milliseconds = performance.now() - started;
    const body = Buffer.concat(chunks).subarray(start, whole);
    head = null;
    waiting?.resolve({ status, headers, body, milliseconds });
  });
  return {
    send: ({ method = 'GET', path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the server closed the connection'));
        const lines = Object.entries({
          host: `127.0.0.1:${port}`,
          ...always,
          ...headers,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        }).map(([name, value]) => `${name}: ${value}\r\n`);
        waiting = { resolve, reject };
        chunks = [];
        received = 0;
        started = performance.now();
        socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}

function readHead(bytes: Buffer) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const start = end + 4;
  return {
    status: Number(first.slice(9, 12)),
    headers,
    start,
    whole: start + Number(headers.get('content-length') ?? 0),
  };
}
