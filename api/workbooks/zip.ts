/** Packs the parts of a document into a zip, the same bytes for the same parts. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Midnight of 1 January 1980, the first that a zip can say: a file does not change because it was made later. */
const firstDay = 0x21;

/** Parts by their names, in order. Names are ASCII. */
export function zipped(parts: readonly (readonly [name: string, content: string])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(firstDay, 8);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const after = Buffer.alloc(14);
    after.writeUInt32LE(offset, 10);
    local.push(file);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, after, Buffer.from(name)]));
    offset += file.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}
