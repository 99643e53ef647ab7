/** What the replay of a rule must say, taken from overviews that are made from nothing. */
import { expect } from 'vitest';
import type { ForecastSnapshot } from '#api/assessments/snapshot.ts';
import { presets } from '#api/measures/rule.ts';
import { replayRule } from '#api/replays/actions.ts';
import { overviewOf } from '#api/standings/replies.ts';
import type { TestApp } from '#tests/support/app.ts';

/** Each level that a month's overview gives, under whose it is. */
function levelsIn(snapshot: ForecastSnapshot, month: number): ReadonlyMap<string, string> {
  const { regions: cities } = overviewOf(snapshot, month, { city: null, pending: false });
  return new Map(
    cities.flatMap(({ region, level, indicators }): [string, string][] => [
      [`${month} ${region} null`, level],
      ...indicators.map((one): [string, string] => [`${month} ${region} ${one.indicator}`, one.level]),
    ]),
  );
}

/** The replay says what the overviews of an office would that had this rule from its first day. */
export async function expectReplayAsFromNothing(office: TestApp, snapshot: ForecastSnapshot): Promise<void> {
  for (const [tried, months] of [
    ['average', [4, 10]],
    ['consecutive', [9, 10]],
  ] as const) {
    const [first, last] = [months[0], months[1]];
    const asked = { conditions: presets[tried], from: { year: 2020, month: first }, to: { year: 2020, month: last } };
    const { flips, flipCount } = await replayRule(office.app.services, asked);
    const rules = snapshot.rules.slice(-1).map((rule) => ({ ...rule, conditions: presets[tried] }));
    const expected = months.flatMap((month) => {
      const is = levelsIn({ ...snapshot, rules, lineage: {} }, month);
      return [...levelsIn(snapshot, month)].flatMap(([whose, was]) =>
        is.get(whose) === was ? [] : [`${whose}: ${was} → ${is.get(whose)}`],
      );
    });
    expect(flips).toHaveLength(flipCount.cities + flipCount.indicators);
    const said = flips
      .filter(({ month }) => months.some((one) => one === month))
      .map(({ month, region, indicator, before, after }) => `${month} ${region} ${indicator}: ${before} → ${after}`);
    expect(said.toSorted()).toEqual(expected.toSorted());
  }
}
