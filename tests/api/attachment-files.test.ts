/** The files on the disk: broken-off uploads, what a check of them finds, what is cleared away. */
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { officeJobs } from '#api/server/office-jobs.ts';
import { verifyOffice } from '#api/server/seal-checks.ts';
import { auditEvents } from '#db/schema.ts';
import { plainPdf } from '#tests/support/attachment-corpus.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { lishui } from '#tests/support/reporting.ts';

const own = `/api/interviews/2020-10-15/items/${lishui}/1.1/attachments`;

const store = ({ app }: TestApp) => app.services.files.store;
const files = (office: TestApp): string[] =>
  existsSync(store(office).folder) ? readdirSync(store(office).folder) : [];

async function attached(office: TestApp, name = 'minutes.pdf'): Promise<string> {
  const caller = await office.signedInAs('bureau', lishui);
  const reply = await caller.upload('POST', `${own}?name=${name}`, 'application/pdf', plainPdf);
  return reply.json<{ id: string }>().id;
}

const underWay = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith('xushi-upload-'))
    .flatMap((name) => readdirSync(join(tmpdir(), name)).map((file) => join(name, file)));

describe('two hundred uploads that are broken off half-way', () => {
  it('leave no file, neither kept nor under way', async () => {
    // A folder of its own, because other processes have uploads of theirs on the way.
    vi.stubEnv('TMPDIR', temporaryFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    const office = await listeningApp();
    const { cookie } = await office.signedInAs('bureau', lishui);
    const { hostname, port, host } = new URL(office.origin);
    const breakOff = async (number: number): Promise<void> => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `POST ${own}?name=${number}.pdf HTTP/1.1\r\nhost: ${host}\r\norigin: ${office.origin}\r\ncookie: ${cookie}\r\n` +
          `content-type: application/pdf\r\ncontent-length: 100000\r\n\r\n`,
      );
      await new Promise((resolve) => socket.write(Buffer.concat([plainPdf, Buffer.alloc(5000)]), resolve));
      socket.resetAndDestroy();
    };
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 20 }, (_value, at) => breakOff(round * 20 + at)));
    }
    // A whole one after them shows that they were really on their way through.
    const id = await attached(office);
    await expect.poll(underWay, { timeout: 15_000 }).toEqual([]);
    expect(files(office)).toEqual([id]);
  });
});

const found = async (office: TestApp, extent: 'all' | 'newest') => {
  const { found: seen, words } = await verifyOffice(office.database, store(office), extent);
  return [seen.total, words.map(({ en }) => en)];
};

describe('a check of the office', () => {
  it('finds nothing where every file is as it came in', async () => {
    const office = await demoApp();
    await attached(office);
    expect(await found(office, 'all')).toEqual([0, []]);
  });

  it('names a file whose content was changed, and one that is gone, which a start sees too', async () => {
    const office = await demoApp();
    const [changed, gone] = [await attached(office, 'changed.pdf'), await attached(office, 'gone.pdf')];
    appendFileSync(join(store(office).folder, changed), ' ');
    rmSync(join(store(office).folder, gone));
    const [total, words] = await found(office, 'all');
    expect([total, words]).toEqual([
      2,
      expect.arrayContaining([
        `The file of “changed.pdf” has another content (${changed})`,
        `The file of “gone.pdf” is missing (${gone})`,
      ]),
    ]);
    expect(await found(office, 'newest')).toEqual([1, [`The file of “gone.pdf” is missing (${gone})`]]);
  });

  it('makes the office unready by its job, and ready again when the file is back', async () => {
    const office = await demoApp();
    const id = await attached(office);
    rmSync(join(store(office).folder, id));
    const check = async () => {
      await enterJobs(office.app.services, officeJobs);
      await runDueJobs(office.app.services, officeJobs, new AbortController().signal);
      return (await office.anonymous.get('/api/ready')).json<{ code?: string; status: unknown }>();
    };
    expect(await check()).toMatchObject({ code: 'data-altered' });
    writeFileSync(join(store(office).folder, id), plainPdf);
    office.clock.advance(25 * 60);
    expect(await check()).toMatchObject({ status: 'ready' });
  });
});

const aged = (office: TestApp, name: string, days: number): void => {
  mkdirSync(store(office).folder, { recursive: true });
  const path = join(store(office).folder, name);
  if (!existsSync(path)) writeFileSync(path, 'x');
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  utimesSync(path, then, then);
};

const clear = async (office: TestApp): Promise<readonly string[]> => {
  await enterJobs(office.app.services, officeJobs);
  await runDueJobs(office.app.services, officeJobs, new AbortController().signal);
  return files(office).toSorted();
};

describe('the clearing of files', () => {
  const [old, young] = ['a'.repeat(32), 'b'.repeat(32)];

  it('takes what no row refers to for a week, unfinished files too, and leaves all else', async () => {
    const office = await demoApp();
    const id = await attached(office);
    for (const name of [old, `${'c'.repeat(32)}.part`, id, 'of-somebody-else.txt']) aged(office, name, 8);
    aged(office, young, 6);
    expect(await clear(office)).toEqual([id, young, 'of-somebody-else.txt'].toSorted());
    const trail = await office.database.reader.select().from(auditEvents);
    expect(trail.find(({ action }) => action === 'system.clear-files')).toMatchObject({ detail: { files: 2 } });
  });

  it('takes the content of what was taken back thirty days later', async () => {
    const office = await demoApp();
    const id = await attached(office);
    const caller = await office.signedInAs('bureau', lishui);
    await caller.post(`/api/attachments/${id}/remove`, { reason: '上传了错误的文件' });
    aged(office, id, 40);
    office.clock.advance(29 * 24 * 60);
    expect(await clear(office)).toEqual([id]);
    office.clock.advance(2 * 24 * 60);
    expect(await clear(office)).toEqual([]);
  });
});
