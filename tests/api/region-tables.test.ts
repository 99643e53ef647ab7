/** Regions from a file: an office gets the tree it needs, and nobody ceases to report what they reported. */
import { describe, expect, it } from 'vitest';
import type { Divisions } from '#api/divisions/contract.ts';
import type { RegionTablePreview } from '#api/region-tables/contract.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';

const send = async (caller: Caller, csv: string, path = '/api/regions/table') =>
  caller.upload('POST', path, 'text/csv', csv);
const preview = async (caller: Caller, csv: string) =>
  (await send(caller, csv, '/api/regions/table/preview')).json<RegionTablePreview>();

const nation = [
  '代码,上级代码,名称,英文名称,启用日期,停用日期',
  '100000,,全国,Nation,,',
  '330000,100000,浙江省,Zhejiang,2001-01-01,',
  '340000,100000,安徽省,Anhui,2020-01-01,',
  '340100,340000,合肥市,Hefei,2020-01-01,',
  '330302,330300,鹿城区,Lucheng,2021-01-01,',
].join('\n');

describe('a table of regions', () => {
  it('puts a nation above the province and counties below a city, and the same again changes nothing', async () => {
    const office = await demoApp();
    const administrator = await office.signedInAs('administrator');
    expect(await preview(administrator, nation)).toMatchObject({ added: 4, changed: 1, same: 0, faults: [] });
    expect((await send(administrator, nation)).statusCode).toBe(200);
    const leader = await office.signedInAs('leader');
    const of = async (query: string) =>
      (await leader.get(`/api/divisions?year=2020&month=9${query}`)).json<Divisions>();
    const top = await of('');
    expect([top.whole.region, top.lines.map(({ region }) => region)]).toEqual(['100000', ['330000', '340000']]);
    // Lucheng reports from January on; until then Wenzhou does.
    expect((await of('&region=330300')).lines).toEqual([]);
    const later = (await leader.get('/api/divisions?year=2021&month=1&region=330300')).json<Divisions>();
    expect(later.lines.map(({ region }) => region)).toEqual(['330302']);
    expect(await preview(administrator, nation)).toMatchObject({ added: 0, changed: 0, same: 5 });
  });

  it('moves nobody’s past sums: who has reported stays, and a new level or an unreported region may come between', async () => {
    const administrator = await (await demoApp()).signedInAs('administrator');
    expect((await send(administrator, nation)).statusCode).toBe(200);
    const faultsOf = async (...rows: readonly string[]) => (await preview(administrator, rows.join('\n'))).faults;
    const [city, ...others] = await faultsOf('330300,340000,温州市,Wenzhou,2001-01-01,');
    expect(others).toEqual([]);
    expect(city).toMatchObject({ row: 1, code: 'region-moved', value: '330000' });
    expect(city?.detail.zh).toContain('用新代码在新上级下新建');
    expect(city?.detail.en).toContain('enter a region with a new code');
    // One row moves the whole province, and is told of once, by whose sums would grow.
    expect(await faultsOf('330000,340000,浙江省,Zhejiang,2001-01-01,')).toMatchObject([
      { row: 1, code: 'region-moved', value: '340000' },
    ]);
    expect(
      await faultsOf('330000,100000,浙江省,Zhejiang,2001-01-01,', '340100,330000,合肥市,Hefei,2020-01-01,'),
    ).toEqual([]);
    expect(await faultsOf('ZN-1,330000,浙南', '330300,ZN-1,温州市,Wenzhou,2001-01-01,')).toEqual([]);
    // As the refusal says: the old one ends, and a new one begins.
    expect(
      await faultsOf('330300,330000,温州市,Wenzhou,2001-01-01,2020-12-31', '340300,340000,温州市,Wenzhou,2021-01-01,'),
    ).toEqual([]);
  });

  it('is refused as a whole with what is wrong in which row', async () => {
    const administrator = await (await demoApp()).signedInAs('administrator');
    const faultsOf = async (...rows: readonly string[]) =>
      (await preview(administrator, rows.join('\n'))).faults.map(({ row, code }) => `${row} ${code}`);
    expect(await faultsOf('地区')).toEqual(['1 region-table-empty']);
    expect(await faultsOf('3,330300,鹿城区')).toEqual(['1 region-code-form']);
    expect(await faultsOf('330302,330300,鹿城区', '330302,330300,鹿城区')).toEqual(['2 region-twice']);
    expect(await faultsOf('330302,330300,')).toEqual(['1 region-name-missing']);
    expect(await faultsOf('330302,330300,鹿城区,,2021-02-30')).toEqual(['1 region-day-form']);
    expect(await faultsOf('330302,330300,鹿城区,,2021-02-01,2021-01-31')).toEqual(['1 region-day-form']);
    expect(await faultsOf('340100,340000,合肥市')).toEqual(['1 region-loose']);
    expect(await faultsOf('100000,,全国')).toEqual(['1 region-loose']);
    expect(await faultsOf('1-a,1-b,甲', '1-b,1-a,乙')).toEqual(['1 region-loose', '2 region-loose']);
    // Wenzhou has reported, and would not from June 2020 on.
    expect(await faultsOf('330302,330300,鹿城区,,2020-06-01')).toEqual(['1 region-has-figures']);
    expect(await faultsOf('330300,330000,温州市,Wenzhou,2001-01-01,2020-03-31')).toEqual(['1 region-has-figures']);
    // The province would end, and with it every city below it that has reported.
    const ended = await faultsOf('340100,330000,合肥市', '330000,,浙江省,Zhejiang,2001-01-01,2020-03-31');
    expect(ended.length).toBeGreaterThan(1);
    expect(new Set(ended)).toEqual(new Set(['2 region-has-figures']));
    const reply = await send(administrator, '330302,330300,鹿城区,,2020-06-01');
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, 'invalid-input']);
  });
});
