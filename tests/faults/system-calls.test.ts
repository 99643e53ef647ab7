/**
 * F1b: the server is killed at one write or sync of the disk after the other, the list of what was acknowledged among them.
 * F13: so is the first start of an office, which migrates and fills its database.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';
import { demonstrationFile } from './ground/demonstration.ts';
import { killWhileWriting, lineOf } from './ground/killing.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, launch, startServer } from './ground/server.ts';
import { atCall, canTrace } from './ground/tools.ts';

afterAll(endServers);
if (!canTrace) report('F1b, F13: not run, because strace is missing or forbidden here');

describe.skipIf(!canTrace)('a server that is killed at a system call', () => {
  // An opening takes 41 writes and 8 syncs, the jobs that come next 34 and 5; the quick set takes some of commands.
  it.each([
    ['pwrite64', isLong ? Array.from({ length: 160 }, (_, index) => 1 + index) : [60, 95, 140]],
    ['fsync', isLong ? Array.from({ length: 40 }, (_, index) => 1 + index) : [17, 22]],
  ])('loses nothing at any %s', async (call, calls) => {
    const points = calls.length;
    const endedBy = (turn: number) => atCall(call, calls[turn - 1] ?? 1, 'signal=SIGKILL');
    const found = await killWhileWriting({ file: demonstrationFile(), kills: points, seed: 1, endedBy });
    report(lineOf(`F1b killed at ${call}`, found));
    expect(found).toMatchObject({ lost: [], half: [], doubled: [], integrity: 'ok', strange: [] });
    expect(found.acknowledged).toBeGreaterThan(0);
  });
});

describe.skipIf(!canTrace)('a first start that is killed', () => {
  it('can be started again, and is whole', async () => {
    const points = isLong ? Array.from({ length: 40 }, (_, index) => 1 + index * 5) : [3, 40];
    let killed = 0;
    for (const point of points) {
      const database = `file:${join(temporaryFolder(), 'new.db')}`;
      const first = launch({ database, under: atCall('pwrite64', point, 'signal=SIGKILL') });
      // A start that needs fewer calls than this one lives on.
      const isEnded = await Promise.race([first.ended.then(() => true), first.origin.then(() => false)]);
      if (isEnded) killed += 1;
      await first.kill();
      const second = await startServer({ database });
      const ready = await fetch(`${second.origin}/api/ready`);
      expect([point, ready.status, await ready.json()]).toEqual([point, 200, { status: 'ready', failingJobs: [] }]);
      await second.kill();
      await setTimeout(0);
    }
    report(`F13 first start killed: ${killed} of ${points.length} points, each started again whole`);
    expect(killed).toBeGreaterThan(0);
  });
});
