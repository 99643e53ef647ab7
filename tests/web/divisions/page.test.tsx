/** The levels of regions, drawn from replies written by hand: down, up, several pages, a region that reports itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listDivisions, type DivisionLine, type Divisions } from '#api/divisions/contract.ts';
import type { Role } from '#api/http/endpoint.ts';
import { query } from '#web/api/queries.ts';
import { asked } from '#web/features/divisions/asked.ts';
import { divisionsSearch } from '#web/features/divisions/search.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { indicatorOf } from '../standings.ts';

beforeAll(() => startText('zh'));

const period = { year: 2020, month: 9 };
const area = indicatorOf('area', { short: { zh: '面积', en: 'Area' } });
const lineOf = (region: string, name: string, more: Partial<DivisionLine> = {}): DivisionLine => ({
  region,
  name: { zh: name, en: name },
  parts: 0,
  level: 'no-data',
  coverage: { accepted: 0, expected: 1 },
  indicators: [{ indicator: 'area', level: 'no-data', completion: null }],
  measures: null,
  ...more,
});
const replyOf = (more: Partial<Divisions> = {}): Divisions => ({
  ...period,
  revision: 1,
  indicator: 'area',
  path: [
    { region: '100000', name: { zh: '全国', en: 'Nation' } },
    { region: '330000', name: { zh: '浙江省', en: 'Zhejiang' } },
  ],
  whole: lineOf('330000', '浙江省', { parts: 2, coverage: { accepted: 8, expected: 9 } }),
  lines: [lineOf('330300', '温州市', { parts: 12 }), lineOf('330481', '海宁市')],
  total: 2,
  page: 1,
  pages: 1,
  months: [9],
  years: [2020],
  invented: false,
  ...more,
});
const drawn = (reply: Divisions, role: Role = 'official') =>
  pageAt('/divisions?year=2020&month=9&region=330000&indicator=area', {
    role,
    regions: [regionOf('330300', '温州')],
    indicators: [area],
    read: [{ of: query(listDivisions, { query: { ...period, region: '330000', indicator: 'area' } }), reply }],
  });

describe('the page of levels', () => {
  it('leads down to parts, up to what is above and to the page of a region that reports, and month and indicator stay', async () => {
    const html = await drawn(replyOf());
    const kept = 'year=2020&amp;month=9';
    expect(html).toContain(`/divisions?${kept}&amp;region=330300&amp;indicator=area`);
    expect(html).toContain(`/divisions?${kept}&amp;region=100000&amp;indicator=area`);
    expect(html).toContain(`/cities/330481?${kept}&amp;indicator=area`);
    expect(rowsIn(html).some((row) => row.includes('下辖 12 个'))).toBe(true);
    expect(wordsIn(html)).toContain('应报 9 个地区中 8 个已通过');
  });

  it('says where in a long list one is, and nothing where all of it is in view', async () => {
    expect(wordsIn(await drawn(replyOf({ page: 2, pages: 15, total: 2850 })))).toContain('第 2／15 页，共 2850 个地区');
    expect(wordsIn(await drawn(replyOf()))).not.toContain('页，共');
  });

  it('takes regions in for whoever administers the office alone', async () => {
    expect(wordsIn(await drawn(replyOf(), 'administrator'))).toContain('由文件导入地区');
    expect(wordsIn(await drawn(replyOf()))).not.toContain('由文件导入地区');
  });
});

const of = (raw: Record<string, string>) => asked(divisionsSearch(raw), period);

describe('what the page asks for', () => {
  it('is what the address says, in the words of the server', () => {
    expect(of({ region: '330000', list: 'reporting', sort: '-gap', page: '3', find: '温州' })).toEqual({
      ...period,
      region: '330000',
      list: 'reporting',
      sort: 'gap',
      descending: 'yes',
      page: 3,
      search: '温州',
    });
    expect(of({ list: 'all', sort: 'nothing', page: '0' })).toEqual(period);
  });
});
