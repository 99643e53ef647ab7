/** What is sent, or decided alike, for many months at once. */
import { inArray, sql } from 'drizzle-orm';
import type { Writer } from '#db/dialect';
import { figures, submissions, submissionVersions } from './schema.ts';
import { seal } from './seals.ts';
import type { NewFigure, SubmissionKey, VersionRow } from './submissions.ts';

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
