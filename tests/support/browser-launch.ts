import { chromium, type Browser } from 'playwright-core';
import { browserArguments, findBrowser } from './find-browser.ts';

/** Starts the machine's Chromium, or its shell where that is there; benches name the whole browser, which people have. */
export function launchBrowser(executablePath = findBrowser()): Promise<Browser> {
  if (executablePath === null) throw new Error('no Chromium was found; set CHROME_PATH');
  return chromium.launch({ executablePath, args: browserArguments });
}

let shared: Promise<Browser> | null = null;

/** The browser of this worker's test files, which ends with it. Each window is a person of its own, so that they share nothing else. */
export function sharedBrowser(): Promise<Browser> {
  return (shared ??= launchBrowser());
}
