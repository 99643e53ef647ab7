import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { countedAt } from './figures.ts';
import { inOrder } from './in-order.ts';
import { figures, submissions, submissionVersions } from './schema.ts';
import { seal } from './seals.ts';

/** One region's month. */
export interface SubmissionKey {
  readonly region: string;
  readonly year: number;
  readonly month: number;
}

export type VersionRow = typeof submissionVersions.$inferSelect;
export type FigureRow = typeof figures.$inferSelect;
export type NewFigure = Omit<typeof figures.$inferInsert, 'submissionVersion'>;

/** A version with what it reports, figures ordered by indicator. */
export interface FiguredVersion extends VersionRow {
  readonly figures: readonly FigureRow[];
}

/** `version` counts every change of a month, `sentVersion` only those that others than its bureau may see. */
export type MonthCounters = Pick<typeof submissions.$inferSelect, 'version' | 'sentVersion'>;

/** Which months: of some years, of every region or of some. */
export interface SubmissionScope {
  readonly years: readonly number[];
  readonly regions?: readonly string[] | undefined;
}

/** The counters that guard a month against overwriting; both 0 where nothing was saved yet. */
export async function findCounters(reader: Reader, key: SubmissionKey): Promise<MonthCounters> {
  const [row] = await countersOf(reader, keyOf(key));
  return row ?? { version: 0, sentVersion: 0 };
}

const countersOf = keptQuery((reader: Reader, key: SubmissionKey) =>
  reader
    .select({ version: submissions.version, sentVersion: submissions.sentVersion })
    .from(submissions)
    .where(isOf(submissions, key)),
);

/** The counters of all months that were ever saved, ordered by region, year and month. */
export async function listCounters(
  reader: Reader,
  scope: SubmissionScope,
): Promise<(typeof submissions.$inferSelect)[]> {
  return reader
    .select()
    .from(submissions)
    .where(within(submissions, scope))
    .orderBy(asc(submissions.region), asc(submissions.year), asc(submissions.month));
}

/** A month's versions with their figures, newest first; all, or those from a number on. */
export async function listVersions(reader: Reader, key: SubmissionKey, from = 0): Promise<FiguredVersion[]> {
  return withFigures(reader, inOrder(await versionsFrom(reader, { ...keyOf(key), from }), 'number').toReversed());
}

const versionsFrom = keptQuery((reader: Reader, { from, ...key }: SubmissionKey & { readonly from: number }) =>
  reader
    .select()
    .from(submissionVersions)
    .where(and(isOf(submissionVersions, key), gte(submissionVersions.number, from))),
);

/** All versions of the scope, by region, year and month, newest first; without figures. */
export async function listVersionRows(reader: Reader, { years, regions }: SubmissionScope): Promise<VersionRow[]> {
  const newestFirst = inOrder(await versionRowsIn(reader, { years, regions }), 'number').toReversed();
  return inOrder(newestFirst, 'region', 'year', 'month');
}

const versionRowsIn = keptQuery((reader: Reader, scope: SubmissionScope) =>
  reader.select().from(submissionVersions).where(within(submissionVersions, scope)),
);

/** The years that have versions in a state, rising. */
export async function listYearsInState(reader: Reader, state: VersionRow['state']): Promise<number[]> {
  const rows = await reader
    .selectDistinct({ year: submissionVersions.year })
    .from(submissionVersions)
    .where(eq(submissionVersions.state, state))
    .orderBy(asc(submissionVersions.year));
  return rows.map((row) => row.year);
}

/** What an account decided since an instant (ISO 8601), accepted or not, the newest first. */
export function listDecidedBy(reader: Reader, account: string, since: string): Promise<VersionRow[]> {
  const { decidedBy, decidedAt, region, year, month } = submissionVersions;
  return reader
    .select()
    .from(submissionVersions)
    .where(and(eq(decidedBy, account), gte(decidedAt, since)))
    .orderBy(desc(decidedAt), asc(region), asc(year), asc(month));
}

/** The months that have any accepted submission, of the scope or of the whole office, newest first. */
export async function listAcceptedMonths(
  reader: Reader,
  scope?: SubmissionScope,
  knownAt?: string,
): Promise<{ year: number; month: number }[]> {
  const months = await acceptedMonths(reader, { years: scope?.years, regions: scope?.regions, knownAt });
  return inOrder(months, 'year', 'month').toReversed();
}

const acceptedMonths = keptQuery((reader: Reader, { knownAt, ...scope }: AcceptedScope) =>
  reader
    .selectDistinct({ year: submissionVersions.year, month: submissionVersions.month })
    .from(submissionVersions)
    .where(and(countedAt(knownAt), within(submissionVersions, scope))),
);

type AcceptedScope = Any<SubmissionScope> & { readonly knownAt: string | undefined };

/** A scope that may be left out. */
type Any<Scope> = { readonly [Name in keyof Scope]: Scope[Name] | undefined };

/** The corrections of later months that were sent with one: by month. */
export async function listPackage(
  reader: Reader,
  { region, year, month, number }: SubmissionKey & { readonly number: number },
): Promise<FiguredVersion[]> {
  return withFigures(reader, inOrder(await packageOf(reader, { region, year, month, number }), 'month'));
}

const packageOf = keptQuery(
  (reader: Reader, { region, year, month, number }: SubmissionKey & { readonly number: number }) =>
    reader
      .select()
      .from(submissionVersions)
      .where(
        and(
          eq(submissionVersions.region, region),
          eq(submissionVersions.year, year),
          eq(submissionVersions.packageMonth, month),
          eq(submissionVersions.packageNumber, number),
        ),
      ),
);

/** The given versions with their figures, in the order given. */
export async function withFigures(reader: Reader, versions: readonly VersionRow[]): Promise<FiguredVersion[]> {
  if (versions.length === 0) return [];
  const ids = versions.map((version) => version.id);
  const rows = inOrder(await figuresOf(reader, { ids }), 'indicator');
  const byVersion = Map.groupBy(rows, (row) => row.submissionVersion);
  return versions.map((version) => ({ ...version, figures: byVersion.get(version.id) ?? [] }));
}

const figuresOf = keptQuery((reader: Reader, { ids }: { readonly ids: readonly string[] }) =>
  reader
    .select()
    .from(figures)
    .where(inArray(figures.submissionVersion, [...ids])),
);

/**
 * Raises a month's counters from those that a change was based on, 0 for the first, and gives them as they are now; null
 * where they were others, and then nothing was written. One statement decides, so that of two writers with one version the second is told.
 */
export async function raiseCounters(
  tx: Writer,
  key: SubmissionKey,
  basedOn: MonthCounters,
  change: 'draft' | 'sent',
): Promise<MonthCounters | null> {
  const raised = { version: basedOn.version + 1, sentVersion: basedOn.sentVersion + (change === 'sent' ? 1 : 0) };
  const row = { ...keyOf(key), ...raised };
  const rows =
    basedOn.version === 0 ? await firstCounters(tx, row) : await nextCounters(tx, { ...row, basedOn: basedOn.version });
  return rows.length === 1 ? raised : null;
}

const firstCounters = keptQuery((tx: Writer, row: typeof submissions.$inferInsert) =>
  tx.insert(submissions).values(row).onConflictDoNothing().returning({ version: submissions.version }),
);

const nextCounters = keptQuery(
  (
    tx: Writer,
    { basedOn, version, sentVersion, ...key }: SubmissionKey & MonthCounters & { readonly basedOn: number },
  ) =>
    tx
      .update(submissions)
      .set({ version, sentVersion })
      .where(and(isOf(submissions, key), eq(submissions.version, basedOn)))
      .returning({ version: submissions.version }),
);

/** Adds a version with its figures. */
export async function insertVersion(tx: Writer, version: VersionRow, reported: readonly NewFigure[]): Promise<void> {
  await insertVersions(tx, { rows: [version] });
  await insertFigures(tx, version.id, reported);
  seal(tx, 'submission_version', version.id);
}

/** Changes a version's state and what belongs to it. */
export async function updateVersion(tx: Writer, id: string, changes: Partial<Omit<VersionRow, 'id'>>): Promise<void> {
  await changeVersion(tx, { id, changes: [changes] });
  seal(tx, 'submission_version', id);
}

interface VersionChange {
  readonly id: string;
  readonly changes: readonly [Partial<Omit<VersionRow, 'id'>>];
}

const changeVersion = keptQuery((tx: Writer, { id, changes: [changes] }: VersionChange) =>
  tx.update(submissionVersions).set(changes).where(eq(submissionVersions.id, id)),
);

const insertVersions = keptQuery((tx: Writer, { rows }: { readonly rows: VersionRow[] }) =>
  tx.insert(submissionVersions).values(rows),
);

/** Puts a draft's figures in the place of those it had. */
export async function replaceFigures(tx: Writer, version: string, reported: readonly NewFigure[]): Promise<void> {
  await deleteFigures(tx, { version });
  await insertFigures(tx, version, reported);
  seal(tx, 'submission_version', version);
}

async function insertFigures(tx: Writer, version: string, reported: readonly NewFigure[]): Promise<void> {
  if (reported.length === 0) return;
  await insertReported(tx, { rows: reported.map((figure) => ({ ...figure, submissionVersion: version })) });
}

const deleteFigures = keptQuery((tx: Writer, { version }: { readonly version: string }) =>
  tx.delete(figures).where(eq(figures.submissionVersion, version)),
);

const insertReported = keptQuery((tx: Writer, { rows }: { readonly rows: (typeof figures.$inferInsert)[] }) =>
  tx.insert(figures).values(rows),
);

type Monthly = typeof submissions | typeof submissionVersions;

const isOf = (table: Monthly, { region, year, month }: SubmissionKey) =>
  and(eq(table.region, region), eq(table.year, year), eq(table.month, month));

/** The key alone of what may have more. */
const keyOf = ({ region, year, month }: SubmissionKey): SubmissionKey => ({ region, year, month });

const within = (table: Monthly, { years, regions }: Any<SubmissionScope>) =>
  and(
    years === undefined ? undefined : inArray(table.year, [...years]),
    regions === undefined ? undefined : inArray(table.region, [...regions]),
  );
