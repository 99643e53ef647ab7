/** The records of a zip around its packed parts (APPNOTE 4.3), without the extension for parts of 4 GiB and more. */

/** A part as the zip tells of it; sizes in bytes. */
export interface Packed {
  /** ASCII. */
  readonly name: string;
  /** Where its head stands in the file. */
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  /** Whether checksum and sizes follow the content, because they were not known before it; the head then leaves them 0. */
  readonly isSizedAfter: boolean;
}

/** Midnight of 1 January 1980, the first that a zip can say: a file does not change because it was made later. */
const firstDay = 0x21;
const sizedAfter = 8;

/** What stands before a part's content. */
export function headOf(part: Packed): Buffer {
  const unknown = part.isSizedAfter ? { crc: 0, packed: 0, plain: 0 } : {};
  return Buffer.concat([Buffer.from('PK\x03\x04'), fieldsOf({ ...part, ...unknown }), Buffer.from(part.name)]);
}

/** What stands after the content of a part whose head could not say it. */
export function sizesOf({ crc, packed, plain }: Packed): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc, 0);
  sizes.writeUInt32LE(packed, 4);
  sizes.writeUInt32LE(plain, 8);
  return Buffer.concat([Buffer.from('PK\x07\x08'), sizes]);
}

/** The directory of all parts, and the end of the file; `offset` is where it begins. */
export function endOf(parts: readonly Packed[], offset: number): Buffer {
  const entries = parts.map((part) => {
    const after = Buffer.alloc(14);
    after.writeUInt32LE(part.offset, 10);
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fieldsOf(part), after, Buffer.from(part.name)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([directory, Buffer.from('PK\x05\x06'), end]);
}

/** What head and directory say alike. */
function fieldsOf({ name, crc, packed, plain, isSizedAfter }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(isSizedAfter ? sizedAfter : 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(plain, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
