/** Files that were made to stop, fill or mislead whoever reads them: each is refused or pointed to, quickly and within bounds. */
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import { hangzhou, monthOf } from '#tests/support/reporting.ts';
import { entry, good, hostile } from '#tests/support/hostile-tables.ts';
import { cumulativeIn, csvOf, previewIn, sendFile, workbookWith } from '#tests/support/tables-in-files.ts';

/** What is late on a machine that is busy with something else is asked again; the time itself is promised. */
const busyMachine = { retry: 2 };

describe('a hostile workbook', busyMachine, () => {
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

describe('a hostile CSV file', busyMachine, () => {
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
