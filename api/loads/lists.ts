/** What was entered at once, and what gives reason to ask in it. */
import { countLoaded, findLoad, listLoadedVersions, listLoads as listRows } from '#db/loads.ts';
import type { AcceptedFigure } from '#db/figures.ts';
import type { FiguredVersion } from '#db/submissions.ts';
import { judgedOn } from '../assessments/own-curves.ts';
import { rowsOf, snapshotOf, type Grouped, type Snapshot } from '../assessments/snapshot.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { compareMonths } from '../measures/calendar.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { riskOf } from '../submissions/hints.ts';
import { hintsOfVersion } from '../submissions/present.ts';
import type { LoadDetail, LoadLine } from './contract.ts';
import { pausing } from '../http/event-loop.ts';
import { presentLoad } from './present.ts';

/** More of them are history that the audit trail has. */
const maxLoads = 50;
const maxHints = 100;

/** The newest first. */
export async function listLoads(context: Context): Promise<{ loads: LoadLine[] }> {
  const { reader } = context.database;
  const rows = await listRows(reader, maxLoads);
  const counts = await countLoaded(
    reader,
    rows.map(({ id }) => id),
  );
  return { loads: rows.map((row) => presentLoad(row, counts.get(row.id) ?? {}, context.actor)) };
}

/**
 * A load with what is in it. Hints are of what waits, as if the rest of the load were accepted already.
 * @throws Problem `not-found`
 */
export async function getLoad(context: Context, id: string): Promise<LoadDetail> {
  const { reader } = context.database;
  const load = await findLoad(reader, id);
  if (load === undefined) throw new Problem('not-found');
  const counts = (await countLoaded(reader, [id])).get(id) ?? {};
  const { versions, hints } = await context.replyCache.of(`load ${id}`, async () => {
    const all = await listLoadedVersions(reader, id);
    return { versions: all, hints: await hintsOf(context, all) };
  });
  const byCode = Map.groupBy(hints, ({ hint }) => hint.code);
  return {
    ...presentLoad(load, counts, context.actor),
    figures: versions.reduce((sum, { figures }) => sum + figures.length, 0),
    corrections: versions.filter(({ kind }) => kind === 'correction').length,
    years: [...Map.groupBy(versions, ({ year }) => year)].map(([year, own]) => ({
      year,
      regions: [...Map.groupBy(own, ({ region }) => region)].map(([region, months]) => ({
        region,
        months: months.length,
      })),
    })),
    hintCounts: [...byCode].map(([code, of]) => ({ code, count: of.length })),
    hints: hints.slice(0, maxHints),
    own: load.loadedBy === context.actor.id,
  };
}

type PlacedHint = LoadDetail['hints'][number];

/** The hints of all versions that wait, the weightiest first. */
async function hintsOf(context: Context, versions: readonly FiguredVersion[]): Promise<readonly PlacedHint[]> {
  const waiting = versions.filter(({ state }) => state === 'submitted');
  const own = Map.groupBy(waiting.flatMap(asAccepted), ({ region }) => region);
  const found: PlacedHint[] = [];
  const pause = pausing();
  for (const version of waiting) {
    const { region, year, month } = version;
    const beside = besideOf(await snapshotOf(context, year), version, own.get(region) ?? []);
    found.push(...hintsOfVersion(version, beside).map((hint) => ({ region, year, month, hint })));
    await pause();
  }
  return found.toSorted((a, b) => riskOf([b.hint]) - riskOf([a.hint]));
}

/** What a version is compared with: what was accepted, and what the load says of the months before it. */
function besideOf(snapshot: Snapshot, version: FiguredVersion, own: readonly AcceptedFigure[]) {
  const { region, year, month } = version;
  const indicators = snapshot.indicators.map((indicator) => judgedOn(indicator, region, month, snapshot));
  const rowsOfRegion = <Row>(grouped: Grouped<Row>): readonly Row[] =>
    indicators.flatMap(({ code }) => rowsOf(grouped, region, code));
  const loaded = own.filter((figure) => compareMonths(figure, version) < 0 && figure.year >= year - 1);
  const isLoaded = (figure: AcceptedFigure): boolean =>
    loaded.some((one) => compareMonths(one, figure) === 0 && one.indicator === figure.indicator);
  const accepted = [...rowsOfRegion(snapshot.lastYear), ...rowsOfRegion(snapshot.figures)];
  return {
    accepted: [...accepted.filter((figure) => !isLoaded(figure)), ...loaded].toSorted(compareMonths),
    targets: rowsOfRegion(snapshot.targets),
    indicators,
    rule: ruleAt(snapshot, month),
  };
}

const asAccepted = ({ region, year, month, asOf, number, decidedAt, figures }: FiguredVersion): AcceptedFigure[] =>
  figures.map(({ indicator, cumulative, denominator, origin, source }) => ({
    region,
    year,
    month,
    asOf,
    number,
    decidedAt,
    indicator,
    cumulative,
    denominator,
    origin,
    source,
  }));
