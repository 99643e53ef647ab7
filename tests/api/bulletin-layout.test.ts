/** The paper of a bulletin by GB/T 9704-2012, measured on what LibreOffice prints of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chineseNumber, linesOf, numbered } from '#api/bulletins/numbering.ts';
import { bulletinIn, draftedSeptember, issued } from '#tests/support/bulletins.ts';
import { testFolder } from '#tests/support/office-suite.ts';
import { basedOn } from '#tests/support/reporting.ts';

const office = ['soffice', 'pdftotext'].every(
  (program) => spawnSync(program, [program === 'soffice' ? '--version' : '-v']).status === 0,
);
if (!office) console.warn('LibreOffice or poppler-utils is missing: the layout of bulletins was NOT measured.');

interface Word {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** The words of a PDF with their boxes, in millimetres. */
function wordsOf(folder: string, document: Buffer): { readonly words: readonly Word[]; readonly text: string } {
  writeFileSync(join(folder, 'bulletin.docx'), document);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'bulletin.docx')];
  execFileSync('soffice', convert, { stdio: 'pipe' });
  const pdf = join(folder, 'bulletin.pdf');
  execFileSync('pdftotext', ['-bbox', pdf, join(folder, 'boxes.html')]);
  const pages = readFileSync(join(folder, 'boxes.html'), 'utf8').split('<page ').slice(1);
  const box = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  const words = pages.flatMap((page, at) =>
    [...page.matchAll(box)].map(([, left, top, right, bottom, text = '']): Word => {
      const [x1, y1, x2, y2] = [left, top, right, bottom].map((points) => (Number(points) * 25.4) / 72);
      return { page: at + 1, left: x1 ?? 0, top: y1 ?? 0, right: x2 ?? 0, bottom: y2 ?? 0, text };
    }),
  );
  return { words, text: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }) };
}

/** Within a millimetre. */
const within = (value: number, wanted: number) =>
  expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThan(1);

/** A paragraph of full characters that fills two pages: 2 indented, then 28 a line. */
const long = '字'.repeat(28 * 50);

it.skipIf(!office)(
  'holds margins, 22 lines and 28 characters a line, the red head and page numbers',
  { timeout: 120_000 },
  async () => {
    const { official, second, draft } = await draftedSeptember();
    const words = { issueNumber: '', documentNumber: '', texts: { demand: long } };
    const saved = bulletinIn(await official.put(`/api/bulletins/${draft.id}`, words, basedOn(1)));
    const done = await issued({ official, second }, saved);
    const reply = await official.get(`/api/bulletins/${done.id}/docx`);
    expect(reply.headers['content-disposition']).toMatch(/^attachment; .*\.docx/);
    const { words: all, text } = wordsOf(testFolder(), reply.rawPayload);

    // The second of the pages that the long paragraph fills has nothing else.
    const filledPage = all.filter(({ text: own }) => /^字+$/.test(own));
    const counts = Map.groupBy(filledPage, ({ page }) => page);
    const full = [...counts.values()].find((lines) => lines.length === 22)!;
    expect(full.map(({ text: own }) => own.length)).toEqual(Array.from({ length: 22 }, () => 28));
    const [first, last] = [full[0]!, full.at(-1)!];
    within(first.left, 28);
    within(first.right - first.left, 156);
    // Lines stand 225 / 22 mm apart; the first begins under the upper margin, the last ends above the lower one.
    const pitch = (last.top - first.top) / 21;
    expect(pitch).toBeCloseTo(225 / 22, 1);
    const [lead, height] = [pitch - (first.bottom - first.top), 22 * pitch];
    within(height, 225);
    within(first.top - lead, 37);
    within(last.bottom, 37 + 225);

    // Page numbers stand 7 mm under the text: on odd pages at the right edge, on even ones at the left, one character in.
    const numberedPages = [...new Set(all.map(({ page }) => page))];
    for (const page of numberedPages) {
      const dashes = all.filter((word) => word.page === page && word.top > 37 + 225 + 4);
      expect(dashes.map(({ text: own }) => own).join(' ')).toBe(`— ${page} —`);
      within(dashes[0]!.top, 37 + 225 + 7);
      if (page % 2 === 1) within(dashes.at(-1)!.right, 28 + 156 - 4.9);
      else within(dashes[0]!.left, 28 + 4.9);
    }
    // The office's mark begins 35 mm under the upper edge of the text.
    const mark = all.find(({ text: own }) => own.startsWith('浙江省住房和城乡建设厅文件'))!;
    expect(mark.top - 37).toBeGreaterThan(34);
    expect(mark.top - 37).toBeLessThan(45);

    // Each number of the first table stands in it as the API has it.
    for (const row of done.tables[0]!.rows) {
      expect(text.replaceAll(/ +/g, ' ')).toContain(row.slice(0, 4).join(' '));
    }
    // The pictures are drawn, with their captions and values: Shaoxing is the first, the province's sum the last.
    const drawn = text.slice(text.indexOf('附图')).replaceAll(/ +/g, ' ');
    for (const words of [
      '附图 1 各市装配式面积完成率',
      '138.27%',
      '58.00%',
      '附图 2 全省装配式面积逐月累计',
      '7,009.73',
    ]) {
      expect(drawn).toContain(words);
    }
    expect(text).toMatch(/浙江省住房和城乡建设厅\n\s+2020 ?年 ?10 ?月 ?19 ?日/);
  },
);

const part = (kind: 'heading' | 'item') => ({ key: kind, kind, text: '' });

it('is numbered 一、（一）1.（1）', () => {
  const parts = numbered([part('heading'), part('item'), part('item'), part('heading'), part('item')], 'zh');
  expect(parts.map(({ number }) => number)).toEqual(['一、', '（一）', '（二）', '二、', '（一）']);
  expect([1, 10, 11, 20, 31].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '三十一']);
  expect(linesOf('压实责任\n 市局\n 县局\n加快进度')).toEqual(['1.压实责任', '（1）市局', '（2）县局', '2.加快进度']);
  expect(linesOf('只有一段')).toEqual(['只有一段']);
});
