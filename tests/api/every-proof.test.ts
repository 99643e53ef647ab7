/** Every proof and condition of the demonstration: what is shown leads to the next line, and to the verdict that stands beside it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Operator } from '#api/measures/vocabulary.ts';
import type { City, IndicatorDetail, Overview } from '#api/standings/contract.ts';
import { proofText } from '#web/features/city/proof-text.ts';
import { forecastRows } from '#web/parts/formula/forecast-rows.ts';
import { projectionRow } from '#web/parts/proof/projection-row.ts';
import { proofRows, type ProofRow } from '#web/parts/proof/proof-rows.ts';
import { comparedTexts } from '#web/text/measure-text.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

interface Shown {
  readonly indicator: Indicator;
  readonly detail: IndicatorDetail;
  readonly reply: City;
  readonly period: { readonly year: number; readonly month: number };
}

let kept: Promise<readonly Shown[]> | undefined;

/** Every city and indicator at every month of two years, read once. */
const everythingShown = (): Promise<readonly Shown[]> => (kept ??= readEverything());

async function readEverything(): Promise<readonly Shown[]> {
  const { signedInAs } = await demoApp();
  const official = await signedInAs('official');
  const indicators = new Map(
    (await official.get('/api/indicators')).json<Indicator[]>().map((one) => [one.code, one] as const),
  );
  const shown: Shown[] = [];
  for (const year of [2019, 2020]) {
    for (let month = 1; month <= (year === 2020 ? 10 : 12); month += 1) {
      const { regions } = (await official.get(`/api/overview?year=${year}&month=${month}`)).json<Overview>();
      for (const { region } of regions) {
        const city = (await official.get(`/api/cities/${region}?year=${year}&month=${month}`)).json<City>();
        for (const detail of city.indicators) {
          const indicator = indicators.get(detail.standing.indicator);
          if (indicator) shown.push({ indicator, detail, reply: city, period: { year, month } });
        }
      }
    }
  }
  return shown;
}

beforeAll(() => startText('zh'));

const words = { t: textNow, language: 'zh' } as const;

const rowsOf = ({ detail, indicator, period }: Shown): readonly ProofRow[] => {
  const projection = projectionRow({ detail, indicator, period, ...words });
  const rows = proofRows({ standing: detail.standing, indicator, ...words });
  return projection === null ? rows : [...rows, projection];
};

const outcomes: Readonly<Record<Operator, (value: number, number: number) => boolean>> = {
  below: (value, number) => value < number,
  'at-or-below': (value, number) => value <= number,
  above: (value, number) => value > number,
  'at-or-above': (value, number) => value >= number,
};

describe('what is shown', () => {
  it('is reached by a pocket calculator from what stands beside it', async () => {
    const counts = new Map<string, { rows: number; reached: number; farthest: number }>();
    for (const shown of await everythingShown()) {
      for (const { key, value, formula } of rowsOf(shown)) {
        if (formula === '') continue;
        const kind = shown.indicator.kind === 'ratio' ? `ratio ${key}` : key;
        const count = counts.get(kind) ?? { rows: 0, reached: 0, farthest: 0 };
        const { value: said, unit } = shownNumber(value);
        // A difference of percentages is so many points.
        const reached = calculated(formula) * (key === 'gapPoints' ? 100 : 1);
        const apart = Math.abs(reached - said) / unit;
        count.rows += 1;
        count.reached += apart <= 0.5 + 1e-6 ? 1 : 0;
        count.farthest = Math.max(count.farthest, apart);
        counts.set(kind, count);
      }
    }
    for (const [kind, { rows, reached, farthest }] of counts) {
      expect([kind, reached / rows >= 0.99, farthest <= 1.5]).toEqual([kind, true, true]);
    }
  }, 60_000);

  it('leads to the ends of every interval, to every probability, and to which of the earlier results they stand on', async () => {
    const missed: string[] = [];
    const counts = new Map<string, number>();
    for (const { detail, indicator, period } of await everythingShown()) {
      for (const { key, value, formula } of forecastRows({ detail, indicator, ...words })) {
        const { value: said, unit } = shownNumber(value);
        const reached = calculated(formula);
        const isReached = {
          lowPlace: said <= reached && reached < said + 1,
          highPlace: said - 1 < reached && reached <= said,
        }[key];
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (!(isReached ?? Math.abs(reached - said) <= 0.5 * unit + 1e-6))
          missed.push(`${period.year}-${period.month} ${key}: ${formula} = ${reached}, ${value}`);
      }
    }
    expect(missed.slice(0, 20)).toEqual([]);
    for (const key of ['lowPlace', 'highPlace', 'low', 'high', 'probability'])
      expect(counts.get(key), key).toBeGreaterThan(20);
  }, 60_000);

  it('says of every condition what its two numbers say', async () => {
    const against: string[] = [];
    let lines = 0;
    for (const { detail } of await everythingShown()) {
      for (const reason of detail.standing.reasons) {
        const { value, number } = comparedTexts(reason.measure, reason, 'zh');
        if (reason.value === null || reason.value === 'infinite') continue;
        lines += 1;
        const held = outcomes[reason.operator](shownNumber(value).value, shownNumber(number).value);
        if (held !== reason.held) against.push(`${value} ${reason.operator} ${number}: ${reason.held}`);
      }
    }
    expect([lines > 5000, against]).toEqual([true, []]);
  }, 60_000);

  it('is copied whole: the rule with its version, every number with its formula, every condition, and what is not published', async () => {
    const all = await everythingShown();
    for (const shown of all) {
      const text = proofText({ ...shown, city: '某市', ...words });
      const { rule } = shown.reply;
      expect(text).toContain(`判定规则：${rule.name.zh}（第 ${rule.version} 版） · 浙江省未公布官方阈值。`);
      const lines = text.split('\n');
      for (const { label, value, formula } of rowsOf(shown)) {
        const line = formula === '' ? `${label}: ${value}` : `${label}: ${value} = ${formula}`;
        expect(lines.filter((one) => one.startsWith(line)).length).toBeGreaterThan(0);
      }
      expect(lines.filter((one) => / → (成立|不成立|无法判断)$/.test(one) && one.startsWith('  '))).toHaveLength(
        shown.detail.standing.reasons.length,
      );
    }
    await startText('en');
    const wenzhou = all.find(
      ({ reply, detail }) =>
        reply.region === '330300' && reply.year === 2020 && reply.month === 9 && detail.standing.level === 'behind',
    );
    if (wenzhou === undefined) throw new Error('Wenzhou is not behind');
    const english = proofText({ ...wenzhou, city: 'Wenzhou', t: textNow, language: 'en' });
    await startText('zh');
    expect(english).toContain('No official Zhejiang threshold is published.');
    expect(english).toContain('58.00% = 348.00 ÷ 600.00');
    expect(english).not.toMatch(/[一-鿿]/);
  }, 60_000);
});
