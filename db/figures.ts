import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { byStanding } from '#api/measures/accepted.ts';
import type { Reader } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { inOrder } from './in-order.ts';
import { figures, submissionVersions } from './schema.ts';

/** Which figures: of some years, of all their months or of some, of every region or of some. */
export interface FigureScope {
  readonly years: readonly number[];
  readonly months?: readonly number[] | undefined;
  readonly regions?: readonly string[] | undefined;
}

/** The figures that counted, or waited, at an instant; left out for those that do now. */
interface AsKnown {
  readonly knownAt?: string | undefined;
}

interface MonthFigure {
  readonly region: string;
  readonly year: number;
  readonly month: number;
  readonly indicator: string;
  readonly asOf: string;
  /** Base units; a ratio's numerator. */
  readonly cumulative: number;
  readonly denominator: number | null;
  readonly origin: (typeof figures.$inferSelect)['origin'];
  readonly source: string | null;
  /** Of the version that has it. */
  readonly number: number;
}

/** A figure that counts. */
export interface AcceptedFigure extends MonthFigure {
  readonly decidedAt: string | null;
}

/** A figure that waits for review and moves nothing. */
export interface PendingFigure extends MonthFigure {
  readonly submittedAt: string | null;
}

/**
 * The figures that count, ordered by region, year, month and indicator. Accepted figures are a view of versions: of a
 * region's month, each indicator's figure is that of the last accepted version by `byStanding` that has one.
 */
export async function listAcceptedFigures(reader: Reader, scope: FigureScope & AsKnown): Promise<AcceptedFigure[]> {
  return standingOfEach(byMonth(await countedFigures(reader, scopeOf(scope))));
}

/**
 * A region's month may have been corrected a hundred times, of which one figure counts, so that of one region the database
 * keeps the others to itself. Of many regions, most of whose months have one version, sorting them there would cost more.
 */
const countedFigures = (reader: Reader, scope: FigureScope & AsKnown) =>
  scope.regions?.length === 1 ? standingFigures(reader, scope) : allFigures(reader, scope);

const allFigures = keptQuery((reader: Reader, scope: FigureScope & AsKnown) =>
  reader
    .select(countedFigure)
    .from(figures)
    .innerJoin(submissionVersions, eq(submissionVersions.id, figures.submissionVersion))
    .where(and(countedAt(scope.knownAt), within(scope))),
);

const standingFigures = keptQuery((reader: Reader, scope: FigureScope & AsKnown) => {
  const ranked = reader
    .select({ ...countedFigure, place: placeOfFigure.as('place') })
    .from(figures)
    .innerJoin(submissionVersions, eq(submissionVersions.id, figures.submissionVersion))
    .where(and(countedAt(scope.knownAt), within(scope)))
    .as('ranked');
  const { region, year, month, indicator, asOf, cumulative, denominator, origin, source, number, decidedAt } = ranked;
  const standing = { region, year, month, indicator, asOf, cumulative, denominator, origin, source, number, decidedAt };
  return reader.select(standing).from(ranked).where(eq(ranked.place, 1));
});

/** 1 for the figure that counts of a region's month, by `byStanding`. */
const placeOfFigure = sql<number>`row_number() over (partition by ${submissionVersions.region}, ${submissionVersions.year}, ${submissionVersions.month}, ${figures.indicator} order by ${submissionVersions.asOf} desc, ${submissionVersions.number} desc)`;

/** The figures that wait for review, in the same order. A month has one open version at most, so no older one is among them. */
export async function listPendingFigures(reader: Reader, scope: FigureScope & AsKnown): Promise<PendingFigure[]> {
  return byMonth(await waitingFigures(reader, scopeOf(scope)));
}

const waitingFigures = keptQuery((reader: Reader, scope: FigureScope & AsKnown) =>
  reader
    .select({ ...monthFigure, submittedAt: submissionVersions.submittedAt })
    .from(figures)
    .innerJoin(submissionVersions, eq(submissionVersions.id, figures.submissionVersion))
    .where(and(waitedAt(scope.knownAt), within(scope))),
);

/** What is asked for and nothing else that the caller's object may have. */
const scopeOf = ({ years, months, regions, knownAt }: FigureScope & AsKnown) => ({ years, months, regions, knownAt });

/** The versions that counted at an instant: accepted by then, and not taken back by then. A row without an instant always was. */
export function countedAt(knownAt: string | undefined): SQL | undefined {
  const { state, decidedAt, revokedAt } = submissionVersions;
  if (knownAt === undefined) return eq(state, 'accepted');
  return and(
    inArray(state, ['accepted', 'revoked']),
    or(isNull(decidedAt), lte(decidedAt, knownAt)),
    or(isNull(revokedAt), gt(revokedAt, knownAt)),
  );
}

/** The versions that waited for the department at an instant: sent by then, and decided or withdrawn later if at all. */
function waitedAt(knownAt: string | undefined): SQL | undefined {
  const { state, submittedAt, decidedAt } = submissionVersions;
  if (knownAt === undefined) return eq(state, 'submitted');
  return and(lte(submittedAt, knownAt), or(gt(decidedAt, knownAt), eq(state, 'submitted')));
}

const monthFigure = {
  region: submissionVersions.region,
  year: submissionVersions.year,
  month: submissionVersions.month,
  indicator: figures.indicator,
  asOf: submissionVersions.asOf,
  cumulative: figures.cumulative,
  denominator: figures.denominator,
  origin: figures.origin,
  source: figures.source,
  number: submissionVersions.number,
};

const countedFigure = { ...monthFigure, decidedAt: submissionVersions.decidedAt };

const byMonth = <Row extends MonthFigure>(rows: readonly Row[]): Row[] =>
  inOrder<Row, keyof MonthFigure>(rows, 'region', 'year', 'month', 'indicator');

function within({ years, months, regions }: FigureScope) {
  return and(
    inArray(submissionVersions.year, [...years]),
    months === undefined ? undefined : inArray(submissionVersions.month, [...months]),
    regions === undefined ? undefined : inArray(submissionVersions.region, [...regions]),
  );
}

/** Keeps of each run of rows about the same figure the one that counts. */
function standingOfEach(rows: readonly AcceptedFigure[]): AcceptedFigure[] {
  const kept: AcceptedFigure[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last === undefined || !isSameFigure(last, row)) kept.push(row);
    else if (byStanding(last, row) < 0) kept[kept.length - 1] = row;
  }
  return kept;
}

function isSameFigure(one: MonthFigure, other: MonthFigure): boolean {
  return (
    one.region === other.region &&
    one.year === other.year &&
    one.month === other.month &&
    one.indicator === other.indicator
  );
}
