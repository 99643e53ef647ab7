/** Set up in every test file of the copy: names the file to the switch, and gives the switch to every browser's pages. */
import { chromium } from 'playwright-core';
import { expect } from 'vitest';
import { beginTestFile, note, on } from './switch.ts';

beginTestFile(expect.getState().testPath ?? '');

const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => {
  const browser = await launch(options);
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (choices) => {
    const context = await newContext(choices);
    if (on === null) await context.exposeBinding('sabotageAsked', (_source, id: number) => note(id));
    await context.addInitScript((active) => {
      const asked = new Set<number>();
      const page = globalThis as typeof globalThis & { sabotageAsked?: (id: number) => Promise<void> }; // bound above
      page.sabotage = (id) => {
        if (active === null && !asked.has(id)) void page.sabotageAsked?.(id).catch(() => {});
        asked.add(id);
        return id === active;
      };
    }, on);
    return context;
  };
  return browser;
};
