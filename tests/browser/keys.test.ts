/** Single keys that mean something on the whole page, and when they are left alone. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn } from '#tests/support/browser-gate.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

describe('a single key', () => {
  it('opens the meeting mode, but neither with a modifier nor from a field', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint');
    const month = page.getByRole('combobox', { name: '月份' });
    await month.waitFor();
    await page.getByRole('button', { name: /会议/ }).waitFor();
    for (const held of ['Control+f', 'Alt+f', 'Meta+f']) await page.keyboard.press(held);
    await month.focus();
    await page.keyboard.press('f');
    // A key that means nothing is left to the page.
    await page.getByRole('main').focus();
    await page.keyboard.press('g');
    expect(addressIn(page)).toBe('/sprint');
    expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(1);

    await page.keyboard.press('f');
    await expect.poll(() => addressIn(page)).toMatch(/^\/sprint\?present=/);
    // The whole screen is the meeting's: the bar is away, and comes back with the page.
    await expect.poll(() => page.getByRole('navigation', { name: '主导航' }).count()).toBe(0);
    expect(await page.getByRole('banner').count()).toBe(0);
    await page.getByRole('main', { name: '会议模式' }).waitFor();
    const first = addressIn(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => addressIn(page)).not.toBe(first);
    // The space bar presses what is focused, and turns no page.
    const second = addressIn(page);
    await page.getByRole('button', { name: /^退出/ }).focus();
    await page.keyboard.press(' ');
    expect(addressIn(page)).toBe(second);
    await page.getByRole('dialog').getByRole('button', { name: '退出' }).click();
    await expect.poll(() => addressIn(page)).toBe('/sprint');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    // Once the mode is left its keys mean nothing.
    await page.keyboard.press('ArrowRight');
    expect(addressIn(page)).toBe('/sprint');
  });
});
