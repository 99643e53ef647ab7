/** Undo and redo in the form's table with the keys of a spreadsheet and the browser's own menu: what stands there is what is saved. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import type { ListeningApp } from '#tests/support/listening-app.ts';
import {
  area,
  cellOf,
  cumulativeOf,
  green,
  newestFigures,
  octoberForm,
  pasteInto,
  savedRow,
  septemberForm,
  share,
  steel,
  storedMonth,
} from '#tests/support/monthly-form.ts';

const browser = await sharedBrowser();

const valueOf = (cell: Locator) => expect.poll(() => cell.inputValue());

const savedFigures = (office: ListeningApp) => expect.poll(async () => newestFigures(await storedMonth(office)));

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** The editing command as the browser's menu gives it, without a key that the page could hear. */
async function byMenu(page: Page, command: 'undo'): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
  await protocol.detach();
}

describe('undoing in the table', () => {
  it('takes a pasted block back as one step, and does it again', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    const cell = cumulativeOf(page, green);
    await cumulativeOf(page, steel).fill('4.3');
    await cell.focus();
    await page.keyboard.type('3');
    await pasteInto(cumulativeOf(page, steel), '4.5\n2');
    await valueOf(cell).toBe('2');
    await cell.focus();
    await page.keyboard.press('Control+z');
    await said(page, '已撤销。');
    await valueOf(cell).toBe('3');
    await valueOf(cumulativeOf(page, steel)).toBe('4.3');
    await savedRow(page, green);
    await savedFigures(office).toEqual({ 'steel-housing': 4.3, 'green-demo': 3 });
    await page.keyboard.press('Control+Shift+Z');
    await said(page, '已重做。');
    await valueOf(cell).toBe('2');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await valueOf(cell).toBe('');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await valueOf(cell).toBe('2');
    // There is nothing further to do again.
    await page.keyboard.press('Control+y');
    await valueOf(cell).toBe('2');
    await savedFigures(office).toEqual({ 'steel-housing': 4.5, 'green-demo': 2 });
  });

  it('gives a cleared cell its figure back, and the numerator that followed another', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).focus();
    await page.keyboard.type('118.5');
    const numerator = cellOf(page, share, '分子');
    await valueOf(numerator).toBe('118.5');
    await cumulativeOf(page, area).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await valueOf(cellOf(page, area, '本月新增')).toBe('');
    await valueOf(numerator).toBe('');
    await page.keyboard.press('Control+z');
    await valueOf(cumulativeOf(page, area)).toBe('118.5');
    await valueOf(cellOf(page, area, '本月新增')).toBe('16.87');
    await valueOf(numerator).toBe('118.5');
    await savedFigures(office).toEqual({ 'prefab-area': 118.5 });
  });

  it('does the same by the menu of the browser, which remembers other texts', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    const cell = cumulativeOf(page, green);
    await cell.focus();
    await page.keyboard.type('3');
    await pasteInto(cell, '2\n');
    await valueOf(cell).toBe('32');
    await page.keyboard.press('Control+z');
    await valueOf(cell).toBe('3');
    await pasteInto(cumulativeOf(page, steel), '4.5\n2');
    await valueOf(cell).toBe('2');
    await cell.focus();
    await byMenu(page, 'undo');
    await valueOf(cell).toBe('3');
    await valueOf(cumulativeOf(page, steel)).toBe('');
    await byMenu(page, 'undo');
    await valueOf(cell).toBe('');
  });

  it('goes on from the note to the figures in whole steps', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    const cell = cumulativeOf(page, green);
    const note = page.getByRole('textbox', { name: '备注（选填）' });
    await cell.focus();
    await page.keyboard.type('3');
    await pasteInto(cumulativeOf(page, steel), '4.5\n2');
    await note.focus();
    await page.keyboard.type('甲');
    await page.keyboard.press('Control+z');
    await valueOf(note).toBe('');
    await valueOf(cell).toBe('2');
    // The browser goes on to the cell that was typed in before: the paste goes as a whole, not by the cell's old text.
    await page.keyboard.press('Control+z');
    await said(page, '已撤销。');
    await valueOf(cell).toBe('3');
    await valueOf(cumulativeOf(page, steel)).toBe('');
    await savedFigures(office).toEqual({ 'green-demo': 3 });
  });

  it('works in a correction too', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', `${septemberForm}?view=correct`);
    const cell = cumulativeOf(page, green);
    const before = await cell.inputValue();
    await pasteInto(cumulativeOf(page, steel), '4.5\n9');
    await valueOf(cell).toBe('9');
    await page.keyboard.press('Control+z');
    await valueOf(cell).toBe(before);
  });
});
