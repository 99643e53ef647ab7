import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { countedAt } from './figures.ts';
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
  readonly regions?: readonly string[];
}

/** The counters that guard a month against overwriting; both 0 where nothing was saved yet. */
export async function findCounters(reader: Reader, key: SubmissionKey): Promise<MonthCounters> {
  const [row] = await reader
    .select({ version: submissions.version, sentVersion: submissions.sentVersion })
    .from(submissions)
    .where(isOf(submissions, key));
  return row ?? { version: 0, sentVersion: 0 };
}

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

/** A month's versions with their figures, newest first. */
export async function listVersions(reader: Reader, key: SubmissionKey): Promise<FiguredVersion[]> {
  const versions = await reader
    .select()
    .from(submissionVersions)
    .where(isOf(submissionVersions, key))
    .orderBy(desc(submissionVersions.number));
  return withFigures(reader, versions);
}

/** All versions of the scope, by region, year and month, newest first; without figures. */
export async function listVersionRows(reader: Reader, scope: SubmissionScope): Promise<VersionRow[]> {
  return reader
    .select()
    .from(submissionVersions)
    .where(within(submissionVersions, scope))
    .orderBy(
      asc(submissionVersions.region),
      asc(submissionVersions.year),
      asc(submissionVersions.month),
      desc(submissionVersions.number),
    );
}

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
  return reader
    .selectDistinct({ year: submissionVersions.year, month: submissionVersions.month })
    .from(submissionVersions)
    .where(and(countedAt(knownAt), scope === undefined ? undefined : within(submissionVersions, scope)))
    .orderBy(desc(submissionVersions.year), desc(submissionVersions.month));
}

/** The corrections of later months that were sent with one: by month. */
export async function listPackage(
  reader: Reader,
  { region, year, month, number }: SubmissionKey & { readonly number: number },
): Promise<FiguredVersion[]> {
  const rows = await reader
    .select()
    .from(submissionVersions)
    .where(
      and(
        eq(submissionVersions.region, region),
        eq(submissionVersions.year, year),
        eq(submissionVersions.packageMonth, month),
        eq(submissionVersions.packageNumber, number),
      ),
    )
    .orderBy(asc(submissionVersions.month));
  return withFigures(reader, rows);
}

/** The given versions with their figures, in the order given. */
export async function withFigures(reader: Reader, versions: readonly VersionRow[]): Promise<FiguredVersion[]> {
  if (versions.length === 0) return [];
  const ids = versions.map((version) => version.id);
  const rows = await reader
    .select()
    .from(figures)
    .where(inArray(figures.submissionVersion, ids))
    .orderBy(asc(figures.submissionVersion), asc(figures.indicator));
  const byVersion = Map.groupBy(rows, (row) => row.submissionVersion);
  return versions.map((version) => ({ ...version, figures: byVersion.get(version.id) ?? [] }));
}

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
  const rows =
    basedOn.version === 0
      ? await tx
          .insert(submissions)
          .values({ ...key, ...raised })
          .onConflictDoNothing()
          .returning({ version: submissions.version })
      : await tx
          .update(submissions)
          .set(raised)
          .where(and(isOf(submissions, key), eq(submissions.version, basedOn.version)))
          .returning({ version: submissions.version });
  return rows.length === 1 ? raised : null;
}

/** Adds a version with its figures. */
export async function insertVersion(tx: Writer, version: VersionRow, reported: readonly NewFigure[]): Promise<void> {
  await tx.insert(submissionVersions).values(version);
  await insertFigures(tx, version.id, reported);
  seal(tx, 'submission_version', version.id);
}

/** A version with the figures that are to be kept of it. */
export interface NewVersion {
  readonly version: VersionRow;
  readonly figures: readonly NewFigure[];
}

/**
 * Adds what is sent for many months at once and raises the counters of those months, whatever they are. A month may be among
 * them once.
 */
export async function insertSentVersions(tx: Writer, sent: readonly NewVersion[]): Promise<void> {
  if (sent.length === 0) return;
  await raiseSentCounters(
    tx,
    sent.map(({ version }) => version),
  );
  await tx.insert(submissionVersions).values(sent.map(({ version }) => version));
  const reported = sent.flatMap(({ version, figures: own }) =>
    own.map((figure) => ({ ...figure, submissionVersion: version.id })),
  );
  if (reported.length > 0) await tx.insert(figures).values(reported);
  for (const { version } of sent) seal(tx, 'submission_version', version.id);
}

/** Decides alike on versions that were sent, each of a month of its own, and raises the counters of those months. */
export async function decideVersions(
  tx: Writer,
  versions: readonly VersionRow[],
  decision: Partial<Omit<VersionRow, 'id'>>,
): Promise<void> {
  if (versions.length === 0) return;
  const ids = versions.map(({ id }) => id);
  await raiseSentCounters(tx, versions);
  await tx.update(submissionVersions).set(decision).where(inArray(submissionVersions.id, ids));
  for (const id of ids) seal(tx, 'submission_version', id);
}

async function raiseSentCounters(tx: Writer, months: readonly SubmissionKey[]): Promise<void> {
  await tx
    .insert(submissions)
    .values(months.map(({ region, year, month }) => ({ region, year, month, version: 1, sentVersion: 1 })))
    .onConflictDoUpdate({
      target: [submissions.region, submissions.year, submissions.month],
      set: { version: sql`${submissions.version} + 1`, sentVersion: sql`${submissions.sentVersion} + 1` },
    });
}

/** Changes a version's state and what belongs to it. */
export async function updateVersion(tx: Writer, id: string, changes: Partial<Omit<VersionRow, 'id'>>): Promise<void> {
  await tx.update(submissionVersions).set(changes).where(eq(submissionVersions.id, id));
  seal(tx, 'submission_version', id);
}

/** Puts a draft's figures in the place of those it had. */
export async function replaceFigures(tx: Writer, version: string, reported: readonly NewFigure[]): Promise<void> {
  await tx.delete(figures).where(eq(figures.submissionVersion, version));
  await insertFigures(tx, version, reported);
  seal(tx, 'submission_version', version);
}

async function insertFigures(tx: Writer, version: string, reported: readonly NewFigure[]): Promise<void> {
  if (reported.length === 0) return;
  await tx.insert(figures).values(reported.map((figure) => ({ ...figure, submissionVersion: version })));
}

type Monthly = typeof submissions | typeof submissionVersions;

const isOf = (table: Monthly, { region, year, month }: SubmissionKey) =>
  and(eq(table.region, region), eq(table.year, year), eq(table.month, month));

const within = (table: Monthly, { years, regions }: SubmissionScope) =>
  and(inArray(table.year, [...years]), regions === undefined ? undefined : inArray(table.region, [...regions]));
