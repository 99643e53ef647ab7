/** Takes out of a packed document what the clock put into it, so that it is the same to the byte whenever it is made. */
import { xmlText } from '../workbooks/xml-text.ts';

interface Override {
  readonly path: string;
  readonly data: string;
}

/** Midnight of 1 January 1980, the first that a zip can say: as in the workbooks that go out. */
const firstDay = 0x21;

/** How an entry of a zip's directory begins. */
const entrySignature = 0x02_01_4b_50;

/** Packs with properties of our own in the place of those that name the moment, then sets every date in the zip. */
export async function withoutClock(
  pack: (overrides: readonly Override[]) => Promise<Buffer>,
  { title, creator }: { readonly title: string; readonly creator: string },
): Promise<Buffer> {
  const packed = await pack([{ path: 'docProps/core.xml', data: coreProperties(title, creator) }]);
  setDates(packed);
  return packed;
}

const coreProperties = (title: string, creator: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator>`,
    '</cp:coreProperties>',
  ].join('');

/** Walks the directory at the zip's end and sets the date of each entry, there and at its place. */
function setDates(zip: Buffer): void {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === entrySignature) {
    zip.writeUInt32LE(firstDay << 16, at + 12);
    const local = zip.readUInt32LE(at + 42);
    zip.writeUInt32LE(firstDay << 16, local + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
