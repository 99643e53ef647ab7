/** Corrections of accepted figures: what they would move is what they move, later months with them, and nothing before a second person. */
import { assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect, MovedCity, MovedIndicator } from '#api/corrections/contract.ts';
import type { Notice } from '#api/inbox/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import type { Submission, SubmissionLine } from '#api/submissions/contract.ts';
import { listVersions } from '#db/submissions.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, jiaxing, lishui, monthOf, submissionIn, wenzhou } from '#tests/support/reporting.ts';

const explained = { cause: '供地少', remedies: '四季度开工项目已落实' };

const overviewAt = async (caller: Caller, month: number): Promise<Overview> =>
  (await caller.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();

const valueOf = async (caller: Caller, region: string, month: number, indicator: string): Promise<number> => {
  const { months } = { months: submissionIn(await caller.get(monthOf(region, month))).context };
  const own = months.find((one) => one.indicator === indicator)?.accepted.find((one) => one.month === month);
  if (own === undefined) throw new Error(`${region} has no ${indicator} of ${month}`);
  return own.cumulative;
};

/** All that a preview speaks of, as an overview has it. */
function seenIn(overview: Overview) {
  const places = overview.regions.map(({ region, level }, index) => ({ region, level, rank: index + 1 }));
  return { places, province: overview.province };
}

const side = <Value>(of: { before: Value; after: Value } | null, which: 'before' | 'after'): Value | undefined =>
  of?.[which];

const numbers = ['level', 'actual', 'completion', 'gapPoints', 'projection'] as const;

/** One side of moved lines, by what a reply has of them. */
function expectLines(
  moved: readonly MovedIndicator[],
  lines: readonly (Partial<Record<(typeof numbers)[number], unknown>> & { readonly indicator: string })[],
  which: 'before' | 'after',
): void {
  for (const one of moved) {
    const line = lines.find(({ indicator }) => indicator === one.indicator);
    for (const name of numbers) if (line !== undefined && name in line) expect(line[name]).toBe(one[name][which]);
  }
}

const expectPlace = (moved: MovedCity, { places }: ReturnType<typeof seenIn>, which: 'before' | 'after'): void => {
  const place = places.find(({ region }) => region === moved.region);
  expect(place).toMatchObject({ level: moved.level[which], rank: side(moved.rank, which) });
};

/** Whether an overview is one side of a preview; what the preview does not name is as `other` has it. */
function expectSide(effect: Effect, overview: Overview, which: 'before' | 'after', other: Overview): void {
  const at = effect.months.find(({ month }) => month === overview.month);
  if (at === undefined) throw new Error(`the preview says nothing of month ${overview.month}`);
  const seen = seenIn(overview);
  for (const city of [at.city, ...at.others]) expectPlace(city, seen, which);
  const own = overview.regions.find(({ region }) => region === effect.region);
  expectLines(at.indicators, own?.indicators ?? [], which);
  expect(seen.province.level).toBe(side(at.province?.level ?? null, which));
  expectLines(at.province?.indicators ?? [], seen.province.indicators, which);
  const named = new Set([at.city, ...at.others].map(({ region }) => region));
  const unnamed = ({ places }: ReturnType<typeof seenIn>) => places.filter(({ region }) => !named.has(region));
  expect(unnamed(seen)).toEqual(unnamed(seenIn(other)));
  const moved = new Set(at.province?.indicators.map(({ indicator }) => indicator));
  const still = ({ province }: Overview) => province.indicators.filter(({ indicator }) => !moved.has(indicator));
  expect(still(overview)).toEqual(still(other));
}

/** Sends a correction on the newest version. */
async function correct(bureau: Caller, region: string, month: number, body: object) {
  const { version } = submissionIn(await bureau.get(monthOf(region, month)));
  const whole = { reason: '两个项目漏报', ...explained, ...body };
  return bureau.post(monthOf(region, month, 'correct'), whole, basedOn(version));
}

async function accept(official: Caller, region: string, month: number) {
  const { version } = submissionIn(await official.get(monthOf(region, month)));
  return official.post(monthOf(region, month, 'accept'), {}, basedOn(version));
}

describe('what a correction would move', () => {
  it('is what the standings say after its approval, and nothing moves before', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    let moved = 0;
    await assert(
      asyncProperty(
        record({
          region: constantFrom(hangzhou, wenzhou, lishui, jiaxing),
          month: integer({ min: 3, max: 9 }),
          indicator: constantFrom('prefab-area', 'green-demo', 'steel-housing'),
          added: integer({ min: 1, max: 90 }),
          isIncluded: boolean(),
        }),
        async ({ region, month, indicator, added, isIncluded }) => {
          const bureau = await office.signedInAs('bureau', region);
          const cumulative = Number(((await valueOf(bureau, region, month, indicator)) + added).toFixed(2));
          const laterMonths = isIncluded ? 'included' : 'not-included';
          const body = { figures: { [indicator]: { cumulative } }, laterMonths };
          const own = (await bureau.post(monthOf(region, month, 'correct/effect'), body)).json<Effect>();
          const before = [await overviewAt(official, month), await overviewAt(official, 10)] as const;
          expect((await correct(bureau, region, month, body)).statusCode).toBe(200);
          const waiting = (await official.get(monthOf(region, month, 'effect'))).json<{ effect: Effect }>().effect;
          // The bureau is told the same of itself, and nothing of others.
          expect(own.figures).toEqual(waiting.figures);
          for (const [index, at] of own.months.entries()) {
            expect(at).toMatchObject({ others: [], province: null, city: { rank: null } });
            expect(at.indicators).toEqual(waiting.months[index]?.indicators);
            expect(at.city.level).toEqual(waiting.months[index]?.city.level);
          }
          const sent = [await overviewAt(official, month), await overviewAt(official, 10)] as const;
          expect(
            sent.map(({ regions, province }) => [regions.map(({ status: _status, ...one }) => one), province]),
          ).toEqual(
            before.map(({ regions, province }) => [regions.map(({ status: _status, ...one }) => one), province]),
          );
          expect((await accept(official, region, month)).statusCode).toBe(200);
          for (const was of before) {
            const is = await overviewAt(official, was.month);
            expectSide(waiting, was, 'before', is);
            expectSide(waiting, is, 'after', was);
          }
          moved += waiting.months.reduce((sum, { others, indicators }) => sum + others.length + indicators.length, 0);
        },
      ),
      { numRuns: 12, seed: 20_201_019 },
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('is told to its bureau and the department, and asked of a month that can be corrected', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', jiaxing);
    const body = { figures: { 'prefab-area': { cumulative: 660 } } };
    expect((await bureau.post(monthOf(hangzhou, 9, 'correct/effect'), body)).json()).toMatchObject({
      code: 'not-found',
    });
    expect((await bureau.get(monthOf(hangzhou, 9, 'effect'))).json()).toMatchObject({ code: 'not-found' });
    expect((await bureau.get(monthOf(jiaxing, 9, 'effect'))).json()).toEqual({ effect: null });
    const wenzhouBureau = await office.signedInAs('bureau', wenzhou);
    const reply = await wenzhouBureau.post(monthOf(wenzhou, 10, 'correct/effect'), body);
    expect(reply.json()).toMatchObject({ code: 'illegal-transition' });
  });
});

/** Jiaxing's September is corrected by +10; October (652 as of the 16th) is accepted too. */
async function correctedSeptember(laterMonths?: 'included' | 'not-included') {
  const office: TestApp = await demoApp();
  const bureau = await office.signedInAs('bureau', jiaxing);
  const official = await office.signedInAs('official');
  const september = await valueOf(bureau, jiaxing, 9, 'prefab-area');
  const figures = { 'prefab-area': { cumulative: september + 10 } };
  const reply = await correct(bureau, jiaxing, 9, { figures, ...(laterMonths && { laterMonths }) });
  return { office, bureau, official, september, reply };
}

const areasOf = async (caller: Caller): Promise<readonly (number | null | undefined)[]> =>
  (await caller.get(`/api/cities/${jiaxing}?year=2020&month=10`))
    .json<{ indicators: { series: { month: number; cumulative: number; accepted: boolean }[] }[] }>()
    .indicators[0]?.series.filter(({ month, accepted }) => month >= 9 && accepted)
    .map(({ cumulative }) => cumulative) ?? [];

describe('later months of a correction', () => {
  it('must be spoken of where they have accepted figures', async () => {
    const { reply } = await correctedSeptember();
    expect(reply.json()).toMatchObject({ code: 'later-months-unanswered', errors: [{ pointer: '/laterMonths' }] });
  });

  it('stay as they are where they include it already', async () => {
    const { official, september, reply } = await correctedSeptember('included');
    expect(reply.statusCode).toBe(200);
    await accept(official, jiaxing, 9);
    expect(await areasOf(official)).toEqual([september + 10, 652]);
  });

  it('move by the same difference otherwise: one thing that waits, one decision, both values kept with their days', async () => {
    const { office, official, september } = await correctedSeptember('not-included');
    const { waiting } = (await official.get('/api/review')).json<{ waiting: SubmissionLine[] }>();
    expect(waiting.filter(({ region }) => region === jiaxing).map(({ month }) => month)).toEqual([9]);
    expect((await official.get('/api/review/count')).json()).toEqual({ waiting: waiting.length });
    const part = await accept(official, jiaxing, 10);
    expect(part.json()).toMatchObject({ code: 'part-of-package' });
    expect(await areasOf(official)).toEqual([september, 652]);
    office.clock.set('2020-10-20T02:00:00Z');
    const next = await office.signedInAs('official');
    expect((await accept(next, jiaxing, 9)).statusCode).toBe(200);
    expect(await areasOf(next)).toEqual([september + 10, 662]);
    const october = submissionIn(await next.get(monthOf(jiaxing, 10)));
    expect(october.versions).toMatchObject([
      { number: 2, kind: 'correction', packageMonth: 9, packageNumber: 2, decidedAt: '2020-10-20T02:00:00.000Z' },
      { number: 1, kind: 'submission', decidedAt: '2020-10-17T02:05:00.000Z' },
    ]);
    expect(october.versions.map(({ figures }) => figures[0]?.cumulative)).toEqual([662, 652]);
    // Each by the deadline of its own month.
    const dueOn = async (month: number) =>
      (await listVersions(office.database.reader, { region: jiaxing, year: 2020, month }))[0]?.dueOn;
    expect([await dueOn(9), await dueOn(10)]).toEqual(['2020-10-05', '2020-11-05']);
    const bureau = await office.signedInAs('bureau', jiaxing);
    const { notices } = (await bureau.get('/api/inbox')).json<{ notices: Notice[] }>();
    expect(notices[0]).toMatchObject({ kind: 'month-corrected', submission: { month: 9 } });
    // The share's numerator is the area; a figure that was not corrected is what it was.
    expect(october.versions[0]?.figures.map(({ indicator, cumulative }) => [indicator, cumulative])).toEqual([
      ['prefab-area', 662],
      ['prefab-share', 662],
    ]);
  });

  it('are as they were when it is returned', async () => {
    const { official, bureau } = await correctedSeptember('not-included');
    const { version } = submissionIn(await official.get(monthOf(jiaxing, 9)));
    await official.post(monthOf(jiaxing, 9, 'return'), { reason: '请附施工许可证' }, basedOn(version));
    const states = async (month: number) => {
      const { status, versions }: Submission = submissionIn(await bureau.get(monthOf(jiaxing, month)));
      return [status, versions[0]?.state];
    };
    expect([await states(9), await states(10)]).toEqual([
      ['returned', 'returned'],
      ['accepted', 'returned'],
    ]);
  });

  it('are not moved below zero, nor over what is being written there', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', jiaxing), await office.signedInAs('official')];
    // October's area is brought down to 415, of which 413.87 are civil: two less would be fewer than that part.
    const october = { figures: { 'prefab-area': { cumulative: 415 } } };
    expect((await correct(bureau, jiaxing, 10, october)).statusCode).toBe(200);
    expect((await accept(official, jiaxing, 10)).statusCode).toBe(200);
    const september = (await valueOf(bureau, jiaxing, 9, 'prefab-area')) - 2;
    const less = { figures: { 'prefab-area': { cumulative: september } }, laterMonths: 'not-included' };
    expect((await correct(bureau, jiaxing, 9, less)).json()).toMatchObject({
      code: 'later-month-impossible',
      errors: [{ pointer: '/laterMonths' }],
    });
    const { version } = submissionIn(await bureau.get(monthOf(jiaxing)));
    await bureau.put(monthOf(jiaxing), october, basedOn(version));
    const demo = { figures: { 'green-demo': { cumulative: 9 } }, laterMonths: 'not-included' };
    expect((await correct(bureau, jiaxing, 9, demo)).json()).toMatchObject({ code: 'later-month-open' });
  });
});
