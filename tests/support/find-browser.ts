import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without its windows: the same engine, for about 60 % of the processor time of the whole browser. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a whole Chromium, Chrome or Edge on this machine: `CHROME_PATH` first, then the path, then the usual places. */
export function findWholeBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  return found(environment, browsers);
}

/** The same for tests, which take a shell of it where there is one: they draw the same pages in half the time. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  return found(environment, [...shells, ...browsers]);
}

function found(environment: NodeJS.ProcessEnv, names: readonly string[]): string | null {
  const named = environment['CHROME_PATH'];
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...onPath, ...places].find((path) => existsSync(path)) ?? null;
}

/** What Playwright itself turns off: Chromium heeds the last such argument alone, so that ours must name these too. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * Pages that the browser loads for itself with every window, though nobody sees one: the list under its address bar, twice,
 * and a process in reserve. They cost more processor time than one of our pages.
 */
const offForUs = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'];

/**
 * What Chromium is started with: as root it has no sandbox, and it looks for nothing on the network.
 */
export const browserArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...offForPlaywright, ...offForUs].join(',')}`,
];
