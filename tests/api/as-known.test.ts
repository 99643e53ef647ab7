/** The year as it was known on a day: by what was accepted, taken back and decided until its end, and by nothing later. */
import { describe, expect, it } from 'vitest';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';
import { basedOn, jiaxing, monthOf, submissionIn } from '#tests/support/reporting.ts';

const areaIn = (indicators: readonly { readonly indicator: string }[]) =>
  indicators.find(({ indicator }) => indicator === 'prefab-area');

const overviewOn = async (caller: SignedInCaller, known?: string): Promise<Overview> =>
  (
    await caller.get(`/api/overview?year=2020&month=10${known === undefined ? '' : `&known=${known}`}`)
  ).json<Overview>();

/** Jiaxing's area in October as a page of it says: the sums of the overview, its own page, and the sprint. */
async function jiaxingOn(caller: SignedInCaller, known?: string) {
  const query = `year=2020&month=10${known === undefined ? '' : `&known=${known}`}`;
  const overview = (await caller.get(`/api/overview?${query}`)).json<Overview>();
  const city = (await caller.get(`/api/cities/${jiaxing}?${query}`)).json<City>();
  const sprint = (await caller.get(`/api/sprint?${query}`)).json<Sprint>();
  const standings = [
    overview.regions.find(({ region }) => region === jiaxing)?.indicators,
    city.indicators.map(({ standing }) => standing),
    sprint.cities.find(({ region }) => region === jiaxing)?.indicators.map(({ standing }) => standing),
  ].map((indicators = []) => areaIn(indicators));
  expect([overview.known, city.known, sprint.known]).toEqual([known, known, known]);
  expect(standings[1]).toMatchObject(standings[2] ?? {});
  return standings[1] as unknown as { actual: number; target: number; completion: number; asOf: string };
}

/** Jiaxing's October of 652 is corrected to 660 on the 20th, in the morning. */
async function corrected(): Promise<TestApp & { readonly official: SignedInCaller }> {
  const office = await demoApp();
  const bureau = await office.signedInAs('bureau', jiaxing);
  const { version } = submissionIn(await bureau.get(monthOf(jiaxing)));
  const body = { figures: { 'prefab-area': { cumulative: 660 } }, reason: '两个项目漏报' };
  expect((await bureau.post(monthOf(jiaxing, 10, 'correct'), body, basedOn(version))).statusCode).toBe(200);
  office.clock.set('2020-10-20T02:00:00Z');
  const official = await office.signedInAs('official');
  const waiting = submissionIn(await official.get(monthOf(jiaxing)));
  expect((await official.post(monthOf(jiaxing, 10, 'accept'), {}, basedOn(waiting.version))).statusCode).toBe(200);
  office.clock.set('2020-10-23T02:00:00Z');
  return { ...office, official: await office.signedInAs('official') };
}

describe('the year as it was known on a day', () => {
  it('has the old figure before a correction was approved, and the new one from that day on', async () => {
    const { official } = await corrected();
    // 652 / 700 = 93.142857 %, 660 / 700 = 94.285714 %; the day of the approval ends at midnight in Shanghai.
    const [before, after] = [await jiaxingOn(official, '2020-10-19'), await jiaxingOn(official, '2020-10-20')];
    expect(before).toMatchObject({ actual: 652, target: 700, asOf: '2020-10-16' });
    expect(before.completion).toBeCloseTo(0.931_428_57, 8);
    expect(after).toMatchObject({ actual: 660 });
    expect(after.completion).toBeCloseTo(0.942_857_14, 8);
    expect(await jiaxingOn(official)).toEqual(after);
  });

  it('has the month before where the month itself was not accepted yet, and says so in coverage and state', async () => {
    const { official } = await corrected();
    // Jiaxing's October was accepted on the 17th, as the first of all; it was sent on the 16th.
    const known = await overviewOn(official, '2020-10-16');
    expect(known.coverage).toMatchObject({ accepted: 0, expected: 11 });
    expect(known.regions.find(({ region }) => region === jiaxing)).toMatchObject({ status: 'submitted' });
    expect(await jiaxingOn(official, '2020-10-16')).toMatchObject({ asOf: '2020-09-30' });
    expect((await overviewOn(official, '2020-10-17')).coverage).toMatchObject({ accepted: 1 });
    expect(known.months.some(({ year, month }) => year === 2020 && month === 10)).toBe(false);
  });

  it('is judged by the targets of that day', async () => {
    const { official } = await corrected();
    const body = { amount: 600, effectiveMonth: 10, documentNumber: '〔2020〕9号', reason: '市政府申请调整' };
    const ledger = await official.get('/api/targets?year=2020');
    expect(ledger.statusCode).toBe(200);
    expect((await official.post(`/api/targets/2020/${jiaxing}/prefab-area`, body, basedOn(1))).statusCode).toBe(200);
    expect(await jiaxingOn(official, '2020-10-22')).toMatchObject({ target: 700 });
    // 660 / 600 = 110 %.
    expect(await jiaxingOn(official)).toMatchObject({ target: 600, completion: 1.1 });
  });

  it('is the present from today on', async () => {
    const { official } = await corrected();
    const { known: _known, ...today } = await overviewOn(official, '2020-10-23');
    expect(today).toEqual(await overviewOn(official));
    expect((await official.get('/api/overview?year=2020&month=10&known=2020-10-32')).json()).toMatchObject({
      code: 'no-such-day',
    });
  });

  it('has what counted until its acceptance was taken back', async () => {
    const { official, clock, signedInAs } = await corrected();
    const { version } = submissionIn(await official.get(monthOf(jiaxing)));
    const reason = { reason: '更正依据不足' };
    const taken = submissionIn(await official.post(monthOf(jiaxing, 10, 'revoke'), reason, basedOn(version)));
    expect(taken.versions[0]).toMatchObject({ state: 'revoked', revokedBy: 'official', revokeReason: '更正依据不足' });
    clock.set('2020-10-25T02:00:00Z');
    const later = await signedInAs('official');
    expect(await jiaxingOn(later, '2020-10-22')).toMatchObject({ actual: 660 });
    expect(await jiaxingOn(later, '2020-10-23')).toMatchObject({ actual: 652 });
    expect(await jiaxingOn(later)).toMatchObject({ actual: 652 });
  });
});
