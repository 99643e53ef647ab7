/** Province-years that were made to stop or fill whoever reads them: refused, or told of with bounds, in under two seconds. */
import { describe, expect, it } from 'vitest';
import type { LoadPreview } from '#api/loads/contract.ts';
import { hostile } from '#tests/support/hostile-tables.ts';
import { head, loadOffice } from '#tests/support/loads.ts';
import { hangzhou } from '#tests/support/reporting.ts';
import { csvOf, workbookOf, xlsxType, type Cells } from '#tests/support/tables-in-files.ts';

const manyRows = (row: (at: number) => Cells[number]): Cells => [
  head,
  ...Array.from({ length: 9_990 }, (_, at) => row(at)),
];

/** Tables that can be read, and of which every row is wrong. */
const wrong: Record<string, () => Cells> = {
  'ten thousand unknown indicators': () => manyRows((at) => [hangzhou, 2015, 1, `<x>${at}`, 1]),
  'one row ten thousand times': () => manyRows(() => [hangzhou, 2015, 1, 'prefab-area', 1]),
  'ten thousand long words for a figure': () =>
    manyRows((at) => [hangzhou, 2000 + (at % 20), 1 + (at % 12), 'prefab-area', 'x'.repeat(200)]),
  'parts greater than their wholes': () =>
    manyRows((at) => [
      hangzhou,
      2000 + (Math.floor(at / 24) % 20),
      1 + (Math.floor(at / 2) % 12),
      ['prefab-area', 'prefab-civil'][at % 2] ?? '',
      1 + (at % 2),
    ]),
};

/** What is late on a machine that is busy with something else is asked again; the time itself is promised. */
const busyMachine = { retry: 2 };

describe('a hostile province-year', busyMachine, () => {
  it('is refused in under two seconds, whatever it is, and leaves the office answering', async () => {
    const { first } = await loadOffice();
    const slow: string[] = [];
    for (const name of [
      'a bomb of 300 MB',
      'a lying head',
      '400,000 rows',
      'ten thousand million laughs',
      '15,000 parts',
    ] as const) {
      const content = hostile[name]?.() ?? Buffer.alloc(0);
      const begun = performance.now();
      const reply = await first.upload('POST', '/api/loads/preview?language=zh&conflicts=theirs', xlsxType, content);
      if (performance.now() - begun > 2000) slow.push(name);
      expect([name, reply.json<{ code: string }>().code]).toEqual([
        name,
        expect.stringMatching(/^sheet-(unreadable|too-large)$/),
      ]);
    }
    expect(slow).toEqual([]);
  });

  it.each(Object.entries(wrong))('of %s is told of within bounds, in under two seconds', async (_name, make) => {
    const { first } = await loadOffice();
    for (const [content, type] of [
      [csvOf(make()), 'text/csv'],
      [workbookOf(make()), xlsxType],
    ] as const) {
      const before = process.memoryUsage().rss;
      const begun = performance.now();
      const reply = await first.upload('POST', '/api/loads/preview?language=zh&conflicts=theirs', type, content);
      expect(performance.now() - begun).toBeLessThan(2000);
      const preview = reply.json<LoadPreview>();
      expect(preview.counts.refused).toBeGreaterThan(9_000);
      expect(preview.faults).toHaveLength(200);
      expect(reply.rawPayload.length).toBeLessThan(1_000_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
    }
  });

  it('larger than any five years is cut off', async () => {
    const { first } = await loadOffice();
    const content = Buffer.alloc(5 * 2 ** 20, 'x');
    const reply = await first.upload('POST', '/api/loads/preview?language=zh&conflicts=theirs', 'text/csv', content);
    expect(reply.json()).toMatchObject({ code: 'too-large', status: 413 });
  });
});
