import { beforeAll, describe, expect, it } from 'vitest';
import type { ProvincePoint, ProvinceStandingReply, Sprint } from '#api/standings/contract.ts';
import { burnUpLayout } from '#web/charts/burn-up-layout.ts';
import { burnUpSize } from '#web/charts/burn-up-sizes.ts';
import { provinceInput } from '#web/features/sprint/province-burn-up.ts';
import { provinceReading, provinceWords } from '#web/features/sprint/province-words.ts';
import { sprintView, type SprintView } from '#web/features/sprint/sprint-view.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { emptyStanding, sprintRow } from '#tests/web/sprint/rows.ts';
import { rule } from '../replies.ts';
import { indicatorOf } from '../standings.ts';

beforeAll(() => startText('zh'));

const words = { t: textNow, language: 'zh' } as const;
const flow = indicatorOf('area', {});
const standing: ProvinceStandingReply = {
  ...emptyStanding,
  indicator: 'area',
  actual: 5000,
  target: 7150,
  targetOfAll: 7150,
  ownTarget: 7000,
  ownCompletion: 5 / 7,
  ownTargetProvenance: null,
  projection: 6600,
  coverage: { accepted: 1, expected: 11 },
};
const at = (month: number, asOf: string, cumulative: number, accepted: number): ProvincePoint => ({
  month,
  asOf,
  cumulative,
  denominator: null,
  coverage: { accepted, expected: 11 },
});
const months = [
  at(3, '2020-03-31', 1400, 11),
  at(6, '2020-06-30', 3000, 10),
  at(9, '2020-09-30', 4900, 11),
  at(10, '2020-10-16', 5000, 1),
];

function viewOf(more: Partial<ProvinceStandingReply> = {}, series = months): SprintView {
  const reply: Sprint = {
    year: 2020,
    month: 10,
    revision: 1,
    today: '2020-10-19',
    daysLeft: 73,
    rule,
    coverage: { accepted: 1, done: 1, expected: 11 },
    province: { region: '330000', level: 'watch', indicators: [{ ...standing, ...more, series }] },
    cities: [],
    months: [],
    invented: false,
  };
  const view = sprintView(reply, 'area', { regions: new Map(), indicators: new Map([['area', flow]]), language: 'zh' });
  if (view === null) throw new Error('no indicator');
  return view;
}

describe('the province’s burn-up', () => {
  it('has its own target and the cities’ together, and hollow months where not every city reported', () => {
    const view = viewOf();
    const input = provinceInput(view);
    expect(input.points.map(({ month, value, accepted }) => [month, value, accepted])).toEqual([
      [3, 1400, true],
      [6, 3000, false],
      [9, 4900, true],
      [10, 5000, false],
    ]);
    expect([input.targets, input.alsoTarget, input.projection]).toEqual([[{ from: 0, value: 7000 }], 7150, 6600]);
    expect(provinceWords(view, input, words)).toMatchObject({
      pending: '1/11 市',
      target: '省定 7,000 · 各市合计 7,150',
      projection: '照近期约 6,600',
      missing: '缺 400',
      needed: '',
    });
  });

  it('draws one line only where there is one target, and nothing that is projected once the year is over', () => {
    const single = provinceInput(viewOf({ ownTarget: null }));
    expect([single.targets, single.alsoTarget]).toEqual([[{ from: 0, value: 7150 }], undefined]);
    const none = provinceInput(viewOf({ ownTarget: null, target: null, targetOfAll: null }));
    expect([none.targets, none.pace]).toEqual([[], []]);
  });

  it('draws the pace that the sums are judged by: each city’s own, weighted by its target', () => {
    const curved = (target: number, share: number | null) => ({
      target,
      ownCurve: share === null ? null : { years: [], points: flow.curve.points.map(() => share) },
    });
    const paceOf = (cities: readonly ReturnType<typeof curved>[]) =>
      provinceInput({ ...viewOf(), rows: cities.map((city, at) => sprintRow(String(at), city)) }).pace;
    const [june = 0] = flow.curve.points.slice(5);
    expect(paceOf([curved(100, null), curved(300, 0.5)])[6]).toBeCloseTo(((100 * june + 300 * 0.5) / 400) * 7000, 9);
    expect(paceOf([curved(100, null)])[6]).toBe(june * 7000);
    expect(paceOf([])[6]).toBe(june * 7000);
  });

  it('leads no line back to a month that came in part only', () => {
    const view = viewOf();
    const input = provinceInput(view);
    const { lines, markers } = burnUpLayout(input, provinceWords(view, input, words), burnUpSize('large', 480));
    const [from, to] = [markers[2], markers[3]];
    expect(lines.pending).toEqual([[expect.objectContaining({ x: from?.x }), expect.objectContaining({ x: to?.x })]]);
    expect(lines.actual[0]?.map(({ x }) => x)).not.toContain(markers[1]?.x);
    expect(lines.alsoTarget[0]?.[0]?.y).toBeLessThan(lines.target[0]?.[0]?.y ?? 0);
  });

  it('reads a part-covered month with its coverage', () => {
    const view = viewOf();
    const [march, june] = provinceInput(view).points.map((point) => provinceReading(point, view, words));
    expect(march).toMatch(/^3月：1,400，序时 [\d,.]+，[低高] [\d,.]+$/);
    expect(june).toMatch(/（10\/11 市已报，其余沿用此前数据）$/);
  });
});
