/** The cells of a month's file, as offices' programs write them: encodings of CSV, and what a workbook computes or shows otherwise. */
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import { hangzhou, monthOf } from '#tests/support/reporting.ts';
import { cumulativeIn, csvOf, previewIn, sendFile, workbookWith } from '#tests/support/tables-in-files.ts';

async function office() {
  const { signedInAs } = await demoApp();
  return { bureau: await signedInAs('bureau', hangzhou), october: monthOf(hangzhou) };
}

/** Cells and rows of a sheet's XML. */
const cell = (reference: string, inner: string, more = '') => `<c r="${reference}" ${more}>${inner}</c>`;
const text = (reference: string, value: string) => cell(reference, `<is><t>${value}</t></is>`, 't="inlineStr"');
const row = (number: number, code: string, figure: string) =>
  `<row r="${number}">${text(`A${number}`, code)}${figure}</row>`;

const utf16 = (bytes: Buffer, mark: readonly number[]) => Buffer.concat([Buffer.from(mark), bytes]);

describe('a file', () => {
  it('is read as a CSV in every encoding that offices write', async () => {
    const { bureau, october } = await office();
    const text = csvOf([
      ['指标代码', '指标', '累计', '分母'],
      ['prefab-area', '新开工装配式建筑面积', '2,010.5'],
      ['green-demo', '绿建', 22],
    ]);
    const gb18030 = Buffer.from([...text].flatMap(gbBytes));
    const little = Buffer.from(text, 'utf16le');
    const files: Record<string, Buffer> = {
      'utf-8': Buffer.from(text),
      'utf-8 with its mark': Buffer.from(`\uFEFF${text}`),
      gb18030,
      'utf-16le': utf16(little, [0xff, 0xfe]),
      'utf-16be': utf16(Buffer.from(little).swap16(), [0xfe, 0xff]),
      'utf-16le without its mark': little,
    };
    for (const [name, bytes] of Object.entries(files)) {
      const preview = previewIn(await sendFile(bureau, october, bytes, 'text/csv'));
      expect([name, preview.encoding, preview.changes.map(({ after }) => cumulativeIn(after))]).toEqual([
        name,
        name.split(' ')[0]?.replace(/^utf-16.*/, 'utf-16'),
        [2010.5, 22],
      ]);
    }
  });

  it('counts what a formula shows and points to it; days, shares in per cent and results that are not there are refused', async () => {
    const { bureau, october } = await office();
    const styles = {
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs></styleSheet>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    };
    const head = `<row r="1">${text('A1', '指标代码')}${text('B1', '累计')}</row>`;
    const send = async (...rows: string[]) =>
      previewIn(await sendFile(bureau, october, workbookWith(head + rows.join(''), styles)));
    // What Excel shows as 0.3 stands in its files as 0.30000000000000004, where it was added up.
    const good = await send(row(2, 'prefab-area', cell('B2', '<f>A9+1</f><v>0.30000000000000004</v>')));
    expect([cumulativeIn(good.changes[0]?.after), good.formulas]).toEqual([
      0.3,
      [{ sheet: '数据', row: 2, column: 'B', value: '0.3' }],
    ]);
    const { faults } = await send(
      row(2, 'prefab-area', cell('B2', '<f>A9</f>')),
      row(3, 'prefab-civil', cell('B3', '<v>44135</v>', 's="1"')),
      row(4, 'steel-housing', cell('B4', '<v>0.31</v>', 's="2"')),
      row(5, 'green-demo', cell('B5', '<v>1E309</v>')),
    );
    expect(faults.map(({ row: at, value, code }) => [at, value, code])).toEqual([
      [2, '', 'sheet-formula'],
      [3, '2020-10-31', 'sheet-day'],
      [4, '31%', 'figure-notation'],
      [5, '1E309', 'figure-notation'],
    ]);
  });
});

/** A letter in GB18030, which Node decodes and does not encode: found among all pairs of bytes. */
const gbLetters = new Map<string, number[]>();
function gbBytes(letter: string): number[] {
  if (letter < '\u0080') return [letter.charCodeAt(0)];
  if (gbLetters.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1)
        gbLetters.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return gbLetters.get(letter) ?? [];
}
