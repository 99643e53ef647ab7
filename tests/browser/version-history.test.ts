/** A month that was corrected many times: its page shows the versions of late, and those before them once they are asked for. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { basedOn, hangzhou, monthOf, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

describe('the versions of a month that was corrected many times', () => {
  it('are those of late, and all of them by one press, for its bureau and for the department', async () => {
    const office = await listeningApp();
    const bureau = await office.signedInAs('bureau', hangzhou);
    const official = await office.signedInAs('official');
    const correctOnce = async (turn: number): Promise<void> => {
      const { version } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
      const figures = { 'green-demo': { cumulative: 40 + turn } };
      const body = { reason: '经核实更正示范项目', cause: '开工推迟', remedies: '逐个项目明确日期', figures };
      expect((await bureau.post(monthOf(hangzhou, 9, 'correct'), body, basedOn(version))).statusCode).toBe(200);
      const { version: sent } = submissionIn(await official.get(monthOf(hangzhou, 9)));
      expect((await official.post(monthOf(hangzhou, 9, 'accept'), {}, basedOn(sent))).statusCode).toBe(200);
    };
    for (let turn = 1; turn <= 14; turn += 1) await correctOnce(turn);
    for (const [who, newest] of [
      ['hangzhou', 15],
      ['official', 16],
    ] as const) {
      const page = await openAs(browser, office, who, `/submissions/2020/9/${hangzhou}`);
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const history = page.getByRole('region', { name: '版本记录' });
      await history.getByText(`第 ${newest} 版`).waitFor();
      const shown = history.getByRole('listitem').filter({ hasText: /第 \d+ 版/ });
      expect(await shown.count()).toBe(10);
      await history.getByRole('button', { name: `显示更早的 ${newest - 10} 版` }).press('Enter');
      await history.getByText('第 1 版', { exact: true }).waitFor();
      expect(await shown.count()).toBe(newest);
      // Whoever pressed a key goes on where the list went on.
      expect(await focused()).toMatch(new RegExp(`^第 ${newest - 10} 版`));
      expect(await history.getByRole('button').count()).toBe(0);
      // What is added on top later takes the focus from nobody.
      await page.getByRole('link', { name: /^通知/ }).focus();
      await correctOnce(newest);
      await history.getByText(`第 ${newest + 1} 版`).waitFor();
      expect(await focused()).toMatch(/^通知/);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});
