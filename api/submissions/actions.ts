import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { insertVersion, raiseCounters, replaceFigures, updateVersion } from '#db/submissions.ts';
import type { FiguredVersion, NewFigure, SubmissionKey, VersionRow } from '#db/submissions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Draft, Submission } from './contract.ts';
import { readSnapshot, snapshotOf } from '../assessments/snapshot.ts';
import { openRecord, reopenRecord, type SubmissionRecord } from './submission-record.ts';
import { refusalOf, versionFor, visibleVersions, type SubmissionCommand } from './lifecycle.ts';
import { isReason } from '../http/reason.ts';
import { presentSubmission } from './present.ts';
import { settleOnSending, tellOfDecision } from './tell-of-decision.ts';
import { checkComplete, checkExplained, readReport } from './report.ts';

/**
 * One month as the caller sees it; an official does not see what a bureau has not sent.
 * @throws Problem `not-found`, `month-not-open`
 */
export async function getSubmission(context: Context, key: SubmissionKey): Promise<Submission> {
  const snapshot = await snapshotOf(context, key.year);
  return presentSubmission(await openRecord(context.database.reader, context, snapshot, key), context.actor);
}

/**
 * Saves a draft in the place of the one before; after a return or an acceptance it begins a new version.
 * @throws Problem `stale-version`, `illegal-transition`, `as-of-…`, and what `readFigures` finds in the figures
 */
export async function saveDraft(context: Context, key: SubmissionKey, draft: Draft): Promise<Submission> {
  return change(context, 'save', key, draft, async (tx, record) => {
    const { figures, ...said } = readReport('submission', draft, record);
    const { asOf } = said;
    const saved = { ...said, ...textsOf(draft), ...saving(context) };
    const [newest] = record.versions;
    if (newest?.state === 'draft') {
      await updateVersion(tx, newest.id, saved);
      await replaceFigures(tx, newest.id, figures);
      return { number: newest.number, asOf, figures: amountsOf(figures) };
    }
    const version = newVersion(record, { kind: 'submission', state: 'draft', ...saved });
    await insertVersion(tx, version, figures);
    return { number: version.number, asOf, figures: amountsOf(figures) };
  });
}

/**
 * Sends the draft to the department.
 * @throws Problem `stale-version`, `illegal-transition`, `figures-missing`, `word-required`, `explanation-required`
 */
export async function submit(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'submit', key, {}, async (tx, record) => {
    const draft = newestOf(record);
    checkComplete(draft, record);
    checkExplained(draft, record);
    await updateVersion(tx, draft.id, { state: 'submitted', ...submitting(context, record) });
    await settleOnSending(tx, context.clock.now(), key, draft.asOf);
    return { number: draft.number, asOf: draft.asOf, figures: amountsOf(draft.figures) };
  });
}

/**
 * Takes back what waits for the department: the version that was sent stays as withdrawn, and a draft with all that it says
 * is begun.
 * @throws Problem `stale-version`, `illegal-transition`, `month-closed`
 */
export async function withdraw(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'withdraw', key, {}, async (tx, record) => {
    const { id, number, asOf, figures, note, cause, remedies, absences, words } = newestOf(record);
    await updateVersion(tx, id, { state: 'withdrawn', ...decision(context) });
    const said = { asOf, note, cause, remedies, absences, words };
    const draft = { kind: 'submission', state: 'draft', ...said, ...saving(context) } as const;
    await insertVersion(tx, newVersion(record, draft), figures);
    return { number, asOf };
  });
}

/**
 * Accepts what was submitted; from then on its figures count.
 * @throws Problem `stale-version`, `illegal-transition`, `own-submission`
 */
export async function accept(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'accept', key, {}, async (tx, record) => {
    const { id, number, kind, asOf } = newestOf(record);
    await updateVersion(tx, id, { state: 'accepted', ...decision(context) });
    const decided = kind === 'correction' ? 'corrected' : 'accepted';
    await tellOfDecision(tx, context.clock.now(), key, { decision: decided, note: null, number });
    return { number, kind, asOf };
  });
}

/**
 * Returns what was submitted to the bureau.
 * @throws Problem `stale-version`, `illegal-transition`, `own-submission`, `reason-required`
 */
export async function returnSubmission(context: Context, key: SubmissionKey, reason: string): Promise<Submission> {
  return change(context, 'return', key, { reason }, async (tx, record) => {
    checkReason(reason);
    const { id, number, kind, asOf } = newestOf(record);
    await updateVersion(tx, id, { state: 'returned', returnReason: reason.trim(), ...decision(context) });
    await tellOfDecision(tx, context.clock.now(), key, { decision: 'returned', note: reason.trim(), number });
    return { number, kind, asOf, reason: reason.trim() };
  });
}

/**
 * Sends a correction of accepted figures, with its reason first in the note. It may hold only what changes; the accepted
 * figures stand until it is accepted.
 * @throws Problem `reason-required` and whatever saving and submitting throw
 */
export async function correct(
  context: Context,
  key: SubmissionKey,
  { reason, ...draft }: Draft & { readonly reason: string },
): Promise<Submission> {
  return change(context, 'correct', key, { reason, ...draft }, async (tx, record) => {
    checkReason(reason);
    const { figures, asOf, absences, words } = readReport('correction', draft, record);
    if (figures.length === 0) checkComplete({ figures, absences, words }, record);
    const texts = textsOf(draft);
    const version = newVersion(record, {
      ...texts,
      kind: 'correction',
      state: 'submitted',
      asOf,
      absences,
      words,
      note: [reason.trim(), texts.note].filter((text) => text !== '').join('\n'),
      ...saving(context),
      ...submitting(context, record),
    });
    checkExplained({ ...version, figures }, record);
    await insertVersion(tx, version, figures);
    const before = record.accepted.filter(({ year, month }) => year === record.year && month === record.month);
    return {
      number: version.number,
      asOf,
      reason: reason.trim(),
      before: amountsOf(before),
      figures: amountsOf(figures),
    };
  });
}

/** Checks that the caller knew the newest state and may act, raises the counter, does the work, and replies with the month. */
async function change(
  context: Context,
  command: SubmissionCommand,
  key: SubmissionKey,
  request: unknown,
  work: (tx: Writer, record: SubmissionRecord) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Submission> {
  const object = `${key.year}-${String(key.month).padStart(2, '0')}/${key.region}`;
  // What a bureau has not sent is nobody else's to see, and moves nothing.
  const reach =
    command === 'save'
      ? { changesStandings: false, seenOnlyBy: key.region }
      : { changesStandings: { region: key.region, year: key.year } };
  const kept = await snapshotOf(context, key.year);
  return runCommand(context, { action: `submission.${command}`, object, request, ...reach }, async (tx) => {
    // What was kept still holds unless somebody changed a standing just before this unit of work began.
    const snapshot =
      (await currentRevision(tx)) === kept.revision ? kept : await readSnapshot(tx, key.year, { before: kept });
    const record = await openRecord(tx, context, snapshot, key);
    if (context.basedOn === null) throw new Problem('version-required');
    if (context.basedOn !== versionFor(record.counters, context.actor.role)) throw staleVersion(record, context);
    const refusal = refusalOf(command, record, context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    const counters = await raiseCounters(tx, key, record.counters, command === 'save' ? 'draft' : 'sent');
    if (counters === null) throw staleVersion(await openRecord(tx, context, snapshot, key), context);
    const detail = await work(tx, record);
    const after = await reopenRecord(tx, { ...record, counters }, command);
    return { reply: presentSubmission(after, context.actor), detail };
  });
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

function checkReason(reason: string): void {
  if (isReason(reason)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

/** The policy has seen a version in the right state before it is asked for. */
function newestOf({ versions }: SubmissionRecord): FiguredVersion {
  const [newest] = versions;
  if (newest === undefined) throw new Error('a month without a version was let through');
  return newest;
}

const textsOf = ({ note = '', cause = '', remedies = '' }: Draft) => ({
  note: note.trim(),
  cause: cause.trim(),
  remedies: remedies.trim(),
});

const saving = ({ actor, clock }: Context) => ({
  savedBy: actor.id,
  savedAs: actor.author,
  savedAt: clock.now().toISOString(),
});

/** The deadline is kept as it stands, so that a later one does not change whether this was in time. */
const submitting = ({ actor, clock }: Context, { deadline }: SubmissionRecord) => ({
  dueOn: deadline.onTimeDay,
  submittedBy: actor.id,
  submittedAs: actor.author,
  submittedAt: clock.now().toISOString(),
});

const decision = ({ actor, clock }: Context) => ({
  decidedBy: actor.id,
  decidedAs: actor.author,
  decidedAt: clock.now().toISOString(),
});

const undecided = {
  dueOn: null,
  submittedBy: null,
  submittedAs: null,
  submittedAt: null,
  decidedBy: null,
  decidedAs: null,
  decidedAt: null,
  returnReason: null,
  load: null,
} as const;

type Begun = Omit<VersionRow, 'id' | 'region' | 'year' | 'month' | 'number' | keyof typeof undecided>;

const newVersion = (
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
const amountsOf = (figures: readonly Pick<NewFigure, 'indicator' | 'cumulative' | 'denominator'>[]) =>
  Object.fromEntries(
    figures.map(({ indicator, cumulative, denominator = null }) => [
      indicator,
      denominator === null ? cumulative : [cumulative, denominator],
    ]),
  );
