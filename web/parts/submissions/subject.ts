/** What a form is about: the month's submission with everything that its cells are read and judged by. */
import type { Indicator } from '#api/indicators/contract.ts';
import { isRequiredIn } from '#api/indicators/lifecycle.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { ruleAt } from '#api/rules/lifecycle.ts';
import type { InputContext, Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { acceptedVersions, tellingVersions, wholeVersion } from '#api/submissions/lifecycle.ts';
import { cumulativeBefore } from '#api/submissions/preview.ts';

export interface Subject {
  readonly submission: Submission;
  /** The indicators that are reported, in the department's order. */
  readonly indicators: readonly Indicator[];
  readonly context: ReadonlyMap<string, InputContext>;
  /** The cumulative that each row's increment is added to, base units; null where it is not known. */
  readonly bases: ReadonlyMap<string, number | null>;
  /** What the rule in force asks; null where there is no rule at all. */
  readonly conditions: Rule['conditions'] | null;
}

/** Puts a form's subject together. */
export function subjectOf(
  submission: Submission,
  indicators: ReadonlyMap<string, Indicator>,
  rules: readonly RuleDetail[],
): Subject {
  const context = new Map(submission.context.map((each) => [each.indicator, each]));
  const reported = [...indicators.values()]
    .filter((indicator) => context.has(indicator.code))
    .map((indicator) => ({ ...indicator, required: isRequiredIn(indicator, submission) }));
  const bases = reported.map((indicator): [string, number | null] => {
    const beside = context.get(indicator.code);
    const before = beside === undefined ? null : cumulativeBefore(indicator, beside, submission.month);
    return [indicator.code, before?.cumulative ?? null];
  });
  return {
    submission,
    indicators: reported,
    context,
    bases: new Map(bases),
    conditions: rules.length === 0 ? null : ruleAt({ rules, year: submission.year }, submission.month).conditions,
  };
}

/** A version's figures by indicator. */
export function figuresOf(version: Pick<SubmissionVersion, 'figures'> | null): ReadonlyMap<string, FigureReply> {
  return new Map((version?.figures ?? []).map((figure) => [figure.indicator, figure]));
}

/** The version that a form goes on from: the draft, or what was returned; null where it starts anew. */
export function versionToEdit(submission: Submission): SubmissionVersion | null {
  const newest = submission.versions[0];
  const isOpen = newest?.state === 'draft' || newest?.state === 'returned' || newest?.state === 'revoked';
  return isOpen ? newest : null;
}

/** The version that came back, by a return or by taking its acceptance back, which a mended one is compared with; null where nothing came back since the last acceptance. */
export function returnedVersion(submission: Submission): SubmissionVersion | null {
  const decided = tellingVersions(submission.versions);
  const latest = decided.find(({ state }) => state === 'returned' || state === 'accepted' || state === 'revoked');
  return latest === undefined || latest.state === 'accepted' ? null : latest;
}

/** The accepted figures that stand for the month: a correction replaces only what it names. */
export function standingFigures({ versions }: Submission): readonly FigureReply[] {
  const accepted = acceptedVersions(versions);
  return [...new Map(accepted.flatMap(({ figures }) => figures.map((figure) => [figure.indicator, figure]))).values()];
}

/** The newest version that is not mere history; undefined where there is none. */
export function currentVersion({ versions }: Submission): SubmissionVersion | undefined {
  return tellingVersions(versions)[0];
}

/** The figures of the current version, on top of the accepted ones where it is a correction. */
export function shownFigures(submission: Submission): ReadonlyMap<string, FigureReply> {
  const newest = currentVersion(submission);
  const below = newest?.kind === 'correction' ? standingFigures(submission) : [];
  return new Map([...below, ...(newest?.figures ?? [])].map((figure) => [figure.indicator, figure]));
}

/** What the current version answers in the place of figures, on top of what stands where it is a correction. */
export function shownAbsences(submission: Submission): SubmissionVersion['absences'] {
  const newest = currentVersion(submission);
  if (newest?.kind !== 'correction') return newest?.absences ?? {};
  const shown = new Map<string, SubmissionVersion['absences'][string]>();
  const below = acceptedVersions(submission.versions).filter(({ number }) => number !== newest.number);
  for (const { kind, entered, absences, figures } of [...below, newest]) {
    if (kind === 'submission' && entered === null) shown.clear();
    for (const { indicator } of figures) shown.delete(indicator);
    for (const [indicator, absence] of Object.entries(absences)) shown.set(indicator, absence);
  }
  return Object.fromEntries(shown);
}

/** The days that a submission may be as of: after an acceptance only later ones than the accepted. */
export function submissionWindow({ versions, asOf }: Submission): {
  readonly earliest: string;
  readonly latest: string;
} {
  const standing = wholeVersion(versions);
  if (standing === null || standing.asOf >= asOf.latest) return asOf;
  const next = Number(standing.asOf.slice(8)) + 1;
  return { ...asOf, earliest: `${standing.asOf.slice(0, 8)}${String(next).padStart(2, '0')}` };
}
