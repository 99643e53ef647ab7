/** Writers at work while the server comes to its end again and again. */
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '#seeds/demo/random.ts';
import { examine, type Findings } from './checker.ts';
import { sessionsIn } from './demonstration.ts';
import { startServer, type FaultServer, type ServerOptions } from './server.ts';
import { beginWriting, newOffice, untilAcknowledged, type Office } from './writers.ts';

export interface KillPlan extends Pick<ServerOptions, 'control'> {
  /** An SQLite file that holds the demonstration. */
  readonly file: string;
  readonly kills: number;
  readonly seed: number;
  /** How many writes are acknowledged between two kills, at least and at most; every fourth server is killed sooner. */
  readonly writes?: Span;
  /** The command under which the server of this turn runs, counted from 1, and which ends it. */
  readonly endedBy?: (turn: number) => readonly string[];
  /** What happens to the disk between the end of a server and the next start, such as the return of its power. */
  readonly between?: (server: FaultServer) => Promise<void>;
  /** Whether what a control broke is seen by now, so that no more kills are needed; asked while the server is down. */
  readonly isEnough?: (found: Findings) => boolean;
}

export type Span = readonly [least: number, most: number];

export interface KillReport extends Findings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly inDoubt: number;
  readonly strange: readonly string[];
  /** What the starts said that refused the file, because it lacked what was acknowledged. */
  readonly refusals: readonly string[];
}

/**
 * Lets seven bureaus and an official write without a pause while the server is killed and started again `kills` times, then
 * compares what was acknowledged with what the file holds. After the last kill everything is answered once more, so that
 * what was in doubt is settled as a person would settle it: by the same request with the same key.
 */
export async function killWhileWriting(plan: KillPlan): Promise<KillReport> {
  const office = newOffice();
  const random = randomFrom(plan.seed);
  const refusals: string[] = [];
  const writers = beginWriting(office, sessionsIn(plan.file));
  let kills = 0;
  while (kills < plan.kills) {
    kills += 1;
    const server = await startOver(plan, kills, refusals);
    if (server === null) continue;
    office.origin = server.origin;
    await endOf(server, office, plan, random);
    office.origin = null;
    await server.kill();
    if (plan.isEnough?.(examine(plan.file, office.acknowledged)) === true) break;
  }
  const last = await startOver({ ...plan, endedBy: undefined }, kills + 1, refusals);
  // Whoever was cut off gets an answer; then nothing new is begun.
  office.origin = last?.origin ?? null;
  await setTimeout(300);
  office.isOver = true;
  await Promise.all(writers);
  await last?.kill();
  const { inDoubt, strange, acknowledged } = office;
  return {
    kills,
    acknowledged: acknowledged.length,
    inDoubt,
    strange,
    refusals,
    ...examine(plan.file, acknowledged),
  };
}

type StartPlan = Pick<KillPlan, 'file' | 'control'> & { readonly endedBy?: KillPlan['endedBy'] | undefined };

/**
 * Starts the server of a turn; null where the fault came while it opened its database. Where it refuses the file for what
 * it lacks, it is made to forget what was acknowledged, as a person would who goes on without it.
 */
async function startOver(plan: StartPlan, turn: number, refusals: string[]): Promise<FaultServer | null> {
  const { file, control } = plan;
  const under = plan.endedBy?.(turn);
  const options = { database: `file:${file}`, ...(control !== undefined && { control }), ...(under && { under }) };
  try {
    return await startServer(options);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (text.startsWith('the server ended with null')) return null;
    if (!text.includes('acknowledged change(s)')) throw error;
    refusals.push(text);
    rmSync(`${file}-acknowledged`);
    return startServer(options);
  }
}

/** Waits until the server has come to its end, or has lived long enough to be killed. */
async function endOf(server: FaultServer, office: Office, plan: KillPlan, random: () => number): Promise<void> {
  if (plan.endedBy !== undefined) {
    const isEnded = await Promise.race([server.ended.then(() => true), setTimeout(60_000, false, { ref: false })]);
    if (!isEnded) throw new Error(`the fault never came: ${server.printed()}`);
    return;
  }
  const [least, most] = plan.writes ?? [1, 25];
  const isSoon = random() < 0.25;
  await untilAcknowledged(office, isSoon ? 0 : Math.round(least + random() * (most - least)));
  await setTimeout(random() * (isSoon ? 300 : 20));
  await plan.between?.(server);
}

/** A line for the report: the fault and what came of it. */
export function lineOf(fault: string, report: KillReport): string {
  const { kills, acknowledged, inDoubt, lost, half, doubled, integrity } = report;
  return (
    `${fault}: ${kills} kills, ${acknowledged} acknowledged, ${inDoubt} asked again, ` +
    `${lost.length} lost, ${half.length} half, ${doubled.length} doubled, integrity ${integrity}`
  );
}
