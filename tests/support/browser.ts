import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { ListeningApp } from './listening-app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  readonly language?: 'zh' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The console errors that a test provokes on purpose. */
  readonly provokes?: RegExp;
}

/**
 * A window of its own, as of another person at another machine. Whatever a page writes to the console as an error, and
 * every script that fails, fails the test, except where a test expects a refusal and says so.
 */
export async function openWindow(browser: Browser, origin: string, look: Look = {}): Promise<Page> {
  const { language = 'zh', scheme = 'light', width = 1440, height = 900, provokes } = look;
  const context: BrowserContext = await browser.newContext({
    baseURL: origin,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  followRequests(page);
  const troubles: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const isOfStream = message.location().url.endsWith('/api/events');
    if (message.type() !== 'error' || isExpectedRefusal(text) || provokes?.test(text)) return;
    // A stream of news that is too slow to be written to is ended by the server, and opened again by the page.
    if (isOfStream && text.includes('ERR_INCOMPLETE_CHUNKED_ENCODING')) return;
    troubles.push(text);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  onTestFinished(async () => {
    await context.close();
    expect(troubles).toEqual([]);
  });
  return page;
}

const underWay = new WeakMap<Page, Set<Request>>();

function followRequests(page: Page): void {
  const asked = new Set<Request>();
  underWay.set(page, asked);
  // The stream of news never ends.
  page.on('request', (request) => request.resourceType() !== 'eventsource' && asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/**
 * Waits until a window of `openWindow` has asked for nothing for a fifth of a second. Playwright's own `networkidle` waits for
 * half a second, which was most of what a visit took.
 */
export async function untilQuiet(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 8; quiet += 1) {
    if (underWay.get(page)?.size !== 0) quiet = -1;
    await pause(25);
  }
}

/** Chromium itself logs every reply of 4xx and every request without a network; the pages show those to the person. */
const isExpectedRefusal = (text: string): boolean =>
  /Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(text);

/**
 * A window in which this account is signed in already, at this address. Going through the form would cost every test a
 * password hash and a page; what the form itself promises has its own tests.
 */
export async function openAs(
  browser: Browser,
  office: ListeningApp,
  name: string,
  path: string,
  look: Look = {},
): Promise<Page> {
  const page = await openWindow(browser, office.origin, look);
  await enterAs(page, office, name, path);
  return page;
}

/** Gives a window a new session of this account and opens an address: where a test has moved the clock on, sessions are over. */
export async function enterAs(page: Page, office: ListeningApp, name: string, path: string): Promise<void> {
  const { cookie } = await office.signedIn(name);
  const [cookieName = '', value = ''] = cookie.split('=', 2);
  await page.context().addCookies([{ name: cookieName, value, url: office.origin }]);
  await page.goto(path);
}

/** Signs in by the form, as a person does. */
export async function signInAs(page: Page, name: string, password = 'xushi-demo-2020'): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/用户名|^Name$/).fill(name);
  await page.getByLabel(/^(密码|Password)/).fill(password);
  await page.getByRole('button', { name: /登录|Sign in/ }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, in WCAG 2.2 AA and its best practices or by the given rules; one line each. */
export async function axeFindings(page: Page, runOnly: readonly string[] = everyRule): Promise<readonly string[]> {
  // Through the debugger and not a script element, which the page's own policy would refuse.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    }; // put there by the line above
    // What passes is not worked out to the last node.
    return (await axe.run({ runOnly: rules, resultTypes: ['violations'] })).violations;
  }, runOnly);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}
