/** F6: the machine's clock is set while people write. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { examine } from './ground/checker.ts';
import { demonstrationFile, sessionsIn } from './ground/demonstration.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, startServer } from './ground/server.ts';
import { beginWriting, newOffice, untilAcknowledged } from './ground/writers.ts';

afterAll(endServers);

const minute = 60_000;
const day = 24 * 60 * minute;

/** People who write while the clock is set by so much, one after the other; what came of it. */
async function writeThrough(steps: readonly number[]) {
  const office = newOffice();
  const file = demonstrationFile();
  const clock = `${file}-clock`;
  writeFileSync(clock, '0');
  const writers = beginWriting(office, sessionsIn(file));
  const environment = { FAULT_CLOCK: clock };
  const server = await startServer({ database: `file:${file}`, control: 'stepped-clock', environment });
  office.origin = server.origin;
  await untilAcknowledged(office, 14);
  let ahead = 0;
  for (const step of steps) {
    ahead += step;
    writeFileSync(clock, String(ahead));
    if (office.strange.length === 0) await untilAcknowledged(office, isLong ? 100 : 7);
  }
  const ready = await fetch(`${server.origin}/api/ready`);
  const readiness: unknown = await ready.json();
  office.isOver = true;
  await Promise.all(writers);
  await server.kill();
  return { office, status: ready.status, readiness, found: examine(file, office.acknowledged) };
}

// The quick set has what follows for sessions without a process, in tests/api/clocks.
describe.skipIf(!isLong)('a clock that is set while people write', () => {
  it('forwards by minutes and backwards by days costs nobody a change or the session, and is named', async () => {
    // Never half an hour ahead of the beginning, so that no session is idle for too long.
    const steps = [-60 * minute, 70 * minute, -2 * day, 2 * day + 10 * minute, -5 * minute];
    const { office, status, readiness, found } = await writeThrough(steps);
    report(
      `F6 clock set ${steps.length} times: ${office.acknowledged.length} acknowledged, ${found.lost.length} lost, ` +
        `${found.half.length} half, ${found.doubled.length} doubled, ${office.strange.length} strange`,
    );
    expect([office.strange, found]).toEqual([[], { lost: [], half: [], doubled: [], integrity: 'ok' }]);
    expect([status, readiness]).toMatchObject([200, { status: 'ready', clockStep: {} }]);
  });

  it('forwards by a day ends every session, so that it is felt at all: a control', async () => {
    const { office } = await writeThrough([day]);
    report(`F6 control: a day forwards: ${office.strange.length} of 7 bureaus had to sign in anew`);
    expect(office.strange.length).toBe(7);
    for (const told of office.strange) expect(told).toContain('not-signed-in');
  });
});
