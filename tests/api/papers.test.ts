/** The brief and the notice of a city: what they say, for whom, and that a word processor makes one page of A4 of each. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixed, percent } from '#api/papers/numbers.ts';
import { monthBefore } from '#api/papers/material.ts';
import type { Paper } from '#api/papers/contract.ts';
import type { City } from '#api/standings/contract.ts';
import { demoApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const at = (paper: string, region = lishui, end = '') => `/api/interviews/2020-10-15/papers/${paper}/${region}${end}`;
const zh = '?language=zh';

const sectionOf = (paper: Paper, heading: RegExp) => paper.sections.find((one) => heading.test(one.heading));
const tableOf = (paper: Paper, heading: RegExp): readonly (readonly string[])[] => {
  const block = sectionOf(paper, heading)?.blocks.find((one) => one.kind === 'table');
  return block?.kind === 'table' ? [block.head, ...block.rows] : [];
};

describe('a brief', () => {
  it('says what the city’s page says of the month before the interview', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const paper = (await official.get(`${at('brief')}${zh}`)).json<Paper>();
    const city = (await official.get(`/api/cities/${lishui}?year=2020&month=9`)).json<City>();
    expect([paper.title, paper.subtitle]).toEqual([
      '约谈材料：丽水市',
      '建筑工业化推进滞后地区约谈会（2020-10-15） · 数据截至 2020年9月 · 本演示含虚构数据。',
    ]);
    const [, first] = tableOf(paper, /依据/);
    const { standing, series } = city.indicators.find((one) => one.standing.indicator === 'prefab-area')!;
    // Amounts of the page's own reply, written by the functions that are tried below.
    expect(first?.slice(1, 5)).toEqual([
      fixed(standing.target!, 2),
      fixed(standing.actual!, 2),
      percent(standing.completion),
      percent(standing.pace),
    ]);
    expect(sectionOf(paper, /依据/)?.blocks[0]).toMatchObject({ text: expect.stringMatching(/^整体判定：滞后。/) });
    const said = sectionOf(paper, /依据/)?.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    // The conditions of the rule that the page shows as its proof: by how much the pace is missed.
    expect(said?.[1]).toMatch(/^装配式面积：.*缺口（百分点） −13\.17 ≤ /);
    // What a ratio lacks is an amount and no percentage.
    expect(
      tableOf(paper, /年底测算/)
        .flat()
        .filter((cell) => cell.includes('%')),
    ).toEqual(['28.00%']);
    const months = tableOf(paper, /全年逐月/);
    expect(months.map((row) => row.length)).toEqual([13, 13, 13, 13]);
    expect(months[2]?.[9]).toBe(fixed(series.find(({ month }) => month === 9)!.cumulative, 2));
    // October waits for review, and November has not come.
    expect(months[2]?.slice(10)).toEqual(['--', '--', '--']);
    expect(tableOf(paper, /约谈事项/)[1]).toEqual([
      '2020-10-15 建筑工业化推进滞后地区约谈会',
      '0',
      '1',
      '0',
      '16',
      '0',
    ]);
  });

  it('counts an item that was returned or is late', async () => {
    const office = await demoApp();
    await (
      await office.signedInAs('official')
    ).post(`/api/interviews/2020-10-15/items/${lishui}/1.3/return`, { reason: '请补充附件' }, basedOn(2));
    office.clock.set('2020-10-31T01:00:00Z');
    const paper = (await (await office.signedInAs('leader')).get(`${at('brief')}?language=en`)).json<Paper>();
    // Due on the 30th: 1.1, 2.1, 2.3 and 2.4.
    expect(tableOf(paper, /items of interviews/)[1]?.slice(1)).toEqual(['0', '0', '1', '16', '4']);
  });

  it('is of the last month that had ended', () => {
    expect([monthBefore('2020-10-15'), monthBefore('2021-01-04')]).toEqual([
      { year: 2020, month: 9 },
      { year: 2020, month: 12 },
    ]);
  });
});

describe('a notice', () => {
  it('calls the bureau in, says why, and lists what is demanded by when', async () => {
    const { signedInAs } = await demoApp();
    const paper = (await (await signedInAs('bureau', lishui)).get(`${at('notice')}${zh}`)).json<Paper>();
    expect(paper.sections[0]).toMatchObject({
      heading: '丽水市住房和城乡建设局：',
      blocks: [{ text: expect.stringContaining('定于 2020-10-15 召开') }],
    });
    expect(sectionOf(paper, /事由/)?.blocks[0]).toMatchObject({
      text: expect.stringMatching(/^截至 2020年9月，你市建筑工业化整体进度为“滞后”。其中.*装配式.*低于序时进度。$/),
    });
    const demands = tableOf(paper, /要求与期限/);
    expect([demands.length, demands[1]]).toEqual([
      18,
      expect.arrayContaining([expect.stringMatching(/^1\.1 /), '2020-10-30']),
    ]);
  });
});

describe('a paper', () => {
  it('is for the city’s own bureau; another is told what it is told of a city that does not exist', async () => {
    const { signedInAs } = await demoApp();
    const other = await signedInAs('bureau', wenzhou);
    const statuses = async (region: string) =>
      Promise.all(['', '/docx'].map(async (end) => (await other.get(`${at('brief', region, end)}${zh}`)).statusCode));
    expect([await statuses(wenzhou), await statuses(lishui), await statuses('339999')]).toEqual([
      [200, 200],
      [404, 404],
      [404, 404],
    ]);
    // Hangzhou was not called.
    expect((await (await signedInAs('official')).get(`${at('brief', hangzhou)}${zh}`)).statusCode).toBe(404);
  });

  const office = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdfinfo', ['-v']).status === 0;
  if (!office) console.warn('LibreOffice or poppler-utils is missing: that the papers are one page was NOT tried.');

  it.skipIf(!office)(
    'is one page of A4 in both languages where a word processor prints it',
    { timeout: 120_000 },
    async () => {
      const { signedInAs } = await demoApp();
      const official = await signedInAs('official');
      const folder = join(import.meta.dirname, '../.output/papers');
      mkdirSync(folder, { recursive: true });
      const names: string[] = [];
      for (const paper of ['brief', 'notice']) {
        for (const language of ['zh', 'en']) {
          const reply = await official.get(`${at(paper, lishui, '/docx')}?language=${language}`);
          expect(reply.headers['content-disposition']).toMatch(/^attachment; .*\.docx/);
          names.push(`${paper}-${language}`);
          writeFileSync(join(folder, `${paper}-${language}.docx`), reply.rawPayload);
        }
      }
      const files = names.map((name) => join(folder, `${name}.docx`));
      // A profile of its own, so that an office that somebody has open does not take the files.
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'pipe',
      });
      const pages = names.map((name) => {
        const about = execFileSync('pdfinfo', [join(folder, `${name}.pdf`)], { encoding: 'utf8' });
        return [name, /Pages:\s+(\d+)/.exec(about)?.[1], /Page size:.*A4/.test(about)];
      });
      expect(pages).toEqual(names.map((name) => [name, '1', true]));
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'brief-zh.pdf'), '-'], { encoding: 'utf8' });
      expect(text).toMatch(/约谈材料：丽水市[\s\S]*进度状态与依据[\s\S]*年底测算/);
    },
  );
});

describe('numbers on a paper', () => {
  it('have their decimals, a minus that is one, and no sign where they round to zero', () => {
    expect([fixed(1234.5, 2), fixed(-0.5, 2), fixed(-0.001, 2), fixed(7, 0)]).toEqual([
      '1,234.50',
      '−0.50',
      '0.00',
      '7',
    ]);
    expect([percent(0.93142), percent(null), percent(0)]).toEqual(['93.14%', '--', '0.00%']);
  });
});
