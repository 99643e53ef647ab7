/** Every share of the pooled seasons: the formula that is shown leads to it, from what the completed years' figures say. */
import { expect, it } from 'vitest';
import type { CurveList } from '#api/curve-changes/contract.ts';
import type { DatasetRow } from '#api/dataset/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { seasonRows } from '#web/features/curves/season-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

async function readSeasons() {
  await startText('zh');
  const { signedInAs } = await demoApp();
  const official = await signedInAs('official');
  const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
  const { seasons } = (await official.get('/api/curves')).json<CurveList>();
  return { official, indicators, seasons };
}

it('every share of a season is the quotient that is shown beside it', async () => {
  const { indicators, seasons } = await readSeasons();
  const missed: string[] = [];
  for (const season of seasons) {
    const indicator = indicators.find(({ code }) => code === season.indicator);
    if (indicator === undefined) throw new Error(season.indicator);
    const rows = seasonRows(season, indicator, { t: textNow, language: 'zh' });
    expect(rows.map(({ key }) => key)).toEqual(season.points.map((_, at) => `${indicator.code}.${at + 1}`));
    for (const [at, { key, value, formula }] of rows.entries()) {
      const { value: said, unit } = shownNumber(value);
      const apart = Math.max(
        Math.abs(calculated(formula) - said),
        Math.abs((season.points[at] ?? 0) - calculated(formula)),
      );
      if (apart > 0.5 * unit + 1e-12) missed.push(`${key}: ${formula} is not ${value}`);
    }
    expect(rows[11]?.value).toBe('100.0000%');
  }
  expect(missed).toEqual([]);
  expect(seasons.length).toBeGreaterThan(4);
});

it('the sums of an area’s season are those of all cities’ accepted cumulative figures of two years', async () => {
  const { official, seasons } = await readSeasons();
  const season = seasons.find(({ indicator }) => indicator === 'prefab-area');
  const years = [2018, 2019];
  const replies = await Promise.all(
    years.map((year) => official.get(`/api/dataset?format=json&year=${year}&indicator=prefab-area&measure=cumulative`)),
  );
  const figures = replies
    .flatMap((reply) => reply.json<DatasetRow[]>())
    .filter(({ region, status }) => status === 'accepted' && region !== '330000');
  // Each month's figures are of its last day, so that nothing is carried on by days.
  expect(figures.filter(({ as_of, year, month }) => as_of !== lastDayOf(year, month))).toEqual([]);
  const sums = Array.from({ length: 12 }, (_, at) =>
    figures.filter(({ month }) => month === at + 1).reduce((sum, { base_value }) => sum + (base_value ?? 0), 0),
  );
  expect(season).toMatchObject({ years, regionYears: 22, invented: true, sums });
  expect(sums[0]).toBeGreaterThan(0);
});

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
