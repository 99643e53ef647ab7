import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sizeText } from './limits.ts';
import { Problem } from './problem.ts';

/** What came, in numbers. */
export interface Received {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Passes the body of a request on as fast as it is taken, and no further than its limit. The request itself is left open,
 * so that it can still be answered.
 * @throws Problem `too-large` where more comes; `malformed-request` where the sender broke off
 */
export async function receive(body: Readable, into: Writable, maxBytes: number): Promise<Received> {
  const digest = createHash('sha256');
  let bytes = 0;
  await pipeline(async function* () {
    for await (const chunk of chunksOf(body)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      digest.update(chunk);
      yield chunk;
    }
  }, into);
  return { bytes, sha256: digest.digest('hex') };
}

/** The problem of a body that is larger than this. */
export function tooLarge(maxBytes: number): Problem {
  return new Problem('too-large', { limit: sizeText(maxBytes) });
}

/** Takes what is left of a refused body, so that its sender reads the answer, but not more than this. */
export function takeRest(body: Readable, maxBytes: number): void {
  let bytes = 0;
  body.on('error', () => undefined);
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) body.destroy();
  });
  body.resume();
}

async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw body.destroyed ? new Problem('malformed-request') : error;
  }
}
