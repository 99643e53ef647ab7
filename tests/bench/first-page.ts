/** What the first page transfers, and when its largest part is painted on a slow machine and a slow line. */
import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { benchApp, type BenchApp } from './app.ts';
import { median, type Finding } from './measure.ts';

interface Weight {
  readonly script: number;
  readonly style: number;
}

interface Visit extends Weight {
  readonly largestPaint: number;
}

const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`;

/** Opens an address in a window with an empty cache. */
async function visit(browser: Browser, ours: BenchApp, path: string, settled: string, slow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const [name = '', value = ''] = (await ours.cookieOf('official')).split('=');
  await context.addCookies([{ name, value, url: ours.origin }]);
  const page = await context.newPage();
  if (slow) await slowDown(page);
  await page.goto(`${ours.origin}${path}`);
  await page.locator(settled).first().waitFor();
  await page.waitForLoadState('networkidle');
  const measured = await page.evaluate(readPage);
  await context.close();
  return measured;
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const perSecond = (10 * 1024 * 1024) / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Runs in the page. */
function readPage(): Promise<{ script: number; style: number; largestPaint: number }> {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]; // what this type of entry is
  const sum = (ending: RegExp) =>
    entries
      .filter(({ name }) => ending.test(new URL(name).pathname))
      .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      resolve({ script: sum(/\.js$/), style: sum(/\.css$/), largestPaint: last?.startTime ?? Number.NaN });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

export async function measureFirstPage(): Promise<Finding[]> {
  spawnSync('node', ['web/build.ts', '--if-needed'], { stdio: 'inherit' });
  const ours = await benchApp();
  const browser = await launchBrowser();
  try {
    const overview = await visit(browser, ours, '/?year=2020&month=9', 'table', false);
    const city = await visit(browser, ours, '/cities/330300?year=2020&month=9', '.recharts-surface', false);
    const slow: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      slow.push((await visit(browser, ours, '/?year=2020&month=9', 'table', true)).largestPaint);
    }
    const paint = median(slow);
    return [
      {
        budget: 'JavaScript of the first page ≤ 220 KiB',
        figure: kibibytes(overview.script),
        met: overview.script <= 220 * 1024,
      },
      {
        budget: 'JavaScript with the large chart ≤ 340 KiB',
        figure: kibibytes(city.script),
        met: city.script <= 340 * 1024,
      },
      { budget: 'CSS ≤ 40 KiB', figure: kibibytes(city.style), met: city.style <= 40 * 1024 },
      {
        budget: 'largest contentful paint ≤ 1.5 s on a 4× slowed machine and 10 Mbit/s',
        figure: `${paint.toFixed(0)} ms`,
        met: paint <= 1500,
      },
    ];
  } finally {
    await browser.close();
    await ours.close();
  }
}
