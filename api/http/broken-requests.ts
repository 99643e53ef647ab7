import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemTexts } from './problem.ts';

/** What Node says of a request that it could not even read. */
interface ReadingFault extends Error {
  readonly code?: string;
}

/**
 * Answers a request that is not HTTP, or whose head is too large or too slow, in the form and with the headers of every
 * other answer, and closes the connection.
 */
export function answerBrokenRequests(
  headers: Readonly<Record<string, string>>,
): (fault: ReadingFault, socket: Socket) => void {
  return (fault, socket) => {
    if (fault.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = statusOf(fault);
    const body = JSON.stringify({
      type: '/api/docs#malformed-request',
      title: STATUS_CODES[status],
      status,
      // Its language could not be read either.
      detail: `${problemTexts['malformed-request'].zh} ${problemTexts['malformed-request'].en}`,
      instance: `urn:uuid:${randomUUID()}`,
      code: 'malformed-request',
      errors: [],
    });
    const lines = Object.entries({
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  };
}

function statusOf({ code }: ReadingFault): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
