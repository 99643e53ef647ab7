/** Every burn-up that the demonstration can show, in both languages and all sizes: no two words overlap, none is clipped. */
import { describe, expect, it } from 'vitest';
import type { Language } from '#api/http/problem.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import type { BurnUpInput, BurnUpWords } from '#web/charts/burn-up-input.ts';
import { labelReach } from '#web/charts/burn-up-labels.ts';
import { burnUpLayout } from '#web/charts/burn-up-layout.ts';
import { burnUpSize, type BurnUpShape } from '#web/charts/burn-up-sizes.ts';
import { distanceTo, isInside, overlaps } from '#web/charts/place-labels.ts';
import { burnUpInput, shownSeries } from '#web/features/city/burn-up-data.ts';
import { completionInput } from '#web/features/sprint/completion-points.ts';
import { sprintView } from '#web/features/sprint/sprint-view.ts';
import { burnUpWords } from '#web/parts/burn-up-words.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';

/** A phone's page, a column, a page at 1440, at 1920, on A4; screens of meeting rooms. */
const widths: Readonly<Record<BurnUpShape, readonly number[]>> = {
  small: [264, 328],
  large: [328, 680, 1360],
  room: [1240],
};

/** What a page of the meeting mode leaves its picture on 1920 × 1080; larger and smaller screens have the same proportions. */
const roomHeight = 800;

const none = { pictures: 0, labels: 0, left: 0, overlaps: 0, outside: 0, far: 0, withoutValue: 0 };
let counts = { ...none };

function check(shape: BurnUpShape, input: BurnUpInput, words: BurnUpWords): void {
  for (const width of widths[shape]) {
    const size = burnUpSize(shape, width, shape === 'room' ? roomHeight : null);
    const { labels, months, ticks } = burnUpLayout(input, words, size);
    const frame = { left: 0, top: 0, width: size.width, height: size.height };
    const boxes = [...labels, ...months, ...ticks];
    const said = [
      words.value,
      words.pending,
      words.target,
      words.pace,
      words.lastYear,
      words.projection,
      words.missing,
      words.needed,
    ];
    const wanted = said.filter((word) => word !== '').length;
    counts.pictures += 1;
    counts.labels += boxes.length;
    counts.left += wanted - labels.length;
    counts.overlaps += boxes.filter((box, at) => boxes.slice(0, at).some((other) => overlaps(box, other))).length;
    counts.outside += boxes.filter((box) => !isInside(box, frame)).length;
    counts.far += labels.filter((box) => distanceTo(box, box.anchor) > size.text * labelReach).length;
    counts.withoutValue += words.value !== '' && labels.every(({ key }) => key !== 'value') ? 1 : 0;
  }
}

type Official = Awaited<ReturnType<Awaited<ReturnType<typeof demoApp>>['signedIn']>>;

async function referenceOf(official: Official, language: Language) {
  const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
  const regions = (await official.get('/api/regions')).json<Region[]>();
  return {
    language,
    indicators: new Map(indicators.map((one) => [one.code, one])),
    regions: new Map(regions.map((one) => [one.code, one])),
  };
}

function checkSprint(reply: Sprint, reference: Awaited<ReturnType<typeof referenceOf>>): void {
  for (const code of reference.indicators.keys()) {
    const view = sprintView(reply, code, reference);
    for (const row of view?.rows ?? []) {
      if (view === null || row.standing === null) continue;
      const { indicator } = view;
      const input = completionInput(row.points, { projection: row.projection }, { indicator, standing: row.standing });
      const described = { input, indicator, standing: row.standing, asShares: true };
      const texts = { t: textNow, language: reference.language };
      check('small', input, burnUpWords({ ...described, brief: true }, texts));
      check('room', input, burnUpWords(described, texts));
    }
  }
}

function checkCity(reply: City, reference: Awaited<ReturnType<typeof referenceOf>>): void {
  for (const detail of reply.indicators) {
    const indicator = reference.indicators.get(detail.standing.indicator);
    if (indicator === undefined) continue;
    const input = burnUpInput(detail, shownSeries(detail.series, reply.month), indicator);
    const described = { input, indicator, standing: detail.standing, asShares: false };
    const words = burnUpWords(described, { t: textNow, language: reference.language });
    check('large', input, words);
    check('small', input, words);
  }
}

describe('every burn-up of the demonstration', () => {
  it.each(['zh', 'en'] as const)(
    'has no word over another and none outside, in %s',
    async (language) => {
      counts = { ...none };
      await startText(language);
      const official = await (await demoApp()).signedIn('official');
      const reference = await referenceOf(official, language);
      const { months, regions } = (await official.get('/api/overview?year=2020&month=10')).json<Overview>();
      for (const { year, month } of months) {
        const period = `year=${year}&month=${month}`;
        checkSprint((await official.get(`/api/sprint?${period}`)).json<Sprint>(), reference);
        for (const { region } of regions) {
          checkCity((await official.get(`/api/cities/${region}?${period}`)).json<City>(), reference);
        }
      }
      console.info(`${language}: ${JSON.stringify(counts)}`);
      expect(counts.pictures).toBeGreaterThan(10_000);
      expect(counts).toMatchObject({ overlaps: 0, outside: 0, far: 0, withoutValue: 0 });
      // Words that found no room: the least important ones, and few.
      expect(counts.left / counts.labels).toBeLessThan(0.01);
    },
    120_000,
  );
});
