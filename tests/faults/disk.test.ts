/** Disks that fail: power cut (F2), failed sync (F2b), full (F3), read-only (F4). Each on a disk of its own. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '#api/accounts/contract.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';
import { examine } from './ground/checker.ts';
import { demonstrationFile, sessionsIn } from './ground/demonstration.ts';
import { killWhileWriting, lineOf } from './ground/killing.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, launch, startServer } from './ground/server.ts';
import { atCall, canMount, canTrace, command } from './ground/tools.ts';
import { beginWriting, cookieOf, newOffice } from './ground/writers.ts';

const mounted: string[] = [];
afterAll(() => {
  endServers();
  for (const folder of mounted) command('umount', '-l', folder);
});

if (!canMount) report('F2, F3, F4: not run, because disks of our own cannot be mounted here (root and loop devices)');
if (!canTrace) report('F2b: not run, because strace is missing or forbidden here');

/** A disk in memory of so many MiB. */
function smallDisk(mebibytes: number): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  command('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder);
  mounted.push(folder);
  return folder;
}

const roomOn = (disk: string): number => Number(command('df', '--output=avail', '-B1', disk).split('\n')[1]);

const signIn = (origin: string, password: string) =>
  fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'official', password }),
  });

/** Signs in on a disk that takes nothing, which only the right password does; gives who is in by that session. */
async function signedInUnsaved(origin: string): Promise<(at?: string) => Promise<Partial<Session>>> {
  expect((await signIn(origin, 'a wrong password')).status).toBe(401);
  const reply = await signIn(origin, demonstrationPassword);
  expect([reply.status, await reply.json()]).toMatchObject([200, { unsaved: true, person: { name: 'official' } }]);
  const cookie = reply.headers.getSetCookie().find((text) => text.startsWith('xushi=')) ?? '';
  const who = async (at = origin) => (await fetch(`${at}/api/session`, { headers: { cookie } })).json();
  expect(await who()).toMatchObject({ unsaved: true });
  const read = await fetch(`${origin}/api/overview?year=2020&month=9`, { headers: { cookie } });
  const change = await fetch(`${origin}/api/submissions/2020/10/330800/accept`, {
    method: 'POST',
    headers: { cookie, 'if-match': '"1"' },
  });
  expect([read.status, change.status, (await change.json()).code]).toEqual([200, 503, 'unavailable']);
  return who;
}

/** A real file system in a file, whose power can be cut: nothing that was not synced survives. */
function ext4Disk() {
  const folder = temporaryFolder();
  const image = join(folder, 'disk.img');
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  command('truncate', '-s', '256M', image);
  command('mkfs.ext4', '-qF', image);
  const mount = () => command('mount', '-o', 'loop,errors=remount-ro', image, disk);
  mount();
  mounted.push(disk);
  // EXT4_IOC_SHUTDOWN with NOLOGFLUSH: the journal is not written either.
  const cut = 'import fcntl,os,struct,sys;fcntl.ioctl(os.open(sys.argv[1],0),0x8004587d,struct.pack("I",2))';
  return {
    disk,
    /** What Linux does on an error of the disk: everything that was open goes on, and nothing more is written. */
    turnReadOnly: () => {
      const device = basename(command('findmnt', '-no', 'SOURCE', disk).trim());
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, '1');
    },
    cutPower: () => command('python3', '-c', cut, disk),
    restorePower: () => {
      command('umount', disk);
      mount();
    },
  };
}

/** Cuts the power so many times while people write, on a disk of its own. */
async function cutWhileWriting(kills: number, control?: string) {
  const { disk, cutPower, restorePower } = ext4Disk();
  const file = demonstrationFile(disk);
  command('sync');
  return killWhileWriting({
    file,
    kills,
    seed: 5,
    writes: [20, 70],
    ...(control !== undefined && { control }),
    between: async (server) => {
      cutPower();
      await server.kill();
      restorePower();
    },
  });
}

describe.skipIf(!canMount || !isLong)('a server whose power is cut', () => {
  it('loses nothing that was acknowledged', async () => {
    const found = await cutWhileWriting(12);
    report(lineOf('F2 power cut', found));
    expect(found).toMatchObject({ lost: [], half: [], doubled: [], integrity: 'ok', strange: [] });
  });

  it('is seen to lose where nothing is synced: a control', async () => {
    const found = await cutWhileWriting(3, 'no-sync').catch((error: unknown) => String(error));
    const said = typeof found === 'string' ? found : lineOf('', found);
    report(`F2 control, nothing synced: ${said.split('\n')[0]}`);
    // Either acknowledged rows are gone, or the file itself is, which the next start says.
    if (typeof found === 'string') expect(found).toContain('ended with 1 before it listened');
    else expect(found.lost.length + found.half.length + found.refusals.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!canTrace)('a server whose disk fails to sync', () => {
  it('acknowledges nothing any more, says that it is not ready, and has lost nothing', async () => {
    const office = newOffice();
    const file = demonstrationFile();
    const database = `file:${file}`;
    const writers = beginWriting(office, sessionsIn(file));
    const server = await startServer({ database, under: atCall('fsync', '25+', 'error=EIO') });
    office.origin = server.origin;
    const isReady = async () => (await fetch(`${server.origin}/api/ready`)).status === 200;
    for (let tries = 0; tries < 100 && (await isReady()); tries += 1) await setTimeout(50);
    const acknowledged = office.acknowledged.length;
    await setTimeout(500);
    const afterwards = office.acknowledged.length;
    const ready = await fetch(`${server.origin}/api/ready`);
    const read = await fetch(`${server.origin}/api/health`);
    office.origin = null;
    await server.kill();
    const last = await startServer({ database });
    office.origin = last.origin;
    await setTimeout(300);
    office.isOver = true;
    await Promise.all(writers);
    await last.kill();
    const found = examine(file, office.acknowledged);
    report(
      `F2b failed sync: ${acknowledged} acknowledged before, ${afterwards - acknowledged} after, ` +
        `${found.lost.length} lost, ${found.half.length} half, ${found.doubled.length} doubled`,
    );
    expect([ready.status, read.status, afterwards - acknowledged]).toEqual([503, 200, 0]);
    expect(found).toEqual({ lost: [], half: [], doubled: [], integrity: 'ok' });
    expect(acknowledged).toBeGreaterThan(0);
  });
});

describe.skipIf(!canMount)('a server whose disk is full', () => {
  it('is named before, goes on reading, refuses to write in words, lets people in, and writes again when there is room', async () => {
    const disk = smallDisk(80);
    const file = demonstrationFile(disk);
    const server = await startServer({ database: `file:${file}` });
    const cookie = await cookieOf(server.origin, 'hangzhou');
    const fill = join(disk, 'ballast');
    const low = join(disk, 'low');
    writeFileSync(low, Buffer.alloc(roomOn(disk) - 5 * 2 ** 20));
    const warned = await fetch(`${server.origin}/api/ready`);
    expect([warned.status, await warned.json()]).toMatchObject([200, { storageLow: { totalBytes: 80 * 2 ** 20 } }]);
    writeFileSync(fill, Buffer.alloc(roomOn(disk)));
    const save = (version: number) =>
      fetch(`${server.origin}/api/submissions/2020/10/330100`, {
        method: 'PUT',
        headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ figures: { 'prefab-area': { cumulative: 2010.5 } }, note: 'x'.repeat(2000) }),
      });
    const refused = await save(0);
    const { code, detail } = await refused.json();
    expect([refused.status, code, detail]).toEqual([503, 'unavailable', expect.stringContaining('磁盘空间已满')]);
    const read = await fetch(`${server.origin}/api/overview?year=2020&month=9`, { headers: { cookie } });
    const ready = await fetch(`${server.origin}/api/ready`);
    expect([read.status, ready.status, await ready.json()]).toMatchObject([200, 503, { code: 'storage-full' }]);
    const late = await signedInUnsaved(server.origin);
    rmSync(fill);
    expect((await save(0)).status).toBe(200);
    await expect.poll(async () => (await late()).unsaved, { timeout: 15_000 }).toBe(false);
    await server.kill();
    const next = await startServer({ database: `file:${file}` });
    expect(await late(next.origin)).toMatchObject({ unsaved: false, person: { name: 'official' } });
    await next.kill();
    report(
      'F3 full disk: named before, refused in words, reads and sign-ins went on, writes went on when there was room',
    );
  });

  it('is not started on a full disk without saying why', async () => {
    const disk = smallDisk(40);
    const file = demonstrationFile(disk);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(roomOn(disk)));
    const server = launch({ database: `file:${file}` });
    expect(await server.ended).toBe(1);
    expect(server.printed()).toMatch(/full|space/);
    expect(server.printed()).not.toMatch(/^\s+at /m);
    report('F3 start on a full disk: refused in words');
  });
});

describe.skipIf(!canMount)('a server whose disk is read-only', () => {
  it('goes on reading and lets people in to read where it turned so while it ran', async () => {
    const { disk, turnReadOnly } = ext4Disk();
    const server = await startServer({ database: `file:${demonstrationFile(disk)}` });
    turnReadOnly();
    await signedInUnsaved(server.origin);
    expect((await fetch(`${server.origin}/api/ready`)).status).toBe(503);
    await server.kill();
    report('F4 disk that turned read-only: reads and sign-ins went on, changes were refused');
  });

  it('is not started, says why, and makes no new database', async () => {
    const disk = smallDisk(40);
    const file = join(disk, 'office.db');
    copyFileSync(demonstrationFile(), file);
    command('mount', '-o', 'remount,ro', disk);
    const server = launch({ database: `file:${file}` });
    expect(await server.ended).toBe(1);
    expect(server.printed()).toMatch(/read-only|writable/);
    expect(server.printed()).not.toMatch(/^\s+at /m);
    report('F4 read-only disk: refused in words');
  });
});
