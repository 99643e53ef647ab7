/** From stored rows to the replies of this feature, as far as a person may see them. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { FiguredVersion, SubmissionKey } from '#db/submissions.ts';
import type { Actor } from '../http/context.ts';
import type { RuleRow } from '#db/rules.ts';
import type { Hint, Submission, SubmissionVersion } from './contract.ts';
import {
  inputContextOf,
  presentFigure,
  previewed,
  type SubmissionRecord,
  type Surroundings,
} from './submission-record.ts';
import { absenceHint, hintsOf } from './hints.ts';
import { receiptOf } from './receipt.ts';
import { statusFor, isClosedToReports, refusalOf, seenAs, versionFor, visibleVersions } from './lifecycle.ts';
import { monthTiming } from './month-timing.ts';
import { shownVersions } from './shown-versions.ts';

/** A month as the caller sees it. */
export function presentSubmission(record: SubmissionRecord, actor: Actor): Submission {
  const { region, year, month, versions, indicators, deadline } = record;
  const role = seenAs(actor, region);
  const shown = shownVersions(visibleVersions(versions, role), indicators);
  const [newest] = shown.versions;
  const may = (command: Parameters<typeof refusalOf>[0]) => refusalOf(command, record, actor) === null;
  return {
    region,
    year,
    month,
    status: statusFor(versions, role),
    version: versionFor(record.counters, role),
    asOf: { ...record.window },
    ...monthTiming(versions, deadline, record),
    notOwed: record.notOwed,
    closesOn: deadline.closesOn,
    closed: isClosedToReports(versions, deadline, record.today),
    versions: shown.versions.map((version) => presentVersion(version, record)),
    recent: shown.recent,
    earlier: shown.earlier,
    context: indicators.map((indicator) => inputContextOf(indicator, record, record)),
    // Hints are for whoever reviews; what is not sent or already decided needs none.
    hints: newest?.state === 'submitted' ? hintsOfVersion(newest, record) : [],
    can: {
      save: may('save'),
      submit: may('submit'),
      withdraw: may('withdraw'),
      accept: may('accept'),
      return: may('return'),
      correct: may('correct'),
      revoke: may('revoke'),
    },
  };
}

/** Every version of a month that the caller may see, newest first. */
export function presentVersions(record: SubmissionRecord, actor: Actor): SubmissionVersion[] {
  const visible = visibleVersions(record.versions, seenAs(actor, record.region));
  return visible.map((version) => presentVersion(version, record));
}

/** The hints of all figures of a version, in the indicators' order. */
export function hintsOfVersion(
  version: FiguredVersion,
  beside: Surroundings & { readonly indicators: readonly IndicatorRow[]; readonly rule: RuleRow },
): Hint[] {
  return beside.indicators.flatMap((indicator) => {
    const figure = version.figures.find((one) => one.indicator === indicator.code);
    const input = previewOf(version, indicator, beside);
    // A correction names only what it changes.
    if (figure === undefined)
      return version.kind === 'correction'
        ? []
        : (absenceHint(indicator, version.absences?.[indicator.code] ?? null, input.context) ?? []);
    const { cumulative, denominator } = figure;
    return hintsOf({ ...input, figure: { cumulative, denominator } });
  });
}

/** What a version's figure of an indicator is previewed with. */
export function previewOf(
  version: Pick<SubmissionKey & FiguredVersion, 'year' | 'month' | 'asOf'>,
  indicator: IndicatorRow,
  beside: Surroundings & { readonly rule: RuleRow },
) {
  return {
    indicator: previewed(indicator),
    context: inputContextOf(indicator, version, beside),
    conditions: beside.rule.conditions[indicator.kind],
    year: version.year,
    month: version.month,
    asOf: version.asOf,
  };
}

/** A stored figure's amounts alone. */
export const amountsOf = ({ cumulative, denominator }: FiguredVersion['figures'][number]) => ({
  cumulative,
  denominator,
});

function presentVersion(
  version: FiguredVersion,
  { indicators, loads }: Pick<SubmissionRecord, 'indicators' | 'loads'>,
): SubmissionVersion {
  const figures = indicators.flatMap((indicator) => {
    const figure = version.figures.find((one) => one.indicator === indicator.code);
    return figure === undefined ? [] : [presentFigure(figure, indicator)];
  });
  return {
    number: version.number,
    kind: version.kind,
    state: version.state,
    asOf: version.asOf,
    figures,
    note: version.note,
    cause: version.cause,
    remedies: version.remedies,
    absences: { ...version.absences },
    words: { ...version.words },
    savedBy: version.savedAs.name,
    savedAt: version.savedAt,
    submittedBy: version.submittedAs?.name ?? null,
    submittedAt: version.submittedAt,
    decidedBy: version.decidedAs?.name ?? null,
    decidedAt: version.decidedAt,
    returnReason: version.returnReason,
    revokedBy: version.revokedAs?.name ?? null,
    revokedAt: version.revokedAt,
    revokeReason: version.revokeReason,
    packageMonth: version.packageMonth,
    packageNumber: version.packageNumber,
    receipt: receiptOf(version),
    ...(version.sourceFile !== null && { file: { ...version.sourceFile } }),
    ...(version.partial === true && { partial: true }),
    entered:
      version.load === null
        ? null
        : { load: version.load, fileName: loads.find(({ id }) => id === version.load)?.fileName ?? null },
  };
}
