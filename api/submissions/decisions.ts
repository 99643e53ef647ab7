/** What the department decides on a month. A correction that was sent with those of later months is decided together with them. */
import type { Writer } from '#db/dialect';
import { listPackage, updateVersion } from '#db/submissions.ts';
import type { FiguredVersion, SubmissionKey, VersionRow } from '#db/submissions.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { change, checkReason, decision, newestOf, raiseOther, type Work } from './change.ts';
import type { Submission } from './contract.ts';
import { issuedOn } from './issued.ts';
import { standingVersion } from './lifecycle.ts';
import { tellOfDecision } from './tell-of-decision.ts';

/**
 * Accepts what was submitted; from then on its figures count.
 * @throws Problem `stale-version`, `illegal-transition`, `own-submission`, `part-of-package`
 */
export async function accept(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'accept', key, {}, async (tx, record) => {
    const version = newestOf(record);
    const done = await decideAll(tx, version, { state: 'accepted', ...decision(context) });
    const became = version.kind === 'correction' ? 'corrected' : 'accepted';
    await tellOfDecision(tx, context.clock.now(), key, { decision: became, note: null, number: version.number });
    return done({ kind: version.kind });
  });
}

/**
 * Returns what was submitted to the bureau.
 * @throws Problem `stale-version`, `illegal-transition`, `own-submission`, `reason-required`, `part-of-package`
 */
export async function returnSubmission(context: Context, key: SubmissionKey, reason: string): Promise<Submission> {
  return change(context, 'return', key, { reason }, async (tx, record) => {
    checkReason(reason);
    const note = reason.trim();
    const version = newestOf(record);
    const done = await decideAll(tx, version, { state: 'returned', returnReason: note, ...decision(context) });
    await tellOfDecision(tx, context.clock.now(), key, { decision: 'returned', note, number: version.number });
    return done({ kind: version.kind, reason: note });
  });
}

/**
 * Takes an acceptance back: its figures count no more, and the bureau sends the month anew, for a second person to accept.
 * @throws Problem `stale-version`, `illegal-transition`, `reason-required`, `part-of-package`, `already-issued`
 */
export async function revoke(context: Context, key: SubmissionKey, reason: string): Promise<Submission> {
  return change(context, 'revoke', key, { reason }, async (tx, { versions }) => {
    checkReason(reason);
    const note = reason.trim();
    const version = standingVersion(versions);
    if (version === null) throw new Error('a month without accepted figures was let through');
    const issued = await issuedOn(tx, version);
    if (issued !== null) throw new Problem('already-issued', issued);
    const by = { revokedBy: context.actor.id, revokedAs: context.actor.author };
    const taken = {
      state: 'revoked',
      revokeReason: note,
      revokedAt: context.clock.now().toISOString(),
      ...by,
    } as const;
    const done = await decideAll(tx, version, taken);
    await tellOfDecision(tx, context.clock.now(), key, { decision: 'revoked', note, number: version.number });
    return done({ kind: version.kind, reason: note });
  });
}

/** Decides on a version and on those that were sent with it; gives what the audit trail keeps of each. */
export async function decideAll(
  tx: Writer,
  version: FiguredVersion,
  decided: Partial<Omit<VersionRow, 'id'>>,
): Promise<(said: Readonly<Record<string, unknown>>) => Work> {
  const others = await listPackage(tx, version);
  await updateVersion(tx, version.id, decided);
  for (const other of others) {
    await raiseOther(tx, other);
    await updateVersion(tx, other.id, decided);
  }
  return (said) => {
    const detailOf = ({ number, asOf }: FiguredVersion) => ({ number, asOf, ...said });
    return {
      detail: detailOf(version),
      others: others.map((other) => ({ month: other.month, detail: { ...detailOf(other), with: version.month } })),
    };
  };
}
