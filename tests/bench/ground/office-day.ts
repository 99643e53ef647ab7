/** A day's work of an office against a real server: how fast people work, and what came of it. */
import { randomUUID } from 'node:crypto';
import type { Connection, Reply } from './connection.ts';
import type { Office } from './office.ts';
import type { BenchServer } from './processes.ts';

export interface OfficeDay {
  readonly server: BenchServer;
  readonly office: Office;
  readonly outcome: Outcome;
  /** From one month of a bureau to its next. */
  readonly monthEveryMs: number;
  /** From one page that somebody opens to the next one in the same window. */
  readonly openEveryMs: number;
  readonly isOver: () => boolean;
}

export interface Outcome {
  /** The milliseconds of each request. */
  readonly reads: number[];
  readonly writes: number[];
  /** Months that were accepted, reports and corrections. */
  accepted: number;
  /** In words: an answer that was not 200, and a stream that ended. */
  readonly errors: string[];
}

/** What a change carries besides its address: the tag of what it is based on. */
export interface Change {
  readonly body: string;
  readonly tag: string;
}

export interface Sender {
  get(path: string): Promise<Reply>;
  /** A change, under a key of its own; gives the tag of what it made. */
  change(method: 'PUT' | 'POST', path: string, change: Change): Promise<string>;
}

/** Sends requests over a connection, one after the other, and keeps what came of them. */
export function senderOver(connection: Connection, { reads, writes, errors }: Outcome): Sender {
  const note = (times: number[], asked: string, reply: Reply): Reply => {
    times.push(reply.milliseconds);
    if (reply.status !== 200) errors.push(`${asked} was answered ${reply.status}: ${reply.body.toString()}`);
    return reply;
  };
  return {
    get: async (path) =>
      note(reads, `GET ${path}`, await connection.send({ path, headers: { 'accept-encoding': 'gzip' } })),
    change: async (method, path, { body, tag }) => {
      const headers = { 'if-match': tag, 'idempotency-key': randomUUID() };
      const reply = await connection.send({ method, path, headers, body });
      return tagOf(note(writes, `${method} ${path}`, reply));
    },
  };
}

export const tagOf = (reply: Reply): string => reply.headers.get('etag') ?? '';
