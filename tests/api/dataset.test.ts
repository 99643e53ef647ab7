/** The dataset in long format: what its rows say, in every format, and that they are the overview's own numbers. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasetRow, type DatasetRow } from '#api/dataset/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { indicators, regions } from '#db/schema.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, hangzhou, jiaxing, monthOf, quzhou, submissionIn, wenzhou } from '#tests/support/reporting.ts';
import { gridOf } from '#tests/support/tables-in-files.ts';
import { eq } from 'drizzle-orm';

async function rowsAt(caller: Caller, query: string): Promise<DatasetRow[]> {
  const reply = await caller.get(`/api/dataset?format=json&${query}`);
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
  return z.array(z.strictObject(datasetRow.shape)).parse(reply.json());
}

const find = (rows: readonly DatasetRow[], measure: string, more: Partial<DatasetRow> = {}) =>
  rows.filter(
    (row) => row.measure === measure && Object.entries(more).every(([key, is]) => Reflect.get(row, key) === is),
  );

const keyOf = ({ region, indicator, month, measure }: DatasetRow) => [region, indicator, month, measure].join();

/** The cells that have anything, numbers to 15 digits. */
const filled = (cells: readonly (readonly [string, string | number | null])[]) =>
  Object.fromEntries(
    cells.flatMap(([key, is]) => {
      if (is === null || is === '') return [];
      return [[key, key === 'value' ? Number(Number(is).toPrecision(15)) : String(is)]];
    }),
  );

describe('the dataset', () => {
  it('has for every city, indicator and month of a year the completion, pace and level of the overview', async () => {
    const office = await demoApp();
    const leader = await office.signedInAs('leader');
    for (const [year, months] of [
      [2019, 12],
      [2020, 10],
    ] as const) {
      const rows = await rowsAt(leader, `year=${year}`);
      for (let month = 1; month <= months; month += 1) {
        const page = (await leader.get(`/api/overview?year=${year}&month=${month}`)).json<Overview>();
        const shown = page.regions.flatMap(({ region, indicators: each }) =>
          each.map(({ indicator, completion, pace, level, asOf, target }) =>
            JSON.stringify({ region, indicator, completion, pace, level, asOf, target }),
          ),
        );
        const given = find(rows, 'completion', { month }).map(({ region, indicator, value, level, as_of }) => {
          const of = { region, indicator, month };
          const [pace = null, target = null] = ['pace', 'target'].map((one) => find(rows, one, of)[0]?.value ?? null);
          return JSON.stringify({ region, indicator, completion: value, pace, level, asOf: as_of, target });
        });
        expect(given.toSorted()).toEqual(shown.toSorted());
        expect(given.length).toBeGreaterThan(50);
      }
    }
  });

  it('gives figures exactly, in the unit and in base units, with what the month added, and a gap where one is missing', async () => {
    const office = await demoApp();
    const leader = await office.signedInAs('leader');
    const rows = await rowsAt(leader, `year=2020&region=${jiaxing}&indicator=prefab-area`);
    const october = { month: 10 } as const;
    expect(find(rows, 'cumulative', october)).toEqual([
      expect.objectContaining({
        value: 652,
        base_value: 6_520_000,
        base_per_unit: 10_000,
        unit_en: '10k m²',
        status: 'accepted',
      }),
    ]);
    const months = find(rows, 'cumulative').map(({ month, base_value }) => ({ month, base: base_value ?? NaN }));
    for (const { month, base } of months.filter(({ month: at }) => at > 1)) {
      const before = months.find((one) => one.month === month - 1);
      const added = find(rows, 'month', { month })[0]?.base_value;
      expect(added).toBe(before === undefined ? undefined : base - before.base);
    }
    office.clock.set('2020-11-02T01:00:00Z');
    const inNovember = await office.signedInAs('leader');
    const all = await rowsAt(inNovember, 'year=2020&status=missing');
    const missing = all.filter(({ measure }) => measure !== 'completion');
    expect(missing.length).toBeGreaterThan(0);
    expect(all.every(({ value, base_value }) => value === null && base_value === null)).toBe(true);
    const accepted = await rowsAt(inNovember, 'year=2020&status=accepted');
    const counted = new Set(accepted.map(keyOf));
    expect(missing.some((row) => counted.has(keyOf(row)))).toBe(false);
  });

  it('is the same in CSV, workbook and JSON, with heads for programs or in words', async () => {
    const office = await demoApp();
    const leader = await office.signedInAs('leader');
    const asked = `year=2020&region=${wenzhou}`;
    const rows = await rowsAt(leader, asked);
    const file = (format: string, more = '') => leader.get(`/api/dataset?format=${format}&${asked}${more}`);
    const [csv, xlsx] = [await file('csv'), await file('xlsx')];
    expect(csv.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    for (const [content, kind] of [
      [csv.rawPayload, 'csv'],
      [xlsx.rawPayload, 'xlsx'],
    ] as const) {
      const [head, ...body] = (await gridOf(content, kind)).sheets[0]!.rows;
      const names = head!.cells.map(({ value }) => String(value));
      expect(names).toEqual(Object.keys(datasetRow.shape));
      const read = body.map(({ cells }) => filled(cells.map(({ column, value }) => [names[column - 1] ?? '', value])));
      // Whoever reads a workbook takes the 15 digits that a spreadsheet shows.
      expect(read).toEqual(rows.map((row) => filled(Object.entries(row))));
    }
    const words = (await file('csv', '&language=zh')).body;
    expect(words).toContain('地区代码,地区,');
    expect(words).toMatch(/年内累计,.*,已通过,/);
  });

  it('makes what a spreadsheet would compute harmless', async () => {
    const office = await demoApp();
    await office.database.write(async (tx) => {
      await tx.update(regions).set({ nameZh: '=1+1', nameEn: '@x' }).where(eq(regions.code, wenzhou));
      await tx.update(indicators).set({ nameZh: '-2+3' }).where(eq(indicators.code, 'green-demo'));
    });
    const leader = await office.signedInAs('leader');
    const { body } = await leader.get(`/api/dataset?format=csv&year=2020&region=${wenzhou}&indicator=green-demo`);
    expect(body).toContain(`${wenzhou},'=1+1,'@x,green-demo,'-2+3,`);
    expect(body).not.toMatch(/,[=@]/);
  });

  it('has what waits for the department and the city itself alone, and of other cities nothing for a bureau', async () => {
    const office = await demoApp();
    const asked = 'year=2020&status=pending';
    const waiting = async (role: 'official' | 'leader' | 'administrator' | 'bureau', region?: string) =>
      new Set((await rowsAt(await office.signedInAs(role, region), asked)).map((row) => row.region));
    expect(await waiting('official')).toEqual(new Set([quzhou]));
    expect(await waiting('bureau', quzhou)).toEqual(new Set([quzhou]));
    for (const role of ['leader', 'administrator'] as const) expect(await waiting(role)).toEqual(new Set());
    expect(await waiting('bureau', wenzhou)).toEqual(new Set());
    const own = await rowsAt(await office.signedInAs('bureau', wenzhou), 'year=2020');
    expect(new Set(own.map(({ region }) => region))).toEqual(new Set([wenzhou]));
    expect(await rowsAt(await office.signedInAs('bureau', wenzhou), `year=2020&region=${hangzhou}`)).toEqual([]);
  });

  it('is as it was known on a day, by what was accepted until then', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', jiaxing);
    const { version } = submissionIn(await bureau.get(monthOf(jiaxing)));
    const body = { figures: { 'prefab-area': { cumulative: 660 } }, reason: '两个项目漏报' };
    expect((await bureau.post(monthOf(jiaxing, 10, 'correct'), body, basedOn(version))).statusCode).toBe(200);
    office.clock.set('2020-10-20T02:00:00Z');
    const official = await office.signedInAs('official');
    const sent = submissionIn(await official.get(monthOf(jiaxing)));
    expect((await official.post(monthOf(jiaxing, 10, 'accept'), {}, basedOn(sent.version))).statusCode).toBe(200);
    const valueOn = async (known: string) =>
      find(await rowsAt(official, `year=2020&region=${jiaxing}&indicator=prefab-area${known}`), 'cumulative', {
        month: 10,
        status: 'accepted',
      }).map(({ value, version: number }) => [value, number]);
    const [[now, second] = []] = await valueOn('');
    const [[before, first] = []] = await valueOn('&known=2020-10-19');
    expect([before, now]).toEqual([652, 660]);
    expect(Number(second)).toBeGreaterThan(Number(first));
  });
});
