/** Files that were made to stop, fill or mislead whoever reads them: each is refused or pointed to, quickly and within bounds. */
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import { hangzhou, monthOf } from '#tests/support/reporting.ts';
import { cumulativeIn, csvOf, previewIn, sendFile, workbookWith } from '#tests/support/tables-in-files.ts';
import { zipOf } from '#tests/support/zip.ts';

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row r="1">${text('A1', '指标代码')}${text('B1', '累计')}</row>`;
const areaRow = (cell: string) => `${head}<row r="2">${text('A2', 'prefab-area')}${cell}</row>`;
const good = areaRow('<c r="B2"><v>5</v></c>');
const sheet = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;

/** A part of so many bytes that says it has few: the size in its head and in the directory is a lie. */
function lying(): Buffer {
  const zip = workbookWith(`${good}${' '.repeat(60 * 2 ** 20)}`);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  for (const [mark, at] of [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ] as const) {
    const headLength = mark === 'PK\x03\x04' ? 30 : 46;
    for (let found = zip.indexOf(mark); found !== -1; found = zip.indexOf(mark, found + 4)) {
      if (zip.subarray(found + headLength, found + headLength + name.length).equals(name))
        zip.writeUInt32LE(500, found + at);
    }
  }
  return zip;
}

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`).join('')}]>`;
const entry = (name: string, content: string) => workbookWith(good, { [name]: content });

const hostile: Record<string, () => Buffer> = {
  'a bomb of 300 MB': () => workbookWith(`${good}${' '.repeat(300 * 2 ** 20)}`),
  'a part of 60 MB': () => workbookWith(`${good}${' '.repeat(60 * 2 ** 20)}`),
  'a lying head': lying,
  'a cell far below': () => workbookWith(`${good}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
  '400,000 rows': () =>
    workbookWith(head + Array.from({ length: 400_000 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('')),
  'a cell in the far corner': () => workbookWith(`${good}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  'ten thousand million laughs': () => entry('xl/worksheets/sheet1.xml', laughs + sheet(areaRow(text('B2', '&j;')))),
  'an entity from elsewhere': () =>
    entry(
      'xl/worksheets/sheet1.xml',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheet(areaRow(text('B2', '&e;')))}`,
    ),
  'a cell called __proto__': () => workbookWith(`${good}<row r="3"><c r="__proto__3"><v>1</v></c></row>`),
  'a text that is not among the shared ones': () => workbookWith(areaRow('<c r="B2" t="s"><v>__proto__</v></c>')),
  'a part above its folder': () => entry('../../outside.txt', 'x'),
  '15,000 parts': () => zipOf(Object.fromEntries(Array.from({ length: 15_000 }, (_, at) => [`p${at}`, '']))),
  'elements in elements': () => workbookWith(`${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}`),
  'no zip at all': () => Buffer.from('<html><table><tr><td>指标代码</td></tr></table></html>'),
  'a zip of something else': () => zipOf({ 'word/document.xml': '<w/>' }),
  'an encrypted zip': () => zipOf({ 'xl/workbook.xml': '<workbook/>' }, { encrypted: true }),
  nothing: () => Buffer.alloc(0),
};

describe('a hostile workbook', () => {
  it.each(Object.entries(hostile))(
    'of %s is refused in under two seconds, and the server goes on',
    async (_name, make) => {
      const { signedInAs } = await demoApp();
      const bureau = await signedInAs('bureau', hangzhou);
      const content = make();
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const reply = await sendFile(bureau, monthOf(hangzhou), content);
      const took = performance.now() - start;
      const { status, code } = reply.json<{ status: number; code: string }>();
      expect([status, code]).toEqual([422, expect.stringMatching(/^sheet-(unreadable|too-large)$/)]);
      expect(took).toBeLessThan(2000);
      expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
      // Control: the same way takes a good one.
      expect(previewIn(await sendFile(bureau, monthOf(hangzhou), workbookWith(good))).changes).toHaveLength(1);
    },
  );

  it('with a macro in it is read as cells alone', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const preview = previewIn(await sendFile(bureau, monthOf(hangzhou), entry('xl/vbaProject.bin', 'x')));
    expect(preview.changes.map(({ after }) => cumulativeIn(after))).toEqual([5]);
  });
});

const rows = (count: number) =>
  csvOf([['指标代码', '累计'], ...Array.from({ length: count }, (_, at) => [`x${at}`, 1])]);

describe('a hostile CSV file', () => {
  it.each([
    ['an open quotation mark', Buffer.from('指标代码,累计\nprefab-area,"5\n'), 'sheet-quotes'],
    ['a record without end', Buffer.from(`指标代码,累计\n"${'x'.repeat(1_000_000)}`), 'sheet-quotes'],
    ['more rows than are taken', Buffer.from(rows(10_001)), 'sheet-too-large'],
    ['bytes of no encoding', Buffer.from([0x80, 0xff, 0xff, 0x81, 0x20]), 'sheet-encoding'],
  ])('of %s is refused', async (_name, content, code) => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const start = performance.now();
    const reply = await sendFile(bureau, monthOf(hangzhou), content, 'text/csv');
    expect(reply.json()).toMatchObject({ code });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('larger than any month is cut off', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const reply = await sendFile(bureau, monthOf(hangzhou), Buffer.alloc(3 * 2 ** 20, 'x'), 'text/csv');
    expect(reply.json()).toMatchObject({ code: 'too-large', status: 413 });
  });
});
