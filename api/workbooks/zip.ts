/** Packs the parts of a document into a zip, the same bytes for the same parts. */
import { crc32, deflateRawSync } from 'node:zlib';
import { endOf, headOf, type Packed } from './zip-records.ts';

/** Parts by their names, in order. Names are ASCII. */
export function zipped(parts: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const local: Buffer[] = [];
  const packed: Packed[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    const bytes = deflateRawSync(plain);
    const part = { name, offset, crc: crc32(plain), packed: bytes.length, plain: plain.length, isSizedAfter: false };
    const file = Buffer.concat([headOf(part), bytes]);
    local.push(file);
    packed.push(part);
    offset += file.length;
  }
  return Buffer.concat([...local, endOf(packed, offset)]);
}
