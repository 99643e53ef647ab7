/** Files attached to an item, as a bureau adds and takes them back; and that none runs when its address is opened. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { corpus, docx, plainPdf, png } from '#tests/support/attachment-corpus.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { lishui } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const item = `/interviews/2020-10-15?open=${lishui}-1.1`;
const evidenceOf = (page: Page) => page.getByRole('region', { name: '佐证材料' });
const filesOf = async (page: Page): Promise<readonly string[]> => {
  const lines = await evidenceOf(page).getByRole('list', { name: '附件' }).getByRole('listitem').allInnerTexts();
  return lines.map((line) => line.replaceAll(/\s+/g, ' '));
};

describe('the evidence of an item', () => {
  it('is added by choosing and by dropping, says why a file is not taken, is downloaded and taken back', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', item);
    const evidence = evidenceOf(page);
    await evidence.getByText('没有附件。').waitFor();
    await evidence.locator('input[type=file]').setInputFiles([
      { name: '会议纪要.pdf', mimeType: 'application/pdf', buffer: plainPdf },
      { name: '方案.docx', mimeType: '', buffer: docx },
      { name: '假图.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') },
      { name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    ]);
    await expect.poll(() => filesOf(page)).toHaveLength(2);
    expect((await evidence.getByRole('alert').allInnerTexts()).toSorted()).toEqual([
      '“假图.png”未上传：“假图.png”不是可接收的文件，或内容与扩展名不符。可接收：pdf、png、jpg、docx、xlsx。',
      '“程序.exe”未上传：不是可接收的文件类型（pdf、png、jpg、docx、xlsx）。',
    ]);
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], '现场.png', { type: 'image/png' }));
        return data;
      },
      [...png],
    );
    await evidence.getByText('或把文件拖到这里').dispatchEvent('drop', { dataTransfer: dropped });
    await expect
      .poll(() => filesOf(page))
      .toEqual(
        expect.arrayContaining([expect.stringMatching(/^会议纪要\.pdf 0\.1 KiB · .*丽水.* · 2020-10-19 09:00 撤回$/)]),
      );
    await expect.poll(() => filesOf(page)).toHaveLength(3);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      evidence.getByRole('link', { name: '会议纪要.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('会议纪要.pdf');
    expect(readFileSync((await download.path()) ?? '').equals(plainPdf)).toBe(true);
    await evidence.getByRole('button', { name: '撤回“现场.png”' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('拍错了项目');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await expect
      .poll(() => filesOf(page))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^“现场\.png”已由 .* 撤回：拍错了项目$/)]));
  });

  it('is sent with its progress, and can be cancelled on its way', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', item);
    // So slow that it is certainly on its way for a while.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 50_000,
    });
    const big = Buffer.concat([plainPdf, Buffer.alloc(4 * 2 ** 20, 0x20), Buffer.from('%%EOF\n')]);
    await evidenceOf(page)
      .locator('input[type=file]')
      .setInputFiles({ name: '大.pdf', mimeType: 'application/pdf', buffer: big });
    await evidenceOf(page)
      .getByRole('progressbar', { name: /正在上传“大\.pdf”/ })
      .waitFor();
    await evidenceOf(page).getByRole('button', { name: '取消上传“大.pdf”' }).click();
    await evidenceOf(page).getByRole('progressbar').waitFor({ state: 'detached' });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.reload();
    await evidenceOf(page).getByText('没有附件。').waitFor();
  });

  it('runs nothing, whatever it holds, when somebody opens its address', async () => {
    const office = await listeningApp();
    // A picture, so that nothing but the file itself can ask for anything.
    const page = await openAs(browser, office, 'lishui', '/icon.svg');
    const caller = await office.signedIn('lishui');
    const at = `/api/interviews/2020-10-15/items/${lishui}/1.1/attachments`;
    for (const { name, type, content } of corpus.filter(
      ({ becomes, what }) => becomes === 'kept' && /HTML/.test(what),
    )) {
      const { id } = (await caller.upload('POST', `${at}?name=${name}`, type, content)).json<{ id: string }>();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const before = page.url();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.goto(`/api/attachments/${id}`).catch(() => null),
      ]);
      // A browser that is told to save a file neither opens it nor asks for anything of it.
      expect([page.url(), asked, download.suggestedFilename()]).toEqual([before, [`/api/attachments/${id}`], name]);
      page.removeAllListeners('request');
    }
  });
});
