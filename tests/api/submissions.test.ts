import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { City, Overview } from '#api/standings/contract.ts';
import { auditEvents } from '#db/schema.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  jiaxing,
  lishui,
  monthOf,
  newestValue,
  ordinary,
  ordinaryWith,
  submissionIn,
  submittedOctober,
} from '#tests/support/reporting.ts';

/** What the overview of October says of a city's area. */
async function areaOf(caller: Caller, region: string): Promise<number | null | undefined> {
  const response = await caller.get('/api/overview?year=2020&month=10');
  const city = response.json<Overview>().regions.find((one) => one.region === region);
  return city?.indicators.find(({ indicator }) => indicator === 'prefab-area')?.actual;
}

describe('a month without a report', () => {
  it('shows its days, its context and what may be done', async () => {
    const { signedInAs } = await demoApp();
    const month = submissionIn(await (await signedInAs('bureau', hangzhou)).get(monthOf(hangzhou)));
    expect(month).toMatchObject({
      status: 'missing',
      version: 0,
      asOf: { earliest: '2020-10-01', latest: '2020-10-19', usual: '2020-10-19' },
      dueOn: '2020-11-05',
      versions: [],
      hints: [],
      can: { save: true, submit: false, withdraw: false, accept: false, return: false, correct: false },
    });
    const area = month.context.find(({ indicator }) => indicator === 'prefab-area');
    expect(area).toMatchObject({ target: 1450, lastMonth: { cumulative: 1912.4 }, baseline: null });
    expect(area?.accepted.map((figure) => figure.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(area?.sameMonthLastYear).not.toBeNull();
    expect(month.context.find(({ indicator }) => indicator === 'steel-housing')?.baseline).toBe(88.6);
  });
});

describe('a monthly report', () => {
  it('is saved as it was typed, exactly', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const saved = await bureau.put(monthOf(hangzhou), { ...ordinary, note: ' 十月上旬 ' }, basedOn(0));
    expect(saved.statusCode).toBe(200);
    expect(saved.headers.etag).toBe('"1"');
    const month = submissionIn(saved);
    expect(month).toMatchObject({ status: 'draft', version: 1, can: { save: true, submit: true } });
    expect(month.versions).toHaveLength(1);
    expect(month.versions[0]).toMatchObject({ number: 1, asOf: '2020-10-19', note: '十月上旬', savedBy: 'hangzhou' });
    expect(
      month.versions[0]?.figures.map(({ indicator, cumulative, denominator }) => [indicator, cumulative, denominator]),
    ).toEqual([
      ['prefab-area', 2010.5, null],
      ['prefab-civil', 1201.25, null],
      ['prefab-share', 2010.5, 6700],
      ['steel-housing', 120.5, null],
      ['green-demo', 22, null],
    ]);
  });

  it('is replaced whole by the next draft', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    const draft = { figures: { 'prefab-area': { cumulative: 2000 } }, asOf: '2020-10-10' };
    const month = submissionIn(await bureau.put(monthOf(hangzhou), draft, basedOn(1)));
    expect(month.versions).toHaveLength(1);
    expect(month.versions[0]).toMatchObject({ number: 1, asOf: '2020-10-10' });
    expect(month.versions[0]?.figures.map(({ indicator }) => indicator)).toEqual(['prefab-area']);
    expect(month.version).toBe(2);
  });

  it('counts from its acceptance on: pending figures never move the overview', async () => {
    const { bureau, official } = await submittedOctober();
    expect(await areaOf(official, hangzhou)).toBe(1912.4);
    expect(await areaOf(bureau, hangzhou)).toBe(1912.4);
    const accepted = submissionIn(await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1)));
    expect(accepted).toMatchObject({ status: 'accepted', version: 2, versions: [{ decidedBy: 'official' }] });
    expect(await areaOf(official, hangzhou)).toBe(2010.5);
    expect(submissionIn(await bureau.get(monthOf(hangzhou))).status).toBe('accepted');
  });

  it('comes back with a reason, and goes again as a new version', async () => {
    const { bureau, official } = await submittedOctober();
    const reason = { reason: '面积与施工许可不符' };
    const returned = submissionIn(await official.post(monthOf(hangzhou, 10, 'return'), reason, basedOn(1)));
    expect(returned).toMatchObject({ status: 'returned', versions: [{ returnReason: '面积与施工许可不符' }] });
    const draft = { figures: ordinaryWith(2005) };
    const saved = submissionIn(await bureau.put(monthOf(hangzhou), draft, basedOn(3)));
    expect(saved).toMatchObject({
      status: 'draft',
      versions: [
        { number: 2, state: 'draft' },
        { number: 1, state: 'returned' },
      ],
    });
    const again = submissionIn(await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(4)));
    expect(again).toMatchObject({ status: 'resubmitted', version: 5 });
    expect(newestValue(again, 'prefab-area')).toBe(2005);
    expect(again.versions[1]?.figures[0]?.cumulative).toBe(2010.5);
  });

  it('needs a reason to be returned, and a state in which it can be', async () => {
    const { official } = await submittedOctober();
    const short = await official.post(monthOf(hangzhou, 10, 'return'), { reason: ' 不对 ' }, basedOn(1));
    expect(short.statusCode).toBe(422);
    expect(short.json()).toMatchObject({ code: 'reason-required', errors: [{ pointer: '/reason' }] });
    const early = await official.post(monthOf(lishui, 10, 'accept'), {}, basedOn(0));
    expect(early.statusCode).toBe(409);
    expect(early.json()).toMatchObject({ code: 'illegal-transition' });
  });

  it('needs its core indicators to be submitted', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), { figures: { 'prefab-area': { cumulative: 2000 } } }, basedOn(0));
    const response = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'figures-missing', errors: [{ pointer: '/figures/prefab-civil' }] });
  });

  it('needs cause and remedies where it would be behind, as the city page then says', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', lishui);
    const before = submissionIn(await bureau.get(monthOf(lishui, 9)));
    const figures = Object.fromEntries(
      ['prefab-area', 'prefab-civil'].map((code) => [code, { cumulative: newestValue(before, code) ?? 0 }]),
    );
    await bureau.put(monthOf(lishui), { figures, cause: '供地少' }, basedOn(0));
    const refused = await bureau.post(monthOf(lishui, 10, 'submit'), {}, basedOn(1));
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'explanation-required', errors: [{ pointer: '/remedies' }] });
    await bureau.put(monthOf(lishui), { figures, cause: '供地少', remedies: '四季度开工项目已落实' }, basedOn(1));
    expect((await bureau.post(monthOf(lishui, 10, 'submit'), {}, basedOn(2))).statusCode).toBe(200);
    await (await signedInAs('official')).post(monthOf(lishui, 10, 'accept'), {}, basedOn(3));
    const city = (await bureau.get(`/api/cities/${lishui}?year=2020&month=10`)).json<City>();
    expect(city.level).toBe('behind');
  });

  it('leaves a row in the audit trail for every command', async () => {
    const { official, database } = await submittedOctober();
    await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1));
    const rows = await database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.object, `2020-10/${hangzhou}`));
    expect(rows.map(({ action, actedAs, outcome }) => [action, actedAs?.name, outcome]).toSorted()).toEqual([
      ['submission.accept', 'official', 'done'],
      ['submission.save', 'hangzhou', 'done'],
      ['submission.submit', 'hangzhou', 'done'],
    ]);
  });
});

describe('an accepted month that still runs', () => {
  it('is reported again as of a later day, and the accepted figures stand meanwhile', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', jiaxing);
    const official = await signedInAs('official');
    // Published: 652.00 and 413.87 万㎡ as of 16 October 2020.
    const before = submissionIn(await bureau.get(monthOf(jiaxing)));
    expect(before).toMatchObject({ status: 'accepted', can: { save: true, correct: true } });
    const figures = { 'prefab-area': { cumulative: 660 }, 'prefab-civil': { cumulative: 420 } };
    const draft = submissionIn(await bureau.put(monthOf(jiaxing), { figures }, basedOn(before.version)));
    expect(draft.versions.map(({ number, state, asOf }) => [number, state, asOf])).toEqual([
      [2, 'draft', '2020-10-19'],
      [1, 'accepted', '2020-10-16'],
    ]);
    await bureau.post(monthOf(jiaxing, 10, 'submit'), {}, basedOn(draft.version));
    expect(await areaOf(official, jiaxing)).toBe(652);
    const sent = submissionIn(await official.get(monthOf(jiaxing)));
    await official.post(monthOf(jiaxing, 10, 'accept'), {}, basedOn(sent.version));
    expect(await areaOf(official, jiaxing)).toBe(660);
  });

  it('is not reported again as of the same day or an earlier one', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', jiaxing);
    const { version } = submissionIn(await bureau.get(monthOf(jiaxing)));
    for (const asOf of ['2020-10-16', '2020-10-01']) {
      const response = await bureau.put(monthOf(jiaxing), { figures: {}, asOf }, basedOn(version));
      expect(response.json()).toMatchObject({ code: 'as-of-not-newer', errors: [{ pointer: '/asOf' }] });
    }
  });
});

describe('a correction', () => {
  const correction = {
    figures: { 'prefab-area': { cumulative: 1900 } },
    reason: '一个项目误计入九月',
  };

  it('stands beside the accepted figures until it is accepted, and then in their place', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const official = await signedInAs('official');
    const { version, can } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    expect(can).toMatchObject({ save: false, correct: true });
    const sent = submissionIn(await bureau.post(monthOf(hangzhou, 9, 'correct'), correction, basedOn(version)));
    expect(sent.versions[0]).toMatchObject({
      kind: 'correction',
      state: 'submitted',
      asOf: '2020-09-30',
      note: '一个项目误计入九月',
      submittedBy: 'hangzhou',
    });
    expect(await areaOf(official, hangzhou)).toBe(1912.4);
    const seen = submissionIn(await official.get(monthOf(hangzhou, 9)));
    await official.post(monthOf(hangzhou, 9, 'accept'), {}, basedOn(seen.version));
    expect(await areaOf(official, hangzhou)).toBe(1900);
    // What the correction does not name stays accepted: civil is still there, and not above the area.
    const month = submissionIn(await bureau.get(monthOf(hangzhou, 10)));
    const before = month.context.flatMap(({ indicator, lastMonth }) =>
      lastMonth === null ? [] : [[indicator, lastMonth.cumulative]],
    );
    expect(before).toEqual([
      ['prefab-area', 1900],
      ['prefab-civil', 1142.3],
      // Its numerator is the area, which was corrected.
      ['prefab-share', 1900],
      ['steel-housing', 118.3],
      ['green-demo', 21],
    ]);
  });

  it('keeps parts within their wholes, those it does not name included', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const { version } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    const below = { ...correction, figures: { 'prefab-area': { cumulative: 1142.29 } } };
    const response = await bureau.post(monthOf(hangzhou, 9, 'correct'), below, basedOn(version));
    expect(response.json()).toMatchObject({ code: 'part-exceeds-whole' });
  });

  it('needs a reason, a figure and an accepted month', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const { version } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    const codeOf = async (month: number, body: object, based: number) =>
      (await bureau.post(monthOf(hangzhou, month, 'correct'), body, basedOn(based))).json<{ code: string }>().code;
    expect(await codeOf(9, { ...correction, reason: '误计' }, version)).toBe('reason-required');
    expect(await codeOf(9, { ...correction, figures: {} }, version)).toBe('figures-missing');
    expect(await codeOf(10, correction, 0)).toBe('illegal-transition');
  });
});
