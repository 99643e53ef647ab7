/** Pace curves that the office writes: versions, put in force from a month on, never backwards, withdrawn before their month. */
import { describe, expect, it } from 'vitest';
import { readSnapshot, readSnapshotAsKnown } from '#api/assessments/snapshot.ts';
import type { CurveIn, CurveList, CurveTrial } from '#api/curve-changes/contract.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { cityOf } from '#api/standings/replies.ts';
import { insertAccount } from '#db/accounts.ts';
import { insertCurveAssignment } from '#db/curves.ts';
import { raiseRevision } from '#db/revisions.ts';
import { verifySeals } from '#db/verification.ts';
import { beginSession, demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { assigned } from '#tests/support/curves.ts';
import { ownOffice } from '#tests/support/own-office.ts';
import { basedOn, once, wenzhou } from '#tests/support/reporting.ts';

const area = 'prefab-area';
const late = linearPoints.map((share) => share ** 2);
const curve: CurveIn = {
  code: 'office-1',
  name: { zh: '年底集中', en: 'Late in the year' },
  points: late,
  source: { zh: '本省近三年', en: 'Three years of the province' },
  reason: '年底集中开工是常态',
};
const assignment = {
  indicator: area,
  curve: 'office-1',
  version: 1,
  effectiveYear: 2020,
  effectiveMonth: 11,
  reason: '自十一月起按此判定',
};

const curvesFor = async (caller: Caller) => (await caller.get('/api/curves')).json<CurveList>();
const overviewAt = async (caller: Caller, month: number) => ({
  ...(await caller.get(`/api/overview?year=2020&month=${month}`)).json<Overview>(),
  revision: 0,
});
const areaIn = async (caller: Caller, month: number) =>
  (await caller.get(`/api/cities/${wenzhou}?year=2020&month=${month}`))
    .json<City>()
    .indicators.find(({ standing }) => standing.indicator === area)?.standing;

/** The demonstration in which the area is judged otherwise from a month on that was judged already. */
async function officeWith(...rows: readonly Parameters<typeof assigned>[0][]): Promise<TestApp> {
  const office = await demoApp();
  await office.database.write(async (tx) => {
    for (const [at, row] of rows.entries()) await insertCurveAssignment(tx, assigned({ number: at + 1, ...row }));
    await raiseRevision(tx);
  });
  return office;
}

describe('a curve of the office', () => {
  it('is kept in versions with its author and reason, judges from its month on, and recolours nothing', async () => {
    const { clock, database, signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const before = [await overviewAt(official, 9), await overviewAt(official, 10)];
    const first = await official.post('/api/curves', curve, once(0, 'curve-1'));
    expect(first.statusCode).toBe(200);
    expect((await official.post('/api/curves', curve, once(0, 'curve-1'))).json()).toEqual(first.json());
    await official.post('/api/curves', { ...curve, points: linearPoints }, basedOn(1));
    const list = (await official.post('/api/curve-assignments', assignment, basedOn(2))).json<CurveList>();
    expect(list.curves.map(({ code, version }) => `${code} ${version}`)).toEqual([
      'linear 0',
      'own-history 0',
      'starts-2019 0',
      'office-1 2',
      'office-1 1',
    ]);
    expect(list.assignments).toMatchObject([{ curve: 'office-1', version: 1, author: 'official', withdrawn: null }]);
    expect([await overviewAt(official, 9), await overviewAt(official, 10)]).toEqual(before);
    clock.set('2020-11-20T01:00:00Z');
    const standing = await areaIn(await signedInAs('leader'), 11);
    const named = { kind: 'assigned', name: curve.name, version: 1, year: 2020, month: 11 };
    expect(standing?.ownCurve).toEqual({ years: [], points: late, named });
    // Its newest figure is of September's end.
    expect(standing?.pace).toBe(late[8]);
    expect(await verifySeals(database.reader)).toMatchObject({ findings: [] });
  });

  it('is refused where it is no curve, says nothing, takes a program’s code or was not seen', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const post = async (body: unknown, version = 0) =>
      (await official.post('/api/curves', body, basedOn(version))).json();
    const falling = late.with(3, 0);
    expect(await post({ ...curve, points: falling })).toMatchObject({
      code: 'curve-shape',
      errors: [{ pointer: '/points' }],
    });
    expect(await post({ ...curve, points: late.with(11, 0.99) })).toMatchObject({ code: 'curve-shape' });
    expect(await post({ ...curve, code: 'linear' })).toMatchObject({ code: 'curve-code-taken' });
    expect(await post({ ...curve, reason: '好' })).toMatchObject({ code: 'reason-required' });
    expect(await post({ ...curve, name: { zh: ' ', en: 'x' } })).toMatchObject({ errors: [{ pointer: '/name/zh' }] });
    expect(await post(curve, 7)).toMatchObject({ code: 'stale-version' });
    expect((await curvesFor(official)).version).toBe(0);
  });

  it('is put in force from a month on that nothing was judged in, and must be there', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const post = async (more: object) =>
      (
        await official.post(
          '/api/curve-assignments',
          { ...assignment, curve: 'linear', version: 0, ...more },
          basedOn(0),
        )
      ).json();
    expect(await post({ effectiveMonth: 10 })).toMatchObject({
      code: 'curve-month-judged',
      errors: [{ pointer: '/effectiveMonth' }],
    });
    expect(await post({ curve: 'office-9', version: 1 })).toMatchObject({ code: 'no-such-curve' });
    expect(await post({ indicator: 'nothing' })).toMatchObject({ code: 'not-found' });
    expect((await curvesFor(official)).earliest).toEqual({ year: 2020, month: 11 });
  });

  it('is withdrawn with a reason before anything was judged by it, and not after', async () => {
    const office = await officeWith({}, { effectiveMonth: 11 });
    const official = await office.signedInAs('official');
    const withdraw = (number: number, reason: string, version: number) =>
      official.post(`/api/curve-assignments/${area}/${number}/withdraw`, { reason }, basedOn(version));
    expect((await curvesFor(official)).assignments.map(({ can }) => can.withdraw)).toEqual([true, false]);
    expect((await withdraw(1, '改按原曲线判定', 2)).json()).toMatchObject({ code: 'curve-judged-already' });
    expect((await withdraw(2, '', 2)).json()).toMatchObject({ code: 'reason-required' });
    const list = (await withdraw(2, '改按原曲线判定', 2)).json<CurveList>();
    expect(list.assignments[0]).toMatchObject({
      number: 2,
      withdrawn: { reason: '改按原曲线判定', author: 'official' },
    });
    expect((await withdraw(2, '改按原曲线判定', 3)).statusCode).toBe(404);
    const { curves } = await readSnapshot(office.database.reader, 2020);
    expect(curves.assigned.get(area)?.map(({ effectiveMonth }) => effectiveMonth)).toEqual([5]);
  });

  it('judges from exactly its month on; of one month the newer one judges', async () => {
    const office = await officeWith({ effectiveMonth: 7, curve: 'starts-2019' }, {}, { effectiveMonth: 7 });
    const official = await office.signedInAs('official');
    const paceAt = async (month: number) => (await areaIn(official, month))?.pace;
    expect(await paceAt(4)).toBe(starts2019Points[3]);
    expect(await paceAt(5)).toBe(linearPoints[4]);
    expect(await paceAt(7)).toBe(linearPoints[6]);
    expect((await areaIn(official, 4))?.ownCurve).toBeNull();
  });

  it('may be each region’s own completed years', async () => {
    const office = await officeWith({ curve: 'own-history' });
    const standing = await areaIn(await office.signedInAs('official'), 9);
    expect(standing?.ownCurve).toMatchObject({ years: [2018, 2019], named: { kind: 'assigned', month: 5 } });
    expect(standing?.pace).toBe(standing?.ownCurve?.points[8]);
    expect(standing?.pace).not.toBe(starts2019Points[8]);
  });

  it('is not known before it was decided', async () => {
    const { database } = await officeWith({});
    const everything = { city: null, pending: false } as const;
    const pace = async (knownAt: string) => {
      const snapshot = await readSnapshotAsKnown(database.reader, 2020, knownAt);
      return cityOf(snapshot, wenzhou, 9, everything)?.indicators.find(({ standing }) => standing.indicator === area)
        ?.standing.pace;
    };
    expect(await pace('2020-10-19T00:59:59.000Z')).toBe(starts2019Points[8]);
    expect(await pace('2020-10-19T01:00:00.000Z')).toBe(linearPoints[8]);
  });

  it('may begin from the season that an indicator’s completed years have in common', async () => {
    const { seasons } = await curvesFor(await (await demoApp()).signedInAs('bureau'));
    const season = seasons.find(({ indicator }) => indicator === area);
    expect(season?.years).toEqual([2018, 2019]);
    expect(season?.points[11]).toBe(1);
  });
});

describe('the trial of a curve', () => {
  it('says what the newest month would be, were it in force, and changes nothing', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    await official.post('/api/curves', curve, basedOn(0));
    const asked = { indicator: area, curve: 'office-1', version: 1 };
    const trial = (await official.post('/api/curve-assignments/trial', asked)).json<CurveTrial>();
    expect(trial.month).toEqual({ year: 2020, month: 10 });
    const levels = async () =>
      new Map(
        (await overviewAt(official, 10)).regions.map(({ region, indicators }) => [
          region,
          indicators.find(({ indicator }) => indicator === area)?.level,
        ]),
      );
    expect(new Map(trial.cities.map(({ region, before }) => [region, before]))).toEqual(await levels());
    expect(trial.cities.some(({ before, after }) => before !== after)).toBe(true);
    await office.database.write(async (tx) => {
      await insertCurveAssignment(tx, assigned({ curve: 'office-1', curveVersion: 1, effectiveMonth: 10 }));
      await raiseRevision(tx);
    });
    expect(new Map(trial.cities.map(({ region, after }) => [region, after]))).toEqual(await levels());
  });

  it('is of any month with accepted figures that is named, and of no other', async () => {
    const official = await (await demoApp()).signedInAs('official');
    await official.post('/api/curves', curve, basedOn(0));
    const { judged } = await curvesFor(official);
    expect(judged.slice(0, 2)).toEqual([
      { year: 2020, month: 10 },
      { year: 2020, month: 9 },
    ]);
    const triedOn = (at: object) =>
      official.post('/api/curve-assignments/trial', { indicator: area, curve: 'office-1', version: 1, at });
    const may = (await triedOn({ year: 2020, month: 5 })).json<CurveTrial>();
    expect(may.month).toEqual({ year: 2020, month: 5 });
    // The end of May by shares that grow with the square of the month: (5/12)².
    expect(may.cities.map(({ paceAfter }) => paceAfter?.toFixed(6))).toEqual(may.cities.map(() => '0.173611'));
    const { regions } = await overviewAt(official, 5);
    const levels = regions.map(({ region, indicators }): [string, unknown] => [
      region,
      indicators.find(({ indicator }) => indicator === area)?.level,
    ]);
    expect(new Map(may.cities.map(({ region, before }) => [region, before]))).toEqual(new Map(levels));
    for (const at of [
      { year: 2020, month: 12 },
      { year: 2031, month: 1 },
    ])
      expect((await triedOn(at)).json()).toMatchObject({ code: 'not-found' });
  });

  it('is empty in an empty office', async () => {
    const { app, database, clock } = await ownOffice();
    const account = {
      id: 'official',
      name: 'official',
      titleZh: '省厅',
      titleEn: 'Department',
      role: 'official',
    } as const;
    const more = {
      passwordHash: 'x',
      mustChangePassword: false,
      disabled: false,
      createdAt: clock.now().toISOString(),
    };
    await database.write((tx) => insertAccount(tx, { ...account, region: null, ...more }));
    const official = await beginSession({ app, database, clock }, 'official');
    const asked = { indicator: area, curve: 'linear', version: 0 };
    expect((await official.post('/api/curve-assignments/trial', asked)).json()).toEqual({ month: null, cities: [] });
    expect(await curvesFor(official)).toMatchObject({ assignments: [], seasons: [], earliest: null });
  });
});
