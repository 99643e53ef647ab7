/** The audit trail as a workbook: what the CSV says, streamed, with no cell that is computed. */
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { workbookOf } from '#api/audit/export.ts';
import type { AuditRow } from '#db/audit.ts';
import { auditEvents } from '#db/schema.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { partsOf } from '#tests/support/office-suite.ts';
import { cellsOf, xlsxType } from '#tests/support/tables-in-files.ts';

const row = (at: number, other: Partial<AuditRow> = {}): AuditRow => ({
  id: `e${String(at).padStart(6, '0')}`,
  at: new Date(Date.UTC(2020, 9, 1, 0, 0, at)).toISOString(),
  actor: 'demonstration-wenzhou',
  actedAs: { name: 'wenzhou', title: { zh: '温州市局', en: 'Wenzhou bureau' } },
  role: 'bureau',
  address: '10.0.0.7',
  requestId: `request-${at}`,
  action: 'submission.submit',
  object: '2020-10/330300',
  outcome: 'done',
  detail: { number: at, note: '说明'.repeat(40) },
  ...other,
});

/** Rows of the trail without their seals, which no reader asks for. */
async function officeWith(rows: readonly AuditRow[]): Promise<TestApp> {
  const office = await demoApp();
  await office.database.write(async (tx) => {
    for (let at = 0; at < rows.length; at += 1000) await tx.insert(auditEvents).values(rows.slice(at, at + 1000));
  });
  return office;
}

const exportAt = (filter = '', language = 'zh') => `/api/audit/export?format=xlsx&language=${language}${filter}`;

/** The whole file of some batches. */
async function fileOf(batches: readonly (readonly AuditRow[])[], limit?: number): Promise<Buffer> {
  return buffer(workbookOf(given(batches), { language: 'en', reader: 'administrator' }, limit));
}

async function* given(batches: readonly (readonly AuditRow[])[]) {
  yield* batches;
}

describe('the workbook of the audit trail', () => {
  it('has what is filtered, as an official may see it, with its head in the language asked for', async () => {
    const office = await officeWith([
      row(1),
      row(2, { object: '2020-09/330100' }),
      row(3, { action: 'session.sign-in', object: '330300' }),
    ]);
    const reply = await (await office.signedInAs('official')).get(exportAt('&object=330300', 'en'));
    expect([reply.headers['content-type'], reply.headers['content-disposition']]).toEqual([
      xlsxType,
      'attachment; filename=audit.xlsx',
    ]);
    const cells = await cellsOf(reply.rawPayload);
    expect([...'ABCDEFGHJ'].map((letter) => cells.get(`${letter}2`))).toEqual([
      '2020-10-01 08:00:01',
      'wenzhou',
      'Wenzhou bureau',
      'City bureau',
      'Submit a month',
      '2020-10/330300',
      'Done',
      undefined,
      'request-1',
    ]);
    expect([cells.get('A1'), cells.has('A3')]).toEqual(['Time (Asia/Shanghai)', false]);
  });

  it('holds texts and no formula, whatever they begin with', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '<f>1+1</f>'];
    const content = await fileOf([texts.map((object, at) => row(at, { object }))]);
    const cells = await cellsOf(content);
    expect(texts.map((_text, at) => cells.get(`F${at + 2}`))).toEqual(texts);
    const sheet = (await partsOf(content))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet.match(/<f[ >]/g)).toBeNull();
    expect(sheet.match(/<c [^>]*t="(?!inlineStr)/g)).toBeNull();
  });

  it('says in its last line what it left out, and in a cell what it cut off', async () => {
    const long = row(1, { detail: { text: 'x'.repeat(40_000) } });
    const cells = await cellsOf(await fileOf([[long, row(2)], [row(3)], [row(4)]], 3));
    expect(String(cells.get('I2'))).toHaveLength(32_767);
    expect(cells.get('I2')).toMatch(/… \(cut off; the CSV has all of it\)$/);
    expect([cells.get('J4'), cells.get('A5'), cells.has('A6')]).toEqual([
      'request-3',
      expect.stringContaining('holds the newest 3 records'),
      false,
    ]);
    const whole = await cellsOf(await fileOf([[row(1), row(2), row(3)]], 3));
    expect([whole.get('J4'), whole.has('A5')]).toEqual(['request-3', false]);
  });

  it('reads no further than its reader takes, and stops with the reader', async () => {
    let read = 0;
    let isStopped = false;
    async function* endless() {
      try {
        for (;;) yield Array.from({ length: 500 }, () => row((read += 1)));
      } finally {
        isStopped = true;
      }
    }
    let bytes = 0;
    for await (const piece of workbookOf(endless(), { language: 'zh', reader: 'administrator' })) {
      bytes += piece.length;
      if (bytes > 200_000) break;
    }
    await expect.poll(() => isStopped).toBe(true);
    expect(read).toBeLessThan(50_000);
  });

  it('has 20,000 records in under ten seconds and bounded memory', async () => {
    const office = await officeWith(Array.from({ length: 20_000 }, (_, at) => row(at)));
    const official = await office.signedInAs('official');
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    const reply = await official.get(exportAt('&from=2020-10-01&to=2020-10-01'));
    const seconds = (performance.now() - begun) / 1000;
    const mebibytes = (process.memoryUsage().rss - before) / 2 ** 20;
    console.info(
      `20,000 records: ${seconds.toFixed(1)} s, ${mebibytes.toFixed(0)} MiB, ${reply.rawPayload.length} bytes`,
    );
    const sheet = (await partsOf(reply.rawPayload))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(20_001);
    expect(sheet.indexOf('request-19999<')).toBeLessThan(sheet.indexOf('request-0<'));
    expect(seconds).toBeLessThan(10);
    expect(mebibytes).toBeLessThan(150);
  });
});
