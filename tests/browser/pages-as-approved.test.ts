/**
 * What every page says, to the last word, number, link and button, as it was once read and approved by a person: the files in
 * `approved/`. It cannot tell right from wrong, but nothing changes unseen: whoever moves walls sees that users do not notice.
 * A wanted change is read in the difference and approved with `npm run approve`.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, openWindow, type Look, untilQuiet } from '#tests/support/browser.ts';
import { keepFiveIndicators } from '#tests/support/five-indicators.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

interface Visit {
  /** Who looks, where another account than the first of the role is meant. */
  readonly as: string;
  readonly now?: string;
  readonly look?: Look;
  /** By the name of the file, the address. */
  readonly pages: Readonly<Record<string, string>>;
}

const narrow: Look = { width: 360, height: 780 };
const english: Look = { language: 'en' };

const visits: Readonly<Record<string, Visit>> = {
  'an official in Chinese': {
    as: 'official',
    pages: {
      'overview-september': '/?year=2020&month=9',
      'overview-october': '/?year=2020&month=10',
      'overview-one-indicator': '/?year=2020&month=9&indicator=prefab-share&sort=-gap',
      'overview-rule': '/?year=2020&month=8&open=rule',
      'overview-past-year': '/?year=2019&month=12',
      'overview-empty-month': '/?year=2021&month=1',
      'city-wenzhou': '/cities/330300?year=2020&month=9&show=proof.conditions.ledger.reports.figures',
      'city-wenzhou-share': '/cities/330300?year=2020&month=9&indicator=prefab-share',
      'city-jiaxing-october': '/cities/330400?year=2020&month=10',
      'city-jinhua-stock-table': '/cities/330700?year=2020&month=9&indicator=steel-housing&view=table',
      'city-past-year': '/cities/331100?year=2019&month=12',
      targets: '/targets?year=2020',
      'targets-open': '/targets?year=2020&open=331000-prefab-area',
      'targets-next-year': '/targets?year=2021',
      review: '/review',
      'review-quzhou': '/review?open=2020-10-330800',
      interviews: '/interviews',
      checklist: '/interviews/2020-10-15',
      'checklist-item': '/interviews/2020-10-15?open=330300-2.1',
      submissions: '/submissions?year=2020',
      'submission-accepted': '/submissions/2020/9/331100',
      'submission-not-begun': '/submissions/2020/10/330100',
    },
  },
  'an official in English': {
    as: 'official',
    look: english,
    pages: {
      'en-overview-september': '/?year=2020&month=9',
      'en-overview-rule': '/?year=2020&month=9&open=rule',
      'en-city-lishui': '/cities/331100?year=2020&month=9',
      'en-review-quzhou': '/review?open=2020-10-330800',
      'en-targets-open': '/targets?year=2020&open=331000-prefab-area',
      'en-checklist-item': '/interviews/2020-10-15?open=330700-1.1',
    },
  },
  'a bureau': {
    as: 'lishui',
    pages: {
      'bureau-home': '/submissions?year=2020',
      'bureau-form': '/submissions/2020/10/331100',
      'bureau-accepted': '/submissions/2020/9/331100',
      'bureau-city': '/cities/331100?year=2020&month=9',
      'bureau-checklist': '/interviews/2020-10-15',
      'bureau-overview': '/?year=2020&month=9',
      'bureau-account': '/account',
    },
  },
  'a bureau in English': {
    as: 'quzhou',
    look: english,
    pages: {
      'en-bureau-home': '/submissions?year=2020',
      'en-bureau-waiting': '/submissions/2020/10/330800',
    },
  },
  'a bureau whose month came back': {
    as: 'zhoushan',
    pages: { 'bureau-returned': '/submissions/2020/10/330900', 'bureau-home-returned': '/submissions?year=2020' },
  },
  'a leader': {
    as: 'leader',
    pages: {
      'sprint-september': '/sprint?year=2020&month=9',
      'sprint-october': '/sprint?year=2020&month=10',
      'sprint-past-year': '/sprint?year=2019&month=12',
      'sprint-one-page': '/sprint/one-page?year=2020&month=9',
      'cities-lagging': '/cities/lagging?year=2020&month=9',
      'sprint-province-presented': '/sprint?year=2020&month=9&present=330000',
      'sprint-lishui-presented': '/sprint?year=2020&month=9&present=331100',
    },
  },
  'a leader in English': {
    as: 'leader',
    look: english,
    pages: { 'en-sprint-september': '/sprint?year=2020&month=9' },
  },
  'an administrator': {
    as: 'administrator',
    pages: { accounts: '/accounts', 'audit-empty': '/audit?outcome=refused', 'no-such-page': '/no-such-page' },
  },
  'a phone': {
    as: 'leader',
    look: narrow,
    pages: { 'phone-overview': '/?year=2020&month=9', 'phone-sprint': '/sprint?year=2020&month=9' },
  },
  'a bureau on 2 November': {
    as: 'lishui',
    now: '2020-11-02T01:00:00Z',
    pages: { 'november-bureau-home': '/submissions?year=2020' },
  },
  'a leader on 2 November': {
    as: 'leader',
    now: '2020-11-02T01:00:00Z',
    pages: { 'november-sprint': '/sprint?year=2020&month=10' },
  },
  'an official in January': {
    as: 'official',
    now: '2021-01-05T01:00:00Z',
    pages: { 'january-submissions': '/submissions?year=2020', 'january-sprint': '/sprint?year=2020&month=12' },
  },
};

/** The same disk on every machine. */
const room = { folder: '/srv/xushi', freeBytes: 41.5 * 2 ** 30, totalBytes: 100 * 2 ** 30 };

/** The page's title and all that a screen reader meets in a part of it; of a long list of choices its ends and the chosen one. */
async function said(page: Page, part: 'body' | 'main'): Promise<string> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page
    .getByRole('status', { name: /正在载入|Loading/ })
    .first()
    .waitFor({ state: 'detached' });
  // Names of offices and the first news of the stream arrive a moment later.
  await untilQuiet(page);
  const text = await page.locator(part).first().ariaSnapshot();
  return `${await page.title()}\n${text.replaceAll(/(?:^ *- option "[^\n]*"\n){4,}/gm, shortened)}\n`;
}

function shortened(options: string): string {
  const lines = options.trimEnd().split('\n');
  const kept = lines.filter((line, index) => index === 0 || index === lines.length - 1 || line.includes('[selected]'));
  return `${kept.join('\n')}\n`;
}

describe('every page says what was approved, to', () => {
  it.each(Object.entries(visits))('%s', async (_who, visit) => {
    const office = await listeningApp({ room, ...(visit.now !== undefined && { now: visit.now }) });
    await keepFiveIndicators(office.database);
    const page = await openAs(browser, office, visit.as, '/', visit.look);
    // What stands around the page is read once a person.
    for (const [index, [name, path]] of Object.entries(visit.pages).entries()) {
      await page.goto(path);
      await expect.soft(await said(page, index === 0 ? 'body' : 'main')).toMatchFileSnapshot(`approved/${name}.txt`);
    }
  });

  it('somebody who is not signed in', async () => {
    const { origin } = await listeningApp();
    for (const [language, name] of [
      ['zh', 'sign-in'],
      ['en', 'en-sign-in'],
    ] as const) {
      const page = await openWindow(browser, origin, { language });
      await page.goto('/sign-in');
      await expect.soft(await said(page, 'body')).toMatchFileSnapshot(`approved/${name}.txt`);
    }
  });
});
