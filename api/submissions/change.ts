/** The one way in which a month changes: who may, on which version, with its counters, its audit rows and its reply. */
import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { findCounters, raiseCounters } from '#db/submissions.ts';
import type { FiguredVersion, NewFigure, SubmissionKey, VersionRow } from '#db/submissions.ts';
import { regionSnapshotOf } from '../assessments/region-snapshot.ts';
import { readSnapshot } from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { Draft, Submission } from './contract.ts';
import { keepVersions } from './kept-versions.ts';
import { refusalOf, versionFor, visibleVersions, type SubmissionCommand } from './lifecycle.ts';
import { presentSubmission } from './present.ts';
import { openRecord, reopenRecord, type SubmissionRecord } from './submission-record.ts';
import { undoRefusal } from './undo-refusal.ts';

type Detail = Readonly<Record<string, unknown>>;

/** What the audit trail keeps of a change: of the month itself, and of other months that changed with it. */
export interface Work {
  readonly detail: Detail;
  readonly others?: readonly { readonly month: number; readonly detail: Detail }[];
}

/** A month as the audit trail names it: `2020-10/331100`. */
const objectOf = ({ region, year, month }: SubmissionKey): string =>
  `${year}-${String(month).padStart(2, '0')}/${region}`;

/** Raises the counters of a month that changes together with another one, so that whoever has it open is told. */
export async function raiseOther(tx: Writer, key: SubmissionKey): Promise<void> {
  const raised = await raiseCounters(tx, key, await findCounters(tx, key), 'sent');
  if (raised === null) throw new Error(`the counters of ${objectOf(key)} changed within one unit of work`);
}

/** Checks that the caller knew the newest state and may act, raises the counter, does the work, and replies with the month. */
export async function change(
  context: Context,
  command: SubmissionCommand | 'undo',
  key: SubmissionKey,
  request: unknown,
  work: (tx: Writer, record: SubmissionRecord) => Promise<Work>,
): Promise<Submission> {
  const object = objectOf(key);
  // What a bureau has not sent is nobody else's to see, and moves nothing.
  const reach =
    command === 'save'
      ? { changesStandings: false, seenOnlyBy: key.region }
      : // What is taken back may leave a month out of the list of those with figures, which only a whole reading says.
        {
          changesStandings: command === 'revoke' || command === 'undo' ? true : { region: key.region, year: key.year },
        };
  const kept = await regionSnapshotOf(context, key.year, key.region);
  const open = async (tx: Writer): Promise<SubmissionRecord> => {
    // What was kept still holds unless somebody changed a standing just before this unit of work began.
    const snapshot =
      (await currentRevision(tx)) === kept.revision ? kept : await readSnapshot(tx, key.year, { before: kept });
    return openRecord(tx, context, snapshot, key);
  };
  let changed: SubmissionRecord | null = null;
  const unit = async (tx: Writer) => {
    const record = await open(tx);
    if (context.basedOn === null) throw new Problem('version-required');
    if (context.basedOn !== versionFor(record.counters, context.actor.role)) throw staleVersion(record, context);
    const refusal =
      command === 'undo'
        ? undoRefusal(record.versions, context.actor, context.clock.now())
        : refusalOf(command, record, context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    const counters = await raiseCounters(tx, key, record.counters, command === 'save' ? 'draft' : 'sent');
    if (counters === null) throw staleVersion(await open(tx), context);
    const { detail, others = [] } = await work(tx, record);
    const months = [key.month, ...others.map(({ month }) => month)];
    const after = await reopenRecord(tx, { ...record, counters }, { command, months });
    const each = [
      { object, detail },
      ...others.map((one) => ({ object: objectOf({ ...key, ...one }), detail: one.detail })),
    ];
    changed = after;
    const reply = presentSubmission(after, context.actor);
    return { reply, kept: withoutRest(reply), detail, each };
  };
  const again = async (tx: Writer, answer: unknown) => {
    // A unit of work that failed and is tried once more may find that the same key was answered meanwhile.
    changed = null;
    // Audited: it is what `unit` kept of a reply of this function.
    return withRest(answer as Submission, presentSubmission(await open(tx), context.actor));
  };
  const asked = { action: `submission.${command}`, object, request, ...reach } as const;
  const reply = await runCommand(context, asked, unit, again);
  keepChanged(context, changed);
  return reply;
}

/** What a command left, which is committed by now, so that the next one reads none of it again. */
function keepChanged({ database }: Context, changed: SubmissionRecord | null): void {
  if (changed === null) return;
  const { counters, versions } = changed;
  keepVersions(database, changed, { counter: counters.version, versions });
}

/**
 * What is kept of a reply to answer a key again. What stands beside the inputs and the versions before the newest, which
 * change no more, are most of its bytes, and grow with a month's history.
 */
const withoutRest = (reply: Submission): Submission => ({
  ...reply,
  context: [],
  versions: reply.versions.slice(0, 1),
});

/** The reply again: as it was, with what was left out of it as that stands now. */
function withRest(reply: Submission, now: Submission): Submission {
  const [newest] = reply.versions;
  const isBefore = ({ number }: Submission['versions'][number]): boolean =>
    newest !== undefined && number < newest.number;
  const before = now.versions.filter(isBefore);
  const recent = reply.versions.length + now.versions.slice(0, now.recent).filter(isBefore).length;
  return { ...reply, context: now.context, versions: [...reply.versions, ...before], recent, earlier: now.earlier };
}

/**
 * Somebody else was first: who, and the month as it stands now, so that both values can be compared. Who saves a draft
 * is told to nobody else than its bureau.
 */
function staleVersion(record: SubmissionRecord, { actor }: Context): Problem {
  const [newest] = visibleVersions(record.versions, actor.role);
  const person = newest?.decidedAs?.name ??
    newest?.submittedAs?.name ??
    newest?.savedAs.name ?? { zh: '无人', en: 'Nobody' };
  const current = presentSubmission(record, actor);
  return new Problem('stale-version', { person, version: current.version }, { current });
}

export function checkReason(reason: string): void {
  if (isReason(reason)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

/** The policy has seen a version in the right state before it is asked for. */
export function newestOf({ versions }: SubmissionRecord): FiguredVersion {
  const [newest] = versions;
  if (newest === undefined) throw new Error('a month without a version was let through');
  return newest;
}

export const textsOf = ({ note = '', cause = '', remedies = '' }: Draft) => ({
  note: note.trim(),
  cause: cause.trim(),
  remedies: remedies.trim(),
});

export const saving = ({ actor, clock }: Context) => ({
  savedBy: actor.id,
  savedAs: actor.author,
  savedAt: clock.now().toISOString(),
});

/** The deadline is kept as it stands, so that a later one does not change whether this was in time. */
export const submitting = ({ actor, clock }: Context, { deadline }: Pick<SubmissionRecord, 'deadline'>) => ({
  dueOn: deadline.onTimeDay,
  submittedBy: actor.id,
  submittedAs: actor.author,
  submittedAt: clock.now().toISOString(),
});

export const decision = ({ actor, clock }: Context) => ({
  decidedBy: actor.id,
  decidedAs: actor.author,
  decidedAt: clock.now().toISOString(),
});

/** What nobody has sent, decided or taken back yet. */
export const undecided = {
  dueOn: null,
  submittedBy: null,
  submittedAs: null,
  submittedAt: null,
  decidedBy: null,
  decidedAs: null,
  decidedAt: null,
  returnReason: null,
  revokedBy: null,
  revokedAs: null,
  revokedAt: null,
  revokeReason: null,
  packageMonth: null,
  packageNumber: null,
  load: null,
  partial: null,
  sourceFile: null,
} as const;

type Begun = Omit<VersionRow, 'id' | 'region' | 'year' | 'month' | 'number' | keyof typeof undecided>;

export const newVersion = (
  { region, year, month, versions }: SubmissionRecord,
  begun: Begun & Partial<VersionRow>,
): VersionRow => ({
  ...undecided,
  ...begun,
  id: randomUUID(),
  region,
  year,
  month,
  number: (versions[0]?.number ?? 0) + 1,
});

/** What the audit trail keeps of figures: base units, a ratio's as numerator and denominator. */
export const amountsOf = (figures: readonly Pick<NewFigure, 'indicator' | 'cumulative' | 'denominator'>[]) =>
  Object.fromEntries(
    figures.map(({ indicator, cumulative, denominator = null }) => [
      indicator,
      denominator === null ? cumulative : [cumulative, denominator],
    ]),
  );
