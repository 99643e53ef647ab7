/** Packs parts into a zip while they are still being made, so that a large one needs no memory. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { endOf, headOf, sizesOf, type Packed } from './zip-records.ts';

/** The pieces of a part, in order. */
export type Pieces = Iterable<string> | AsyncIterable<string>;

/**
 * The zip in pieces, as they are taken: whoever takes no more stops those who make them.
 *
 * @throws RangeError for what a zip of this kind cannot hold, 4 GiB
 */
export async function* streamedZip(
  parts: readonly (readonly [name: string, content: Pieces])[],
): AsyncGenerator<Buffer> {
  const done: Packed[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const begun = { name, offset, crc: 0, packed: 0, plain: 0, isSizedAfter: true };
    const head = headOf(begun);
    yield head;
    const part = yield* packed(content, begun);
    const sizes = sizesOf(part);
    yield sizes;
    done.push(part);
    offset += head.length + part.packed + sizes.length;
  }
  yield endOf(done, offset);
}

async function* packed(content: Pieces, begun: Packed): AsyncGenerator<Buffer, Packed> {
  const sum = { crc: 0, packed: 0, plain: 0 };
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes = Buffer.from(piece);
      sum.crc = crc32(bytes, sum.crc);
      sum.plain += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw();
  // What goes wrong while the pieces are made ends `deflate`, and is thrown where it is read.
  pipeline(Readable.from(counted()), deflate, () => {});
  const out: AsyncIterable<Buffer> = deflate;
  for await (const bytes of out) {
    sum.packed += bytes.length;
    yield bytes;
  }
  return { ...begun, ...sum };
}
