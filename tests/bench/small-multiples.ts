/** Eleven small multiples drawn by the product's own chart: < 60 ms of the main thread, < 200 ms on a 4× slowed one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { findWholeBrowser } from '#tests/support/find-browser.ts';
import type { Finding } from './budgets.ts';
import { median } from './ground/measure.ts';

declare global {
  interface Window {
    drawCharts?: () => number;
  }
}

const page = join(import.meta.dirname, 'small-multiples');

export async function measureSmallMultiples(): Promise<Finding[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'xushi-multiples-'));
  const settings = { root: page, configFile: false as const, logLevel: 'error' as const, plugins: [react()] };
  await build({ ...settings, build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await launchBrowser(findWholeBrowser());
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    const plain: number[] = [];
    const slowed: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      plain.push(await draw(browser, address, 1));
      slowed.push(await draw(browser, address, 4));
    }
    return [
      { kind: 'measured', budget: 'multiples.plain', rounds: plain },
      { kind: 'measured', budget: 'multiples.slowed', rounds: slowed },
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** The first drawing of a fresh page, when nothing is compiled yet, as a person meets it; the median of three pages. */
async function draw(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  address: string,
  slowdown: number,
): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 3; visit += 1) {
    const tab = await browser.newPage();
    const devtools = await tab.context().newCDPSession(tab);
    await tab.goto(address);
    await tab.waitForFunction(() => window.drawCharts !== undefined);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    times.push(await tab.evaluate(() => window.drawCharts?.() ?? Number.NaN));
    await tab.close();
  }
  return median(times);
}
