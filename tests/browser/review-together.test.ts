/** Several clean submissions accepted together: each by its own command, a line for each, and what fails stays. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { basedOn, hangzhou, monthOf, ordinary, quzhou, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

it('takes three steps for the first and one for each further; what was taken back meanwhile stays, with why', async () => {
  const office = await listeningApp();
  const bureau = await office.signedIn('hangzhou');
  await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
  const sent = submissionIn(await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1)));
  expect(sent.status).toBe('submitted');
  const page = await openAs(browser, office, 'official', '/');
  // The bureau is faster than the second of the two.
  await page.route(`**${monthOf(hangzhou, 10, 'accept')}`, async (route) => {
    await bureau.post(monthOf(hangzhou, 10, 'withdraw'), {}, basedOn(2));
    await route.continue();
  });
  await page.getByRole('link', { name: '审核，2 份待审' }).click();
  await page.getByRole('checkbox', { name: '衢州 2020年10月' }).click();
  await page.getByRole('checkbox', { name: '杭州 2020年10月' }).click();
  await page.getByRole('button', { name: '通过所选（2）' }).click();
  const results = page.getByRole('status').getByRole('listitem');
  await expect
    .poll(async () => (await results.allInnerTexts()).toSorted())
    .toEqual(['已通过：衢州 2020年10月。', expect.stringMatching(/^未通过：杭州 2020年10月。.+/)]);
  const official = await office.signedIn('official');
  expect(submissionIn(await official.get(monthOf(quzhou))).status).toBe('accepted');
  expect(submissionIn(await official.get(monthOf(hangzhou))).status).toBe('missing');
  await page.getByRole('link', { name: '审核', exact: true }).waitFor();
});
