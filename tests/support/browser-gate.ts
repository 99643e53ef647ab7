import type { Page } from 'playwright-core';

/** Where a window is: the path and the search. */
export const addressIn = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** Fills in the sign-in form of the page that is open, and sends it. */
export async function enter(page: Page, name: string, password = 'xushi-demo-2020'): Promise<void> {
  await page.getByRole('textbox', { name: /^(用户名|Name)$/ }).fill(name);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

/** The page's heading of the first level, which is its sentence once it is known. */
export const headingOf = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** The words of the navigation, in their order. */
export const entriesOf = (page: Page): Promise<readonly string[]> =>
  page.getByRole('banner').getByRole('navigation').getByRole('link').allInnerTexts();

/** Requests of a page that are kept on their way until they are let go. */
export interface Held {
  /** How many there have been. */
  count(): number;
  letGo(): void;
}

/** Keeps the requests to these addresses on their way. */
export async function heldRequests(page: Page, addresses: string | RegExp, method = 'GET'): Promise<Held> {
  let count = 0;
  const free = Promise.withResolvers<void>();
  await page.route(addresses, async (route) => {
    if (route.request().method() !== method) return route.continue();
    count += 1;
    await free.promise;
    return route.continue();
  });
  return { count: () => count, letGo: () => free.resolve() };
}
