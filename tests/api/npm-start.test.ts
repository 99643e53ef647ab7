/** `npm start`, and starts where somebody has to mend something first, as processes of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';
import { copyOffice } from '#tests/support/office-file.ts';
import { run } from '#tests/support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function officeFile(): string {
  const file = join(temporaryFolder(), 'office.db');
  copyOffice(inject('templateDatabase'), file);
  return file;
}

const environment = (file: string) => ({
  PATH: process.env['PATH'],
  DATABASE_URL: `file:${file}`,
  PORT: '0',
  LOG_LEVEL: 'error',
});

/** Says these in Chinese and English, and shows no line of a stack. */
function expectSentences(text: string, zh: string, en: string): void {
  expect(text).toContain(zh);
  expect(text).toContain(en);
  expect(text).not.toMatch(/^ {4}at |node:internal/m);
}

describe('npm start', () => {
  it('stops the program when npm is told to stop', { timeout: 60_000 }, async () => {
    // In a group of its own, so that nothing outlives the test whatever npm does.
    const npm = spawn('npm', ['start'], { cwd: root, env: environment(officeFile()), detached: true });
    onTestFinished(() => {
      try {
        process.kill(-(npm.pid ?? 0), 'SIGKILL');
      } catch {
        // All of it has ended.
      }
    });
    let text = '';
    npm.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
    const origin = () => /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(text)?.[0];
    while (origin() === undefined) await once(npm.stdout, 'data');
    const answers = () =>
      fetch(`${origin()}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    expect(await answers()).toBe(true);
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    await expect.poll(answers, { timeout: 10_000 }).toBe(false);
  });

  it('holds no compiler of TypeScript in memory once everything was compiled by an earlier start', () => {
    const tell = 'process.on("exit", () => console.log(process.moduleLoadList.join("\\n")))';
    const loaded = () =>
      spawnSync(process.execPath, ['--import', `data:text/javascript,${tell}`, 'api/server/start.js'], {
        cwd: root,
        // It loads the whole program, and then refuses this.
        env: { ...environment(officeFile()), PORT: 'none' },
        encoding: 'utf8',
      }).stdout;
    loaded();
    const again = loaded();
    // Controls: the program was loaded, and the list is of what the runtime loads.
    expect(again).toContain('internal/modules/typescript');
    expect(again).toContain('zlib');
    expect(again).not.toContain('internal/deps/amaro');
  });

  it('says in two sentences what to run where the packages that build the pages are missing', () => {
    const bare = temporaryFolder();
    for (const file of [
      'web/build.ts',
      'web/vite.config.ts',
      'api/server/start.js',
      'api/server/with-build.ts',
      'package.json',
    ]) {
      mkdirSync(dirname(join(bare, file)), { recursive: true });
      copyFileSync(join(root, file), join(bare, file));
    }
    const { status, stderr } = spawnSync(process.execPath, ['api/server/start.js'], { cwd: bare, encoding: 'utf8' });
    expect(status).toBe(1);
    expectSentences(stderr, '请运行 npm ci && npm run build', 'run npm ci && npm run build');
  });
});

describe('a start', () => {
  it('on a read-only folder says so in both languages, and ends with 1', () => {
    const file = officeFile();
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    onTestFinished(() => chmodSync(dirname(file), 0o755));
    // Rights do not hold for root, so it starts the program as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(process.execPath, ['api/server/main.ts'], {
      cwd: root,
      env: environment(file),
      encoding: 'utf8',
      ...nobody,
    });
    expect(status).toBe(1);
    expectSentences(stderr, '只读', 'read-only');
  });

  it.each(['BEGIN IMMEDIATE', 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE'])(
    'on a database that somebody else holds by %s says so in both languages, and ends with 1',
    async (hold) => {
      const file = officeFile();
      const other = new Sqlite(file);
      other.exec(hold);
      onTestFinished(() => void other.close());
      const { PATH: _, ...settings } = environment(file);
      const program = run('api/server/main.ts', settings);
      expect(await program.ended()).toBe(1);
      expectSentences(program.printed(), '另一程序占用', 'Another program holds');
    },
  );
});
