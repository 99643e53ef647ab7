/** Three answers beside a number, from the draft to the pages: a real zero, not applicable, not yet known. */
import { describe, expect, it } from 'vitest';
import type { City, Overview } from '#api/standings/contract.ts';
import { demoApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, ordinary, submissionIn } from '#tests/support/reporting.ts';
import { previewIn, rowsOf, sendFile, workbookOf } from '#tests/support/tables-in-files.ts';

async function office() {
  const { signedInAs } = await demoApp();
  return { bureau: await signedInAs('bureau', hangzhou), official: await signedInAs('official') };
}

const answered = {
  figures: {
    ...ordinary.figures,
    'prefab-civil': { absence: 'not-yet-known' },
    'green-demo': { absence: 'not-applicable' },
    'steel-housing': { cumulative: 0 },
  },
  words: { 'green-demo': '本年没有此类工程', 'prefab-civil': '项目清单正在核对' },
};

describe('what is answered in the place of a figure', () => {
  it('is kept with the version and its words, shown in review, and counts as missing, while 0 counts as 0', async () => {
    const { bureau, official } = await office();
    const saved = submissionIn(await bureau.put(monthOf(hangzhou), answered, basedOn(0)));
    expect(saved.versions[0]).toMatchObject({
      absences: { 'prefab-civil': 'not-yet-known', 'green-demo': 'not-applicable' },
      words: answered.words,
    });
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
    const seen = submissionIn(await official.get(monthOf(hangzhou)));
    expect(seen.versions[0]?.words).toEqual(answered.words);
    const strikes = seen.hints.map(({ code, indicator }) => `${indicator} ${code}`);
    expect(strikes).toContain('prefab-civil not-yet-known');
    expect(strikes).toContain('green-demo not-reported');
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    const overview = (await official.get('/api/overview?year=2020&month=10')).json<Overview>();
    const city = overview.regions.find(({ region }) => region === hangzhou);
    const asOf = (code: string) => city?.indicators.find(({ indicator }) => indicator === code);
    // The earlier figures stand; a zero is a figure of its own.
    expect(asOf('green-demo')).toMatchObject({ asOf: '2020-09-30' });
    expect(asOf('steel-housing')?.asOf).not.toBe('2020-09-30');
    const page = (await official.get(`/api/cities/${hangzhou}?year=2020&month=10`)).json<City>();
    expect(page.absences).toEqual([
      { indicator: 'prefab-civil', absence: 'not-yet-known', word: '项目清单正在核对' },
      { indicator: 'green-demo', absence: 'not-applicable', word: '本年没有此类工程' },
    ]);
    expect((await official.get(`/api/cities/${hangzhou}?year=2020&month=9`)).json<City>().absences).toEqual([]);
  });

  it('stays in force under a correction that does not speak of it, and ends with one that does', async () => {
    const { bureau, official } = await office();
    await bureau.put(monthOf(hangzhou), answered, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1));
    const absent = async () =>
      (await official.get(`/api/cities/${hangzhou}?year=2020&month=10`))
        .json<City>()
        .absences.map(({ indicator, word }) => `${indicator} ${word}`);
    const correct = async (figures: object) => {
      const { version } = submissionIn(await bureau.get(monthOf(hangzhou)));
      const sent = await bureau.post(
        monthOf(hangzhou, 10, 'correct'),
        { figures, reason: '漏报一个项目' },
        basedOn(version),
      );
      expect(sent.statusCode).toBe(200);
      const waiting = submissionIn(await official.get(monthOf(hangzhou)));
      await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(waiting.version));
    };
    await correct({ 'prefab-area': { cumulative: 2011 } });
    expect(await absent()).toEqual(['prefab-civil 项目清单正在核对', 'green-demo 本年没有此类工程']);
    await correct({ 'green-demo': { cumulative: 23 } });
    expect(await absent()).toEqual(['prefab-civil 项目清单正在核对']);
    // Taken back, what the correction said counts no more, and the answer before it is in force again.
    const { version } = submissionIn(await official.get(monthOf(hangzhou)));
    await official.post(monthOf(hangzhou, 10, 'revoke'), { reason: '更正依据不足' }, basedOn(version));
    expect(await absent()).toEqual(['prefab-civil 项目清单正在核对', 'green-demo 本年没有此类工程']);
  });

  it('goes on into the draft that a taken back version becomes', async () => {
    const { bureau } = await office();
    await bureau.put(monthOf(hangzhou), answered, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    const back = submissionIn(await bureau.post(monthOf(hangzhou, 10, 'withdraw'), {}, basedOn(2)));
    expect(back.versions[0]).toMatchObject({ state: 'draft', words: answered.words });
    expect(back.versions[0]?.absences['green-demo']).toBe('not-applicable');
  });

  it('wants a word where a required indicator is not applicable', async () => {
    const { bureau } = await office();
    const figures = { ...ordinary.figures, 'prefab-civil': { absence: 'not-applicable' } };
    await bureau.put(monthOf(hangzhou), { figures }, basedOn(0));
    const refused = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(refused.json()).toMatchObject({ code: 'word-required', errors: [{ pointer: '/words/prefab-civil' }] });
  });

  it('stands in the template, is read back from it, and the same file twice changes nothing', async () => {
    const { bureau } = await office();
    const address = `${monthOf(hangzhou, 10, 'template')}?language=en`;
    const empty = await rowsOf((await bureau.get(address)).rawPayload);
    const row = empty.findIndex((cells) => cells[0] === 'green-demo');
    const column = (empty.find((cells) => cells[0] === 'Indicator code') ?? []).findIndex(
      (head) => head === 'Cumulative (ratio: numerator)',
    );
    const filled = empty.map((cells, at) => cells.map((cell, in_) => (at === row && in_ === column ? '不适用' : cell)));
    const preview = previewIn(await sendFile(bureau, monthOf(hangzhou), workbookOf(filled)));
    expect(preview.changes).toMatchObject([
      { indicator: 'green-demo', before: null, after: { absence: 'not-applicable' } },
    ]);
    await bureau.put(monthOf(hangzhou), { figures: { 'green-demo': { absence: 'not-applicable' } } }, basedOn(0));
    const again = await rowsOf((await bureau.get(address)).rawPayload);
    expect(again[row]?.filter((cell) => cell === 'not applicable')).toHaveLength(2);
    expect(previewIn(await sendFile(bureau, monthOf(hangzhou), workbookOf(again))).changes).toEqual([]);
  });
});

describe('cause and remedies', () => {
  it('are told by the city’s page from the newest accepted report that gave any, and not by what waits', async () => {
    const { signedInAs } = await demoApp();
    const [bureau, official] = [await signedInAs('bureau', lishui), await signedInAs('official')];
    const explainedAt = async (month: number) =>
      (await official.get(`/api/cities/${lishui}?year=2020&month=${month}`)).json<City>().explained;
    const september = await explainedAt(9);
    expect(september?.month).toBe(9);
    expect(september?.cause).not.toBe('');
    const { versions } = submissionIn(await bureau.get(monthOf(lishui, 9)));
    const figures = Object.fromEntries(
      (versions[0]?.figures ?? [])
        .filter(({ denominator }) => denominator === null)
        .map(({ indicator, cumulative }) => [indicator, { cumulative }]),
    );
    await bureau.put(monthOf(lishui), { figures, cause: '供地少', remedies: '四季度开工' }, basedOn(0));
    await bureau.post(monthOf(lishui, 10, 'submit'), {}, basedOn(1));
    expect(await explainedAt(10)).toEqual(september);
    expect((await official.post(monthOf(lishui, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    expect(await explainedAt(10)).toMatchObject({ month: 10, cause: '供地少', remedies: '四季度开工' });
    expect(await explainedAt(9)).toEqual(september);
  });
});
