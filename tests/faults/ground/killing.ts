/** Writers at work while the server comes to its end again and again. */
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '#seeds/demo/random.ts';
import { examine, type Findings } from './checker.ts';
import { startServer, type FaultServer, type ServerOptions } from './server.ts';
import { cities, cookieOf, newOffice, writeMonth, type Office } from './writers.ts';

export interface KillPlan extends Pick<ServerOptions, 'control'> {
  /** An SQLite file that holds the demonstration. */
  readonly file: string;
  readonly kills: number;
  readonly seed: number;
  /** A server lives this long between two kills, at least and at most, from when it listens. */
  readonly livesMs?: readonly [number, number];
  /** The command under which the server of this turn runs, counted from 1, and which ends it. */
  readonly endedBy?: (turn: number) => readonly string[];
  /** What happens to the disk between the end of a server and the next start, such as the return of its power. */
  readonly between?: (server: FaultServer) => Promise<void>;
  /** Takes the list of what was acknowledged away before each start, which would refuse a database that lacks some. */
  readonly forgets?: boolean;
}

export interface KillReport extends Findings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly inDoubt: number;
  readonly strange: readonly string[];
}

/**
 * Lets seven bureaus and an official write without a pause while the server is killed and started again `kills` times, then
 * compares what was acknowledged with what the file holds. After the last kill everything is answered once more, so that
 * what was in doubt is settled as a person would settle it: by the same request with the same key.
 */
export async function killWhileWriting(plan: KillPlan): Promise<KillReport> {
  const office = newOffice();
  const random = randomFrom(plan.seed);
  const start = (turn: number): Promise<FaultServer> => {
    if (plan.forgets === true) rmSync(`${plan.file}-acknowledged`, { force: true });
    const under = turn > 0 && turn <= plan.kills ? plan.endedBy?.(turn) : undefined;
    return startServer({ ...plan, database: `file:${plan.file}`, ...(under && { under }) });
  };
  const first = await start(0);
  const writers = await beginWriting(office, first.origin);
  office.origin = null;
  await first.kill();
  for (let turn = 1; turn <= plan.kills; turn += 1) {
    const server = await start(turn).catch(startThatWasKilled);
    if (server === null) continue;
    office.origin = server.origin;
    await endOf(server, plan, random);
    office.origin = null;
    await server.kill();
  }
  const last = await start(plan.kills + 1);
  // Whoever was cut off gets an answer; then nothing new is begun.
  office.origin = last.origin;
  await setTimeout(300);
  office.isOver = true;
  await Promise.all(writers);
  await last.kill();
  return reportOf(office, plan);
}

/** A fault may come while the server opens its database. Any other end of a start is a failure of its own. */
function startThatWasKilled(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('the server ended with null')) return null;
  throw error;
}

/** Waits until the server has come to its end, or has lived long enough to be killed. */
async function endOf(server: FaultServer, plan: KillPlan, random: () => number): Promise<void> {
  if (plan.endedBy !== undefined) {
    const isEnded = await Promise.race([server.ended.then(() => true), setTimeout(20_000, false, { ref: false })]);
    if (!isEnded) throw new Error(`the fault never came: ${server.printed()}`);
    return;
  }
  const [least, most] = plan.livesMs ?? [60, 700];
  await setTimeout(least + random() * (most - least));
  await plan.between?.(server);
}

/** Signs everybody in and starts each city's writer. */
export async function beginWriting(office: Office, origin: string): Promise<readonly Promise<void>[]> {
  const official = await cookieOf(origin, 'official');
  const bureaus = await Promise.all(
    Object.entries(cities).map(async ([region, name]) => [region, await cookieOf(origin, name)] as const),
  );
  office.origin = origin;
  return bureaus.map(([region, bureau]) => writeMonth(office, region, { bureau, official }));
}

function reportOf(office: Office, { file, kills }: KillPlan): KillReport {
  return {
    kills,
    acknowledged: office.acknowledged.length,
    inDoubt: office.inDoubt,
    strange: office.strange,
    ...examine(file, office.acknowledged),
  };
}

/** A line for the report: the fault and what came of it. */
export function lineOf(fault: string, report: KillReport): string {
  const { kills, acknowledged, inDoubt, lost, half, doubled, integrity } = report;
  return (
    `${fault}: ${kills} kills, ${acknowledged} acknowledged, ${inDoubt} asked again, ` +
    `${lost.length} lost, ${half.length} half, ${doubled.length} doubled, integrity ${integrity}`
  );
}
