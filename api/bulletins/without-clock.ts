/** Takes out of a packed document what clock and chance put into it, so that it is the same to the byte whenever it is made. */
import { inflateRawSync } from 'node:zlib';
import { xmlText } from '../workbooks/xml-text.ts';
import { zipped } from '../workbooks/zip.ts';

interface Override {
  readonly path: string;
  readonly data: string;
}

type Part = readonly [name: string, content: Buffer];

/** How an entry of a zip's directory begins. */
const entrySignature = 0x02_01_4b_50;

/** Packs with properties of our own in the place of those that name the moment, then packs the parts anew as ours are. */
export async function withoutClock(
  pack: (overrides: readonly Override[]) => Promise<Buffer>,
  { title, creator }: { readonly title: string; readonly creator: string },
): Promise<Buffer> {
  return repacked(await pack([{ path: 'docProps/core.xml', data: coreProperties(title, creator) }]));
}

const coreProperties = (title: string, creator: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator>`,
    '</cp:coreProperties>',
  ].join('');

/** The same package without dates, and with counted names in the place of drawn ones; the workbooks of charts alike. */
function repacked(zip: Buffer): Buffer {
  const parts = partsOf(zip);
  const names = drawnNames(parts);
  return zipped(
    parts.map(([name, content]) => {
      if (name.endsWith('.xlsx')) return [name, repacked(content)] as const;
      const renamed = names.reduce((text, drawn, at) => text.replaceAll(drawn, `rIdPart${at + 1}`), content.toString());
      return [name, renamed] as const;
    }),
  );
}

/** The names of relations that the library draws by chance, in their order; those it counts stay. */
function drawnNames(parts: readonly Part[]): readonly string[] {
  const relations = parts.filter(([name]) => name.endsWith('.rels'));
  return relations.flatMap(([, content]) =>
    [...content.toString().matchAll(/ Id="(rId[^"]+)"/g)].flatMap(([, name = '']) =>
      /^rId\d+$/.test(name) ? [] : [name],
    ),
  );
}

/** Walks the directory at the zip's end and unpacks what it names, in its order. */
function partsOf(zip: Buffer): readonly Part[] {
  const parts: Part[] = [];
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06')) + 16);
  while (zip.readUInt32LE(at) === entrySignature) {
    const [method, packed, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    parts.push([zip.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? bytes : inflateRawSync(bytes)]);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
