/** What a form is about: the month's submission with everything that its cells are read and judged by. */
import type { Indicator } from '#api/indicators/contract.ts';
import { compareMonths } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { InputContext, Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { standingVersion } from '#api/submissions/lifecycle.ts';
import { cumulativeBefore } from '#api/submissions/preview.ts';

export interface Subject {
  readonly submission: Submission;
  /** The indicators that are reported, in the department's order. */
  readonly indicators: readonly Indicator[];
  readonly context: ReadonlyMap<string, InputContext>;
  /** The cumulative that each row's increment is added to, base units; null where it is not known. */
  readonly bases: ReadonlyMap<string, number | null>;
  /** The rule in force; null where there is none yet. */
  readonly conditions: Rule['conditions'] | null;
}

/** Puts a form's subject together. */
export function subjectOf(
  submission: Submission,
  indicators: ReadonlyMap<string, Indicator>,
  rules: readonly RuleDetail[],
): Subject {
  const context = new Map(submission.context.map((each) => [each.indicator, each]));
  const reported = [...indicators.values()].filter((indicator) => context.has(indicator.code));
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
    conditions: conditionsAt(rules, submission),
  };
}

/** The conditions in force at a month: those of the newest rule that took effect by then; rules come newest first. */
export function conditionsAt(rules: readonly RuleDetail[], at: YearMonth): Rule['conditions'] | null {
  const inForce = rules.find(
    (rule) => compareMonths({ year: rule.effectiveYear, month: rule.effectiveMonth }, at) <= 0,
  );
  return inForce?.conditions ?? null;
}

/** A version's figures by indicator. */
export function figuresOf(version: Pick<SubmissionVersion, 'figures'> | null): ReadonlyMap<string, FigureReply> {
  return new Map((version?.figures ?? []).map((figure) => [figure.indicator, figure]));
}

/** The version that a form goes on from: the draft, or what was returned; null where it starts anew. */
export function versionToEdit(submission: Submission): SubmissionVersion | null {
  const newest = submission.versions[0];
  return newest?.state === 'draft' || newest?.state === 'returned' ? newest : null;
}

/** The returned version that a mended submission is compared with; null where nothing came back since the last acceptance. */
export function returnedVersion(submission: Submission): SubmissionVersion | null {
  const latest = submission.versions.find((version) => version.state === 'returned' || version.state === 'accepted');
  return latest?.state === 'returned' ? latest : null;
}

/** The accepted figures that stand for the month: a correction replaces only what it names. */
export function standingFigures({ versions }: Submission): readonly FigureReply[] {
  const accepted = versions
    .filter(({ state }) => state === 'accepted')
    .toSorted((a, b) => (a.asOf === b.asOf ? a.number - b.number : a.asOf < b.asOf ? -1 : 1));
  return [...new Map(accepted.flatMap(({ figures }) => figures.map((figure) => [figure.indicator, figure]))).values()];
}

/** The figures of the newest version, on top of the accepted ones where it is a correction. */
export function shownFigures(submission: Submission): ReadonlyMap<string, FigureReply> {
  const newest = submission.versions[0] ?? null;
  const below = newest?.kind === 'correction' ? standingFigures(submission) : [];
  return new Map([...below, ...(newest?.figures ?? [])].map((figure) => [figure.indicator, figure]));
}

/** The days that a submission may be as of: after an acceptance only later ones than the accepted. */
export function submissionWindow({ versions, asOf }: Submission): {
  readonly earliest: string;
  readonly latest: string;
} {
  const standing = standingVersion(versions);
  if (standing === null || standing.asOf >= asOf.latest) return asOf;
  const next = Number(standing.asOf.slice(8)) + 1;
  return { ...asOf, earliest: `${standing.asOf.slice(0, 8)}${String(next).padStart(2, '0')}` };
}
