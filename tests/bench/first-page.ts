/** What the first page transfers, and when its largest part is painted on a slow machine and a slow line. */
import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { findWholeBrowser } from '#tests/support/find-browser.ts';
import type { Finding } from './budgets.ts';
import { demonstrationOffice, sessionIn } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';

interface Weight {
  readonly script: number;
  readonly style: number;
}

interface Visit extends Weight {
  readonly largestPaint: number;
}

interface Opened {
  readonly origin: string;
  readonly cookie: string;
  readonly path: string;
  /** What is there once the page is whole. */
  readonly settled: string;
  readonly slow: boolean;
}

/** Opens an address in a window with an empty cache. */
async function visit(browser: Browser, { origin, cookie, path, settled, slow }: Opened): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  if (slow) await slowDown(page);
  await page.goto(`${origin}${path}`);
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
  const built = spawnSync(process.execPath, ['web/build.ts', '--if-needed'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web could not be built');
  const file = await demonstrationOffice();
  const cookie = sessionIn(file, 'official');
  const server = await startProduct(file);
  const browser = await launchBrowser(findWholeBrowser());
  try {
    const open = (path: string, settled: string, slow: boolean) =>
      visit(browser, { origin: server.origin, cookie, path, settled, slow });
    const overview = await open('/?year=2020&month=9', 'table', false);
    const city = await open('/cities/330300?year=2020&month=9', '[role=slider]', false);
    const sprint = await open('/sprint?year=2020&month=9', '[role=slider]', false);
    const paintsOf = async (path: string, settled: string): Promise<number[]> => {
      const paints: number[] = [];
      for (let round = 0; round < 3; round += 1) paints.push((await open(path, settled, true)).largestPaint);
      return paints;
    };
    return [
      { kind: 'measured', budget: 'first-page.script', rounds: [overview.script / 1024] },
      { kind: 'measured', budget: 'first-page.chart', rounds: [city.script / 1024] },
      { kind: 'measured', budget: 'first-page.style', rounds: [city.style / 1024] },
      { kind: 'measured', budget: 'first-page.paint', rounds: await paintsOf('/?year=2020&month=9', 'table') },
      { kind: 'measured', budget: 'first-page.sprint', rounds: [sprint.script / 1024] },
      {
        kind: 'measured',
        budget: 'first-page.paint-sprint',
        rounds: await paintsOf('/sprint?year=2020&month=9', '[role=slider]'),
      },
      {
        kind: 'measured',
        budget: 'first-page.paint-city',
        rounds: await paintsOf('/cities/330300?year=2020&month=9', '[role=slider]'),
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
