/** A ratio whose numerator is another indicator's figure follows it in every report and every correction. */
import { assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '#api/corrections/contract.ts';
import type { FigureIn } from '#api/figures/contract.ts';
import { readFigures } from '#api/figures/read-figures.ts';
import type { City } from '#api/standings/contract.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary, submissionIn } from '#tests/support/reporting.ts';
import { indicatorRow } from '#tests/support/small-office.ts';

const [area, share] = ['prefab-area', 'prefab-share'] as const;

/** What Hangzhou's page says of both in September. */
async function bothOf(caller: Caller, known = '') {
  const city = (await caller.get(`/api/cities/${hangzhou}?year=2020&month=9${known}`)).json<City>();
  return Object.fromEntries(
    city.indicators.map(({ standing }) => [standing.indicator, [standing.actual, standing.denominator] as const]),
  );
}

describe('a numerator that is another indicator’s figure', () => {
  it('is corrected in the same act, shown in the effect, accepted with it, and what it was on an earlier day', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', hangzhou), await office.signedInAs('official')];
    const before = await bothOf(official);
    const below = before[share]?.[1] ?? 0;
    const body = { figures: { [area]: { cumulative: 1500 } }, cause: '误计一个项目', remedies: '已逐项核对' };
    const { figures } = (await bureau.post(monthOf(hangzhou, 9, 'correct/effect'), body)).json<Effect>();
    expect(figures.map(({ indicator, after }) => [indicator, after])).toEqual([
      [area, { cumulative: 1500, denominator: null }],
      [share, { cumulative: 1500, denominator: below }],
    ]);
    const { version } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    const correction = { ...body, reason: '一个项目误计入九月' };
    await bureau.post(monthOf(hangzhou, 9, 'correct'), correction, basedOn(version));
    office.clock.set('2020-10-20T02:00:00Z');
    const second = await office.signedInAs('official');
    const seen = submissionIn(await second.get(monthOf(hangzhou, 9)));
    expect((await second.post(monthOf(hangzhou, 9, 'accept'), {}, basedOn(seen.version))).statusCode).toBe(200);
    const after = await bothOf(second);
    expect([after[area]?.[0], after[share]]).toEqual([1500, [1500 / below, below]]);
    expect(await bothOf(second, '&known=2020-10-19')).toEqual(before);
  });

  it('is refused where it is another one, at its place and in both languages', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const figures = { [area]: { cumulative: 2000 }, [share]: { numerator: 100, denominator: 6700 } };
    const refused = (await bureau.put(monthOf(hangzhou), { figures }, basedOn(0))).json();
    expect(refused).toMatchObject({
      code: 'numerator-differs',
      errors: [{ pointer: '/figures/prefab-share/numerator' }],
    });
    expect(refused.errors[0].detail).toMatch(/“装配式占比”的分子取自“装配式面积”，应为 2000\.00，收到 100\.00/);
    const absent = { ...figures, [area]: { absence: 'not-yet-known' } };
    expect((await bureau.put(monthOf(hangzhou), { figures: absent }, basedOn(0))).json()).toMatchObject({
      code: 'numerator-without-source',
    });
    // A denominator alone is corrected beside the area that stands; another numerator is not.
    const { version } = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    const alone = { figures: { [share]: { numerator: 1900, denominator: 6700 } }, reason: '分母漏计项目' };
    expect((await bureau.post(monthOf(hangzhou, 9, 'correct'), alone, basedOn(version))).json()).toMatchObject({
      code: 'numerator-differs',
    });
  });

  it('has something to follow when a month is sent', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const { [area]: _none, ...rest } = ordinary.figures;
    const figures = { ...rest, [area]: { absence: 'not-applicable' } };
    expect((await bureau.put(monthOf(hangzhou), { figures }, basedOn(0))).statusCode).toBe(422);
    // A draft may be begun with either; that it is whole is asked when it is sent.
    const words = { [area]: '本月没有此项' };
    expect((await bureau.put(monthOf(hangzhou), { figures: rest, words }, basedOn(0))).statusCode).toBe(200);
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1))).json()).toMatchObject({
      code: 'figures-missing',
    });
  });
});

const whole = indicatorRow('area');
const ratio = indicatorRow('share', { kind: 'ratio', numeratorFrom: 'area' });

const amount = integer({ min: 0, max: 60 });
const aReport = record({
  area: option(amount, { nil: null }),
  share: option(record({ numerator: constantFrom('follows', 'other'), denominator: integer({ min: 60, max: 90 }) }), {
    nil: null,
  }),
  standing: option(record({ area: amount, denominator: integer({ min: 60, max: 90 }) }), { nil: null }),
});

describe('whatever is reported or corrected', () => {
  it('leaves both the same, or is refused', () => {
    const seen = new Set<string>();
    assert(
      property(aReport, ({ area: given, share: own, standing }) => {
        const followed = given ?? standing?.area ?? null;
        const numerator = own?.numerator === 'other' ? (followed ?? 0) + 1 : (followed ?? 0);
        const sent: Record<string, FigureIn> = {
          ...(given !== null && { area: { cumulative: given } }),
          ...(own !== null && { share: { numerator, denominator: own.denominator + 1 } }),
        };
        const rows =
          standing === null
            ? []
            : [
                { indicator: 'area', cumulative: standing.area * whole.scale, denominator: null },
                {
                  indicator: 'share',
                  cumulative: standing.area * whole.scale,
                  denominator: standing.denominator * whole.scale,
                },
              ];
        const { figures, problems } = readFigures(sent, [whole, ratio], rows);
        const after = (code: string) => [...figures, ...rows].find(({ indicator }) => indicator === code)?.cumulative;
        const isRefused = problems.some(({ code }) => code === 'numerator-differs');
        expect(isRefused).toBe(own?.numerator === 'other' && followed !== null);
        if (isRefused) seen.add('refused');
        else if (after('area') !== undefined && after('share') !== undefined) {
          expect(after('share')).toBe(after('area'));
          if (own === null && given !== null) seen.add('followed');
        }
      }),
      { numRuns: 500, seed: 30 },
    );
    expect([...seen].toSorted()).toEqual(['followed', 'refused']);
  });
});
