/** From a move of a slider, of the month or of an amount that is tried, to its picture on the screen: < 50 ms on a 4× slowed CPU. */
import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { findWholeBrowser } from '#tests/support/find-browser.ts';
import type { BudgetName, Finding } from './budgets.ts';
import { median } from './ground/measure.ts';
import { demonstrationOffice, sessionIn } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';

interface Moving {
  readonly budget: BudgetName;
  readonly picture: string;
  /** What is moved; the month where it is left out, whose other months are asked for before. */
  readonly slider?: string;
}

const pages: Readonly<Record<string, Moving>> = {
  '/?year=2020&month=9': { budget: 'slider.overview', picture: 'main table' },
  '/sprint?year=2020&month=9': { budget: 'slider.sprint', picture: 'main figure svg' },
  '/cities/330300?year=2020&month=9': { budget: 'slider.city', picture: 'main svg[role=slider]' },
  '/cities/330300?year=2020&month=9&show=scenario': {
    budget: 'slider.scenario',
    picture: 'table:has(input[type=range])',
    slider: 'table input[type=range]',
  },
};

export async function measureSlider(): Promise<Finding[]> {
  const built = spawnSync(process.execPath, ['web/build.ts', '--if-needed'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web could not be built');
  const file = await demonstrationOffice();
  const cookie = sessionIn(file, 'official');
  const server = await startProduct(file);
  const browser = await launchBrowser(findWholeBrowser());
  try {
    const findings: Finding[] = [];
    for (const [path, moving] of Object.entries(pages)) {
      const rounds = await movesOf(browser, { ...moving, origin: server.origin, cookie, path });
      findings.push({ kind: 'measured', budget: moving.budget, rounds });
    }
    return findings;
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Moved extends Moving {
  readonly origin: string;
  readonly cookie: string;
  readonly path: string;
}

/** Three rounds of eight moves each, back and forth between months that were asked for before; the median of each round. */
async function movesOf(browser: Browser, { origin, cookie, path, picture, slider }: Moved): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  await page.locator(picture).first().waitFor();
  const moved = slider ?? 'input[type=range]';
  await page.locator(moved).first().focus();
  // Every month up to October was asked for, the shown one before the others.
  if (slider === undefined)
    await page.waitForFunction(
      () =>
        performance.getEntriesByType('resource').filter(({ name: address }) => /\/api\/.*month=/.test(address))
          .length >= 10,
    );
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const moves: number[] = [];
    for (let move = 0; move < 8; move += 1) {
      moves.push(await page.evaluate(moveOnce, { picture, slider: moved, back: move % 2 === 0 }));
      // The address and what stands below follow when the handle rests: no move may begin in the work of the last one.
      await page.waitForTimeout(1000);
    }
    rounds.push(median(moves));
  }
  await context.close();
  return rounds;
}

/** Runs in the page: moves the slider a step and waits until the picture has changed and a frame with it was drawn. */
function moveOnce({
  picture,
  slider: moved,
  back,
}: {
  picture: string;
  slider: string;
  back: boolean;
}): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>(moved);
  const drawn = document.querySelector(picture);
  if (slider === null || drawn === null) throw new Error('no slider or no picture');
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      // Where the next frame begins, the changed one has been laid out and painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now() - start), { once: true });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
    observer.observe(drawn, { subtree: true, childList: true, characterData: true, attributes: true });
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const start = performance.now();
    setter?.call(slider, String(Number(slider.value) + (back ? -1 : 1) * Number(slider.step || 1)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
