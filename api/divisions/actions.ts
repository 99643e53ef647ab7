import type { RegionRow } from '#db/regions.ts';
import { yearColumnsOf, type YearColumns } from '../assessments/year-columns.ts';
import type { Context } from '../http/context.ts';
import { topSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { rank, rankCities } from '../measures/ranking.ts';
import { isWithin, lineOf, reportingIn } from '../regions/tree.ts';
import { divisionsPerPage, type DivisionQuery, type Divisions } from './contract.ts';
import { standingsBelow, type Listed, type Standing } from './lines.ts';
import { presentLine } from './present.ts';

/**
 * A region with its parts, as far as the caller may see them.
 * @throws Problem `not-found` for a region that does not exist and, with the same words, for one that is not the bureau's own or below it
 */
export async function listDivisions(context: Context, query: DivisionQuery): Promise<Divisions> {
  const top = topSeen(context);
  const { replyCache } = context;
  return replyCache.of(`divisions ${JSON.stringify(query)} ${top ?? 'all'}`, async () => {
    const year = await yearColumnsOf(context, query.year);
    const region = regionIn(year, query, top);
    const { list = 'parts', month } = query;
    const listed = await replyCache.of(`division lines ${year.year}-${month} ${region.code} ${list}`, () =>
      standingsBelow(year, month, { region, list }),
    );
    return replyOf(year, { region, top, query, listed });
  });
}

function regionIn({ regions, year }: YearColumns, { region, month }: DivisionQuery, top: string | null): RegionRow {
  const code = region ?? top ?? regions.root.code;
  const row = regions.byCode.get(code);
  const isSeen = row !== undefined && (top === null || isWithin(regions, code, top));
  if (!isSeen || reportingIn(regions, { year, month }, code).length === 0) throw new Problem('not-found');
  return row;
}

interface Found {
  readonly region: RegionRow;
  readonly top: string | null;
  readonly query: DivisionQuery;
  readonly listed: Listed;
}

function replyOf(year: YearColumns, { region, top, query, listed }: Found): Divisions {
  const indicator = query.indicator ?? year.indicators.find(({ core }) => core)?.code ?? null;
  const found = sorted(searched(listed.lines, query.search ?? ''), { ...query, indicator });
  const pages = Math.max(1, Math.ceil(found.length / divisionsPerPage));
  const page = Math.min(query.page ?? 1, pages);
  const shown = found.slice((page - 1) * divisionsPerPage, page * divisionsPerPage);
  const path = lineOf(year.regions, region).filter(({ code }) => top === null || isWithin(year.regions, code, top));
  return {
    year: year.year,
    month: query.month,
    revision: year.revision,
    indicator,
    path: path.map(({ code, nameZh, nameEn }) => ({ region: code, name: { zh: nameZh, en: nameEn } })).toReversed(),
    whole: presentLine(listed.whole, indicator),
    lines: shown.map((line) => presentLine(line, indicator)),
    total: found.length,
    page,
    pages,
    months: monthsOf(listed.whole),
    years: [...year.years],
    invented: listed.whole.sums.invented,
  };
}

const monthsOf = ({ sums }: Standing): number[] =>
  Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => ((sums.months >> (month - 1)) & 1) === 1);

function searched(lines: readonly Standing[], text: string): readonly Standing[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return lines;
  return lines.filter(({ region }) =>
    [region.code, region.nameZh, region.nameEn].some((name) => name.toLowerCase().includes(wanted)),
  );
}

function sorted(
  lines: readonly Standing[],
  { sort, descending, indicator }: Pick<DivisionQuery, 'sort' | 'descending'> & { readonly indicator: string | null },
): readonly Standing[] {
  const of = (line: Standing) => line.judged.find((one) => one.indicator.code === indicator)?.standing;
  const order = descending === 'yes' ? 'best-first' : 'worst-first';
  if (sort === 'completion') return rank(lines, order, (line) => of(line)?.completion ?? null);
  if (sort === 'gap') return rank(lines, order, (line) => of(line)?.gapPoints ?? null);
  if (sort === 'coverage') return rank(lines, order, ({ sums }) => share(sums));
  const ascending =
    (sort ?? 'order') === 'order'
      ? lines
      : rankCities(lines.map((line) => ({ ...line, gapPoints: of(line)?.gapPoints ?? null })));
  return descending === 'yes' ? ascending.toReversed() : ascending;
}

const share = ({ accepted, expected }: Standing['sums']): number | null =>
  expected === 0 ? null : accepted / expected;
