import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

const ways: readonly (readonly (readonly string[])[])[] = [
  [['playwright-core', 'install', 'chromium']],
  [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium', 'chromium-headless-shell', 'fonts-noto-cjk'],
  ],
  // Older systems have no package of the shell alone.
  [['apt-get', 'install', '-y', 'chromium', 'fonts-noto-cjk']],
];

/** Installs a Chromium: playwright's own download, and where that is out of reach Debian's package. Null where neither works. */
export function installBrowser(): string | null {
  for (const commands of ways) {
    const done = commands.every(
      ([program = '', ...rest]) => spawnSync(program, rest, { stdio: 'inherit', timeout: 240_000 }).status === 0,
    );
    if (!done) continue;
    const found = findBrowser() ?? downloadedBrowser();
    if (found !== null) return found;
  }
  return null;
}

/** Where playwright put its download; asked of playwright itself, because the place depends on the machine. */
function downloadedBrowser(): string | null {
  const asked = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { chromium } from 'playwright-core'; console.log(chromium.executablePath());",
    ],
    { encoding: 'utf8' },
  );
  return findBrowser({ CHROME_PATH: asked.stdout.trim(), PATH: '' });
}
