/** Standings are taken over from before a change where nothing that they depend on changed: they must be as if made from nothing. */
import { eq } from 'drizzle-orm';
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, type Arbitrary } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from '#api/assessments/history.ts';
import { forecastSnapshotOf, readSnapshot, type ForecastSnapshot } from '#api/assessments/snapshot.ts';
import { linearPoints } from '#api/measures/curve.ts';
import { readColumns, yearColumnsOf, type YearColumns } from '#api/assessments/year-columns.ts';
import { standingsBelow } from '#api/divisions/lines.ts';
import { presets } from '#api/measures/rule.ts';
import { cityOf, overviewOf } from '#api/standings/replies.ts';
import type { Submission } from '#api/submissions/contract.ts';
import {
  insertCurveAssignment,
  insertNodePlanVersion,
  listCurveAssignments,
  listNodePlanVersions,
} from '#db/curves.ts';
import type { Reader, Writer } from '#db/dialect';
import { raiseRevision } from '#db/revisions.ts';
import { listRegions } from '#db/regions.ts';
import { insertRule, listRules } from '#db/rules.ts';
import { curves, regions } from '#db/schema.ts';
import { listTargetChanges } from '#db/targets.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { approvedPlan, assigned } from '#tests/support/curves.ts';
import { expectReplayAsFromNothing } from '#tests/support/replayed.ts';
import { basedOn, hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const kinds = [
  'report',
  'accept',
  'return',
  'correct',
  'correct last year',
  'replace last year',
  'target',
  'deadline',
  'rule',
  'curve',
  'assigned curve',
  'node plan',
  'region',
] as const;

interface Step {
  readonly kind: (typeof kinds)[number];
  readonly region: string;
  readonly month: number;
  readonly amount: number;
}

const step: Arbitrary<Step> = record({
  // Most of what happens is reports and decisions on them.
  kind: oneof(constantFrom(...kinds), constantFrom('report', 'accept', 'return', 'correct')),
  region: constantFrom(hangzhou, wenzhou, lishui),
  month: integer({ min: 1, max: 9 }),
  amount: integer({ min: 1, max: 3000 }),
});

const explained = { cause: '项目推迟开工。', remedies: '逐个项目明确开工日期。' };
const figuresOf = (amount: number) => ({
  'prefab-area': { cumulative: amount },
  'prefab-civil': { cumulative: amount / 2 },
  'prefab-share': { numerator: amount, denominator: amount * 3 },
  'steel-housing': { cumulative: amount / 10 },
  'green-demo': { cumulative: amount % 30 },
});

let office: TestApp;
let official: Caller;
let bureaus: ReadonlyMap<string, Caller>;
beforeEach(async () => {
  office = await demoApp();
  official = await office.signedInAs('official');
  bureaus = new Map(
    await Promise.all(
      [hangzhou, wenzhou, lishui].map(async (region): Promise<[string, Caller]> => [
        region,
        await office.signedInAs('bureau', region),
      ]),
    ),
  );
});

const versionOf = async (caller: Caller, path: string) => (await caller.get(path)).json<Submission>().version;

/** Sends a change of a month on its newest version; says whether it was done. */
async function send(caller: Caller, path: string, command: string, body: unknown = {}): Promise<boolean> {
  return (await caller.post(`${path}/${command}`, body, basedOn(await versionOf(caller, path)))).statusCode === 200;
}

async function correct(bureau: Caller, path: string, amount: number): Promise<boolean> {
  const body = { reason: '上月数据少计一个项目', figures: figuresOf(amount), ...explained, laterMonths: 'included' };
  return (await send(bureau, path, 'correct', body)) && send(official, path, 'accept');
}

async function setTarget({ region, month, amount }: Step): Promise<boolean> {
  const scope = { years: [2020], regions: [region], indicators: ['prefab-area'] };
  const lines = await listTargetChanges(office.database.reader, scope);
  const change = { amount, effectiveMonth: month, documentNumber: '浙建〔2020〕99号', reason: '年度目标调整' };
  const path = `/api/targets/2020/${region}/prefab-area`;
  return (await official.post(path, change, basedOn(lines.length))).statusCode === 200;
}

/** What no endpoint offers, as a new version of the program brings it. */
async function change(work: (tx: Writer) => Promise<void>): Promise<boolean> {
  await office.database.write(async (tx) => {
    await work(tx);
    await raiseRevision(tx);
  });
  return true;
}

async function addRule(tx: Writer, { month, amount }: Step): Promise<void> {
  const rules = await listRules(tx);
  const [rule] = rules;
  if (rule === undefined) throw new Error('there is no rule');
  const conditions = amount % 2 === 0 ? presets.average : presets.points;
  const version = 1 + Math.max(...rules.map((one) => one.version));
  await insertRule(tx, { ...rule, version, conditions, effectiveYear: 2020, effectiveMonth: month });
}

async function bendCurve(tx: Writer, { amount }: Step): Promise<void> {
  const points = Array.from({ length: 12 }, (_, at) => ((at + 1) / 12) ** (1 + (amount % 3)));
  await tx.update(curves).set({ points }).where(eq(curves.code, 'starts-2019'));
}

/** As nobody can by a request: from months that were judged, every third time by own years. */
async function assignCurve(tx: Writer, { month, amount }: Step): Promise<void> {
  const number = 1 + (await listCurveAssignments(tx)).length;
  const curve = amount % 3 === 0 ? 'own-history' : 'linear';
  await insertCurveAssignment(tx, assigned({ number, curve, effectiveMonth: month }));
}

async function approvePlan(tx: Writer, { region, month, amount }: Step): Promise<void> {
  const number = 1 + (await listNodePlanVersions(tx, { year: 2020, region })).length;
  const points = linearPoints.map((share) => share ** (1 + (amount % 3)));
  await insertNodePlanVersion(tx, approvedPlan({ region, number, effectiveMonth: month, points }));
}

/** A county under the city from November on, which reports in its place. */
async function addCounty(tx: Writer, { region }: Step): Promise<void> {
  const city = (await listRegions(tx)).find(({ code }) => code === region);
  if (city === undefined) throw new Error(`there is no ${region}`);
  const county = {
    ...city,
    code: `${region.slice(0, 4)}81`,
    parent: region,
    kind: 'county',
    validFrom: '2020-11-01',
  } as const;
  await tx.insert(regions).values(county).onConflictDoNothing();
}

const october = ({ region }: Step): string => `/api/submissions/2020/10/${region}`;

/** Each says whether it was done: many a step is refused, such as accepting what nobody sent. */
const ways: Readonly<Record<Step['kind'], (step: Step, bureau: Caller) => Promise<boolean>>> = {
  report: async (one, bureau) => {
    const asOf = `2020-10-${String(one.month).padStart(2, '0')}`;
    const body = { figures: figuresOf(one.amount), asOf, ...explained };
    await bureau.put(october(one), body, basedOn(await versionOf(bureau, october(one))));
    return send(bureau, october(one), 'submit');
  },
  accept: (one) => send(official, october(one), 'accept'),
  return: (one) => send(official, october(one), 'return', { reason: '请核对装配式面积' }),
  correct: ({ region, month, amount }, bureau) => correct(bureau, `/api/submissions/2020/${month}/${region}`, amount),
  'correct last year': ({ region, month, amount }, bureau) =>
    correct(bureau, `/api/submissions/2019/${month > 6 ? 12 : month}/${region}`, amount),
  // As many accepted versions as before, and others: nothing reads in between.
  'replace last year': async ({ region, amount }, bureau) => {
    const path = `/api/submissions/2019/12/${region}`;
    const taken = await send(official, path, 'revoke', { reason: '年报数据有误' });
    return (await correct(bureau, path, amount + 1)) && taken;
  },
  target: setTarget,
  deadline: async () => {
    const decision = { onTimeDay: '2020-11-20', reason: '国庆假期顺延一周' };
    const { statusCode } = await official.post('/api/deadlines/2020/10', decision, basedOn(0));
    return statusCode === 200;
  },
  rule: (one) => change((tx) => addRule(tx, one)),
  curve: (one) => change((tx) => bendCurve(tx, one)),
  'assigned curve': (one) => change((tx) => assignCurve(tx, one)),
  'node plan': (one) => change((tx) => approvePlan(tx, one)),
  region: (one) => change((tx) => addCounty(tx, one)),
};

async function take(one: Step): Promise<boolean> {
  const bureau = bureaus.get(one.region);
  if (bureau === undefined) throw new Error(`${one.region} has no bureau`);
  return ways[one.kind](one, bureau);
}

/** What the pages of three month ends and of a city are made from; as text, because comparing that takes no time. */
function shownBy(snapshot: ForecastSnapshot, region: string): string {
  const scope = { city: null, pending: true };
  const overviews = [4, 9, 10].map((month) => overviewOf(snapshot, month, scope));
  return JSON.stringify([overviews, cityOf(snapshot, region, 10, scope)], null, 1);
}

/** From nothing, with the history as it stands. */
const readAnew = async (reader: Reader): Promise<ForecastSnapshot> => ({
  ...(await readSnapshot(reader, 2020)),
  history: await readHistory(reader, 2020),
});

/** What the tree's sums come to at the root and right below it, to the last bit. */
async function sumsOf(columns: YearColumns, month: number) {
  const { whole, lines } = await standingsBelow(columns, month, { region: columns.regions.root, list: 'parts' });
  return [whole, ...lines].map(({ key, level, parts, sums }) => ({
    key,
    level,
    parts,
    ...sums,
    numbers: [...sums.numbers],
  }));
}

async function expectSumsAsFromNothing(): Promise<void> {
  const { reader } = office.database;
  const fresh = await readColumns(reader, 2020, { history: () => readHistory(reader, 2020) });
  const kept = await yearColumnsOf(office.app.services, 2020);
  for (const month of [10, 12]) expect(await sumsOf(kept, month)).toEqual(await sumsOf(fresh, month));
  // Added up or measured alone, peers and all: a city has one level.
  const { regions: cities } = overviewOf(await readAnew(reader), 10, { city: null, pending: false });
  const levels = new Map((await sumsOf(kept, 10)).map(({ key, level }) => [key, level]));
  expect(cities.map(({ region }) => levels.get(region))).toEqual(cities.map(({ level }) => level));
}

async function expectAsFromNothing(region: string): Promise<void> {
  const kept = shownBy(await forecastSnapshotOf(office.app.services, 2020), region).split('\n');
  const fresh = shownBy(await readAnew(office.database.reader), region).split('\n');
  const differs = fresh.findIndex((line, at) => line !== kept[at]);
  if (differs === -1) return;
  const around = (lines: readonly string[]) => lines.slice(Math.max(0, differs - 5), differs + 5).join('\n');
  expect(around(kept)).toBe(around(fresh));
}

describe('standings that were kept', () => {
  it('are, after any history, those that are computed from nothing', async () => {
    const done = new Map<string, number>();
    // One in which everything happens, and peers and last year's end count.
    const eventful: Step[] = [
      { kind: 'rule', region: wenzhou, month: 1, amount: 2 },
      { kind: 'correct', region: hangzhou, month: 5, amount: 777 },
      { kind: 'correct last year', region: wenzhou, month: 9, amount: 500 },
      { kind: 'replace last year', region: wenzhou, month: 9, amount: 2900 },
      { kind: 'report', region: lishui, month: 3, amount: 900 },
      { kind: 'return', region: lishui, month: 3, amount: 1 },
      { kind: 'report', region: lishui, month: 4, amount: 950 },
      { kind: 'accept', region: lishui, month: 4, amount: 1 },
      { kind: 'target', region: wenzhou, month: 6, amount: 450 },
      { kind: 'deadline', region: wenzhou, month: 6, amount: 1 },
      { kind: 'curve', region: wenzhou, month: 6, amount: 1 },
      { kind: 'assigned curve', region: wenzhou, month: 5, amount: 3 },
      { kind: 'node plan', region: wenzhou, month: 9, amount: 1 },
      { kind: 'assigned curve', region: hangzhou, month: 10, amount: 1 },
      { kind: 'region', region: lishui, month: 1, amount: 1 },
    ];
    const histories = array(step, { minLength: 6, maxLength: 10 });
    await assert(
      asyncProperty(histories, async (history) => {
        for (const one of history) {
          if (await take(one)) done.set(one.kind, (done.get(one.kind) ?? 0) + 1);
          await expectAsFromNothing(one.region);
          await expectSumsAsFromNothing();
        }
        await expectReplayAsFromNothing(office, await readAnew(office.database.reader));
      }),
      { examples: [[eventful]], numRuns: 4, seed: 20201016, endOnFailure: true },
    );
    expect([...done.keys()].toSorted()).toEqual(kinds.toSorted());
  }, 60_000);
});
