import { chromium, type Browser } from 'playwright-core';
import { browserArguments, findBrowser } from './find-browser.ts';

/** Starts the machine's Chromium. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium was found; set CHROME_PATH');
  return chromium.launch({ executablePath, args: browserArguments });
}
