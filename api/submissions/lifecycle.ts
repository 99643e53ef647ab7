/** The rules of a monthly submission: its states, its days, and who may do what when. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import { isClosed, type Deadline, type NotOwed } from '../deadlines/lifecycle.ts';
import { monthWords } from './month-words.ts';
import { byStanding } from '../measures/accepted.ts';
import { compareMonths, dayParts, lastDayOfMonth } from '../measures/calendar.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { SubmissionStatus, SubmissionVersion } from './contract.ts';

/** What the rules look at in a version. */
export interface VersionState extends Pick<SubmissionVersion, 'number' | 'kind' | 'state' | 'asOf'> {
  /** The earlier month whose correction it was sent with; left out or null where it stands by itself. */
  readonly packageMonth?: number | null;
  /** Whether it was entered by the department without a figure that must be reported, so that it ends no month. */
  readonly partial?: boolean | null | undefined;
  /** The account that submitted it; null where nobody did yet, or an office whose account is no longer known. */
  readonly submittedBy: string | null;
}

/** A version that is stored; `load` is what the department entered it by, null where the bureau reported it. */
export interface StoredState extends VersionState {
  readonly load: string | null;
}

/** A refusal: a code of `api/http/problem.ts` with the values its sentence names. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** Who gives a command; `region` is the bureau's city. */
export interface Reporter {
  readonly id: string;
  readonly role: Role;
  readonly region: string | null;
}

/** The days that a figure of a month may be as of, and the one that a new draft starts with. */
export interface MonthWindow {
  readonly earliest: Day;
  readonly latest: Day;
  readonly usual: Day;
}

export const submissionCommands = ['save', 'submit', 'withdraw', 'accept', 'return', 'correct', 'revoke'] as const;
export type SubmissionCommand = (typeof submissionCommands)[number];

/** The levels that must be explained, in both languages. */
export const levelWords = {
  watch: { zh: '预警', en: 'watch' },
  behind: { zh: '滞后', en: 'behind' },
} as const;

/** The states in both languages, for sentences. */
export const statusWords: Readonly<Record<SubmissionStatus, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '未报', en: 'not reported' },
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '已报送', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  resubmitted: { zh: '复报待审', en: 'resubmitted' },
  accepted: { zh: '已通过', en: 'accepted' },
};

/**
 * From the month's first day to its last one, or to today while it runs: never the future. Null before the month begins,
 * for which nothing can be reported (`month-not-open`).
 */
export function monthWindow({ year, month, today }: YearMonth & { readonly today: Day }): MonthWindow | null {
  const distance = compareMonths({ year, month }, dayParts(today));
  if (distance > 0) return null;
  const latest = distance === 0 ? today : lastDayOfMonth(year, month);
  return { earliest: `${latest.slice(0, 8)}01`, latest, usual: latest };
}

/** What says how far a month has come. */
export interface MonthProgress {
  readonly status: SubmissionStatus;
  /** The day of the accepted figures that stand; null where none were accepted, or only a part was entered. */
  readonly acceptedAsOf: Day | null;
  /** Why nobody owes it, by the office's calendar; null where it is owed. */
  readonly notOwed: NotOwed | null;
}

/**
 * Whether a month is done: figures as of its last day are accepted. What is accepted as of an earlier day counts until then,
 * and does not end the month.
 */
export function isMonthDone(acceptedAsOf: Day | null, { year, month }: YearMonth): boolean {
  return acceptedAsOf === lastDayOfMonth(year, month);
}

/**
 * Whether the bureau still owes a month its figures: the office asks for them, it is not done, and nothing of it waits for the
 * department.
 */
export function isOwed({ status, acceptedAsOf, notOwed }: MonthProgress, month: YearMonth): boolean {
  return notOwed === null && !isMonthDone(acceptedAsOf, month) && status !== 'submitted' && status !== 'resubmitted';
}

/**
 * Whether the department waits for a month today: it is owed, and over; while it runs, only where nothing of it is accepted.
 */
export function owesNow(progress: MonthProgress, month: YearMonth, today: Day): boolean {
  const isOver = lastDayOfMonth(month.year, month.month) < today;
  return isOwed(progress, month) && (isOver || progress.acceptedAsOf === null);
}

/** Whether a month is late: past its day, and still owed by the bureau. */
export function isOverdue(
  { dueOn, ...progress }: MonthProgress & { readonly dueOn: Day },
  month: YearMonth,
  today: Day,
): boolean {
  return today > dueOn && isOwed(progress, month);
}

/** Whether the bureau can no longer report a month: past its closing day, unless the department returned it to be sent again. */
export function isClosedToReports(
  versions: readonly (Telling & Pick<VersionState, 'number'>)[],
  deadline: Pick<Deadline, 'closesOn'>,
  today: Day,
): boolean {
  const decided = newestIn(tellingVersions(versions).filter(({ state }) => state !== 'draft'));
  return isClosed(deadline, today) && decided?.state !== 'returned' && decided?.state !== 'revoked';
}

/** What says whether a version is mere history. */
type Telling = Pick<VersionState, 'state' | 'packageMonth'>;

/**
 * The versions that say how far a month has come: one that its bureau took back is history, and so is a correction that
 * fell with the earlier month's that it was sent with.
 */
export function tellingVersions<Version extends Telling>(
  versions: readonly Version[],
): readonly (Version & { readonly state: Exclude<Version['state'], 'withdrawn'> })[] {
  return versions.filter(
    (version): version is Version & { readonly state: Exclude<Version['state'], 'withdrawn'> } =>
      version.state !== 'withdrawn' &&
      (!version.packageMonth || (version.state !== 'returned' && version.state !== 'revoked')),
  );
}

/** The newest of versions in any order; undefined of none. A month may have hundreds, and is asked of often. */
function newestIn<Version extends Pick<VersionState, 'number'>>(versions: readonly Version[]): Version | undefined {
  let newest: Version | undefined;
  for (const version of versions) if (newest === undefined || version.number > newest.number) newest = version;
  return newest;
}

/** From versions in any order: what was sent again after a return, or after its acceptance was taken back, is `resubmitted`. */
function statusOf(versions: readonly (Telling & Pick<VersionState, 'number'>)[]): SubmissionStatus {
  const telling = tellingVersions(versions);
  const newest = newestIn(telling);
  if (newest === undefined) return 'missing';
  if (newest.state === 'revoked') return 'returned';
  const before = newest.state === 'submitted' ? newestIn(telling.filter((one) => one !== newest)) : undefined;
  const isAgain = before?.state === 'returned' || before?.state === 'revoked';
  return newest.state === 'submitted' && isAgain ? 'resubmitted' : newest.state;
}

/** Whether a person sees a month as one that lies below their own region: such a month they only read. */
export const isBelow = ({ role, region }: Pick<Reporter, 'role' | 'region'>, of: string): boolean =>
  role === 'bureau' && region !== of;

/** As whom a person sees a region's month: a bureau sees of the regions below its own what was sent, as the department does. */
export const seenAs = (person: Pick<Reporter, 'role' | 'region'>, of: string): Role =>
  isBelow(person, of) ? 'official' : person.role;

/** The versions that a person may see: what a bureau has not sent yet is its own. */
export function visibleVersions<Version extends Pick<VersionState, 'state'>>(
  versions: readonly Version[],
  role: Role,
): readonly Version[] {
  return role === 'bureau' ? versions : versions.filter((version) => version.state !== 'draft');
}

/**
 * The version of a month that a role sees and names in `If-Match`, 0 before the first: a bureau's own rises with every
 * save, and everybody else's only with what was sent and decided, so that it tells nobody of a draft.
 */
export function versionFor(
  counters: { readonly version: number; readonly sentVersion: number } | undefined,
  role: Role,
): number {
  return (role === 'bureau' ? counters?.version : counters?.sentVersion) ?? 0;
}

/** 报送状态 of a month as a role sees it: a bureau's own draft is its newest version, and for everybody else what was sent. */
export function statusFor(versions: readonly (Telling & Pick<VersionState, 'number'>)[], role: Role): SubmissionStatus {
  return statusOf(visibleVersions(versions, role));
}

/** The accepted versions in the order in which they count: by as-of day, then by number; the last one stands above the others. */
export function acceptedVersions<Version extends Pick<VersionState, 'state' | 'asOf' | 'number'>>(
  versions: readonly Version[],
): readonly Version[] {
  return versions.filter((version) => version.state === 'accepted').toSorted(byStanding);
}

/** The accepted version that stands: the newest as-of day, then the highest number. */
export function standingVersion<Version extends Pick<VersionState, 'state' | 'asOf' | 'number'>>(
  versions: readonly Version[],
): Version | null {
  let standing: Version | null = null;
  for (const version of versions) {
    if (version.state === 'accepted' && (standing === null || byStanding(standing, version) < 0)) standing = version;
  }
  return standing;
}

/**
 * The accepted version that stands of those that report all that must be: how far a month has come. A December with the level
 * of a stock alone, entered for the year after, is none.
 */
export function wholeVersion<Version extends Pick<VersionState, 'state' | 'asOf' | 'number' | 'partial'>>(
  versions: readonly Version[],
): Version | null {
  return standingVersion(versions.filter(({ partial }) => !partial));
}

/** What decides what may be done to a month. */
export interface MonthState {
  readonly region: string;
  readonly versions: readonly StoredState[];
  readonly window: MonthWindow;
  readonly deadline: Pick<Deadline, 'closesOn'>;
  readonly today: Day;
}

/**
 * Why a person may not do something to a month just now; null where they may. Versions come in any order.
 * draft → submitted → accepted, or returned → a new draft → resubmitted, or withdrawn → a new draft; after acceptance a new draft with a later as-of
 * day, or a correction. After its closing day a month takes what was returned, and corrections.
 */
export function refusalOf(command: SubmissionCommand, month: MonthState, person: Reporter): Refusal | null {
  const isReview = command === 'accept' || command === 'return' || command === 'revoke';
  const isTheirs = isReview ? person.role === 'official' : person.role === 'bureau' && person.region === month.region;
  if (!isTheirs) return { code: 'not-allowed', values: {} };
  const newest = newestIn(month.versions);
  const state = statusWords[statusFor(month.versions, person.role)];
  const wrongState: Refusal = { code: 'illegal-transition', values: { state } };
  if (isReview) {
    const decided = command === 'revoke' ? newestSent(month.versions) : newest;
    if (decided?.state !== (command === 'revoke' ? 'accepted' : 'submitted')) return wrongState;
    if (decided.packageMonth) return { code: 'part-of-package', values: { month: monthWords(decided.packageMonth) } };
    if (command === 'revoke') return standsAlone(decided, month.versions) ? null : wrongState;
    return decided.submittedBy === person.id ? { code: 'own-submission', values: {} } : null;
  }
  if (command === 'submit') return newest?.state === 'draft' ? closingRefusal(month) : wrongState;
  if (command === 'withdraw') {
    // A correction has no draft that it could become, and what the department entered is not the bureau's to take back.
    const isTheirReport = newest?.kind === 'submission' && newest.load === null;
    return newest?.state === 'submitted' && isTheirReport ? closingRefusal(month) : wrongState;
  }
  if (newest?.state === 'submitted') return wrongState;
  const standing = standingVersion(month.versions);
  if (command === 'correct') return standing === null || newest?.state === 'draft' ? wrongState : null;
  const whole = wholeVersion(month.versions);
  return whole !== null && whole.asOf >= month.window.latest
    ? { code: 'as-of-not-newer', values: { asOf: whole.asOf } }
    : closingRefusal(month);
}

/** The newest version of a month that is no draft and no mere history. */
export function newestSent<Version extends VersionState>(versions: readonly Version[]): Version | undefined {
  return newestIn(tellingVersions(visibleVersions(versions, 'official')));
}

/** Whether no other accepted version stands above it. */
const standsAlone = (version: VersionState, versions: readonly VersionState[]): boolean =>
  standingVersion(versions)?.number === version.number;

function closingRefusal({ versions, deadline, today }: MonthState): Refusal | null {
  const values = { closesOn: deadline.closesOn ?? '' };
  // What waits is not decided: taken back, it could be sent again where the one before was returned.
  return isClosedToReports(
    versions.filter(({ state }) => state !== 'submitted'),
    deadline,
    today,
  )
    ? { code: 'month-closed', values }
    : null;
}
