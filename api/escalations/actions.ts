/** Whom to call in: cities by their lag, with every step that was taken towards them. Nothing happens to a city without an official. */
import { randomUUID } from 'node:crypto';
import { insertEscalation, listEscalations, listInterviews, type EscalationRow } from '#db/interviews.ts';
import { forecastSnapshotOf, type ForecastSnapshot } from '../assessments/snapshot.ts';
import type { CityStanding, IndicatorStanding } from '../assessments/city-standing.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { requireCities } from '../interviews/setting-up.ts';
import { recordsOf, type InterviewRecord } from '../interviews/record.ts';
import { requireReason } from '../interviews/templates.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { isProvinceInvented } from '../standings/invented.ts';
import { projectionOf } from '../standings/forecasts.ts';
import { presentStanding } from '../standings/present.ts';
import { standCities } from '../standings/replies.ts';
import type { Candidate, Candidates, Escalation } from './contract.ts';
import { monthsInRow } from './lag.ts';
import { readLadder } from './ladder.ts';

/** Cities at a month end in the order of their lag: level, then gap, as on the overview. */
export async function listCandidates(
  context: Context,
  { year, month }: { readonly year: number; readonly month: number },
): Promise<Candidates> {
  const { reader } = context.database;
  const snapshot = await forecastSnapshotOf(context, year);
  const held = (await listInterviews(reader)).filter(({ state }) => state === 'held' || state === 'closed');
  const interviews = await recordsOf(reader, held, null);
  const escalations = Map.groupBy(await listEscalations(reader), ({ region }) => region);
  return {
    year,
    month,
    today: dayInShanghai(context.clock.now()),
    candidates: standCities(snapshot, month).map((city) => ({
      ...lagOf(city, month, snapshot),
      interviews: promisesOf(interviews, city.region.code),
      escalations: (escalations.get(city.region.code) ?? []).map(present),
    })),
    ladder: await readLadder(reader),
    months: [...snapshot.months],
    invented: isProvinceInvented(snapshot, month),
  };
}

function lagOf(
  city: CityStanding,
  month: number,
  snapshot: ForecastSnapshot,
): Omit<Candidate, 'interviews' | 'escalations'> {
  return {
    region: city.region.code,
    level: city.level,
    strip: [...city.strip],
    ...monthsInRow(city.strip, month),
    worst: worstOf(city.indicators, snapshot),
  };
}

/** The core indicator with the largest gap behind the pace. */
function worstOf(indicators: readonly IndicatorStanding[], snapshot: ForecastSnapshot): Candidate['worst'] {
  const [worst] = indicators
    .filter(({ indicator, standing }) => indicator.core && standing.gapPoints !== null)
    .toSorted((a, b) => (a.standing.gapPoints ?? 0) - (b.standing.gapPoints ?? 0));
  if (worst === undefined) return null;
  const { indicator, level, completion, gapPoints, gapAmount, target } = presentStanding(worst);
  return { indicator, level, completion, gapPoints, gapAmount, target, projection: projectionOf(worst, snapshot) };
}

function promisesOf(interviews: readonly InterviewRecord[], region: string): Candidate['interviews'] {
  return interviews
    .filter(({ details }) => details.areas.some((area) => area.region === region))
    .map(({ row, items }) => {
      const own = items.filter((item) => item.row.region === region);
      const verified = own.filter((item) => item.row.state === 'verified').length;
      return { id: row.id, heldOn: row.heldOn, verified, items: own.length };
    });
}

/** What an official records. */
export interface EscalationRequest {
  readonly region: string;
  readonly step: string;
  readonly takenOn: string;
  readonly documentNumber: string;
  readonly reason: string;
}

/**
 * Records a step that was taken towards a city.
 * @throws Problem `unknown-region`, `reason-required`; `not-found` for a step that the ladder does not have
 */
export async function escalate(context: Context, request: EscalationRequest): Promise<Escalation> {
  requireReason(request.reason);
  const { region, step, takenOn } = request;
  const command = {
    action: 'interview.escalate',
    object: `${region}/${step}`,
    request,
    changesStandings: false,
  } as const;
  return runCommand(context, command, async (tx) => {
    await requireCities(tx, [region], takenOn);
    const taken = (await readLadder(tx)).steps.find(({ key }) => key === step);
    if (taken === undefined) throw new Problem('not-found');
    const row: EscalationRow = {
      id: randomUUID(),
      region,
      step,
      takenOn,
      stepZh: taken.name.zh,
      stepEn: taken.name.en,
      origin: 'reported',
      documentNumber: request.documentNumber.trim(),
      reason: request.reason.trim(),
      at: context.clock.now().toISOString(),
      author: context.actor.id,
      authoredAs: context.actor.author,
    };
    await insertEscalation(tx, row);
    return { reply: present(row), detail: { takenOn, documentNumber: row.documentNumber, reason: row.reason } };
  });
}

function present({ id, region, step, takenOn, documentNumber, reason, at, origin, ...row }: EscalationRow): Escalation {
  const name = { zh: row.stepZh, en: row.stepEn };
  return { id, region, step, name, takenOn, documentNumber, reason, at, origin, person: row.authoredAs.name };
}
