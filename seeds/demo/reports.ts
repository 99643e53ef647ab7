/** A monthly report as the demonstration tells it, and the rows that it becomes. */
import { usualDeadline } from '#api/deadlines/lifecycle.ts';
import type { figures, submissions, submissionVersions } from '#db/schema.ts';
import { originOf, publishedActual, sourceOf } from '../published/figures.ts';
import { inBaseUnits, indicatorCodes } from '../reference/indicators.ts';
import { authorshipOf } from './accounts.ts';
import { decoratedHousing } from './decorated-housing.ts';
import { minutesBefore } from './time.ts';
import type { MonthValue } from './series.ts';

type VersionRow = typeof submissionVersions.$inferSelect;
type FigureRow = typeof figures.$inferSelect;

/** How far a report has come. */
export type Fate =
  | { readonly state: 'draft'; readonly savedAt: string }
  | { readonly state: 'submitted'; readonly submittedAt: string }
  | { readonly state: 'accepted'; readonly submittedAt: string; readonly decidedAt: string }
  | { readonly state: 'returned'; readonly submittedAt: string; readonly decidedAt: string; readonly reason: string };

/** The indicators that reports of the demonstration speak of, in their order. */
const reportedCodes = [...indicatorCodes, decoratedHousing.code] as const;
type ReportedCode = (typeof reportedCodes)[number];

/** What a bureau wrote beside its figures. */
export interface Words {
  readonly note: string;
  readonly cause: string;
  readonly remedies: string;
}

export interface Report {
  readonly region: string;
  /** The bureau's account. */
  readonly account: string;
  readonly year: number;
  readonly month: number;
  readonly number: number;
  readonly asOf: string;
  readonly figures: Readonly<Partial<Record<ReportedCode, MonthValue>>>;
  readonly fate: Fate;
  readonly words?: Partial<Words> | undefined;
}

export interface ReportRows {
  readonly submissions: readonly (typeof submissions.$inferSelect)[];
  readonly versions: readonly VersionRow[];
  readonly figures: readonly FigureRow[];
}

/** What each state took: saved; saved and submitted; saved, submitted and decided. */
const changes = { draft: 1, submitted: 2, accepted: 3, returned: 3 } as const;
const sentChanges = { draft: 0, submitted: 1, accepted: 2, returned: 2 } as const;

/** The rows of all reports: a month's counter, its versions, their figures with their origin. */
export function reportRows(reports: readonly Report[]): ReportRows {
  const months = Map.groupBy(reports, ({ region, year, month }) => `${region}/${year}/${month}`);
  return {
    submissions: [...months.values()].flatMap((versions) =>
      versions.slice(0, 1).map(({ region, year, month }) => ({
        region,
        year,
        month,
        version: versions.reduce((sum, { fate }) => sum + changes[fate.state], 0),
        sentVersion: versions.reduce((sum, { fate }) => sum + sentChanges[fate.state], 0),
      })),
    ),
    versions: reports.map(versionRow),
    figures: reports.flatMap(figureRows),
  };
}

/** The demonstration's department left every month to the usual day. */
const nothingDecided = { rules: new Map(), special: new Map() } as const;

const idOf = ({ region, year, month, number }: Report): string =>
  `${year}-${String(month).padStart(2, '0')}-${region}-${number}`;

function versionRow(report: Report): VersionRow {
  const { region, account, year, month, number, asOf, fate, words } = report;
  const sent = fate.state !== 'draft';
  const bureau = authorshipOf(account);
  const official = authorshipOf('official');
  const decided = fate.state === 'accepted' || fate.state === 'returned';
  return {
    id: idOf(report),
    region,
    year,
    month,
    number,
    kind: 'submission',
    state: fate.state,
    asOf,
    note: words?.note ?? '',
    cause: words?.cause ?? '',
    remedies: words?.remedies ?? '',
    absences: null,
    words: null,
    savedBy: bureau.id,
    savedAs: bureau.as,
    savedAt: sent ? minutesBefore(fate.submittedAt, 25) : fate.savedAt,
    submittedBy: sent ? bureau.id : null,
    submittedAs: sent ? bureau.as : null,
    submittedAt: sent ? fate.submittedAt : null,
    dueOn: sent ? usualDeadline({ year, month }, nothingDecided).onTimeDay : null,
    decidedBy: decided ? official.id : null,
    decidedAs: decided ? official.as : null,
    decidedAt: decided ? fate.decidedAt : null,
    returnReason: fate.state === 'returned' ? fate.reason : null,
    load: null,
    partial: null,
    sourceFile: null,
    revokedBy: null,
    revokedAs: null,
    revokedAt: null,
    revokeReason: null,
    packageMonth: null,
    packageNumber: null,
  };
}

function figureRows(report: Report): readonly FigureRow[] {
  return reportedCodes.flatMap((indicator) => {
    const figure = report.figures[indicator];
    return figure === undefined ? [] : [figureRow(report, indicator, figure)];
  });
}

/** A figure is published where one was printed for its day, and then it has the printed value; else it is invented. */
function figureRow(report: Report, indicator: ReportedCode, figure: MonthValue): FigureRow {
  const published = publishedActual(report.region, indicator, report.asOf);
  const row = { submissionVersion: idOf(report), indicator, denominator: figure.denominator };
  return published === undefined
    ? { ...row, cumulative: figure.cumulative, origin: 'invented', source: null }
    : {
        ...row,
        cumulative: inBaseUnits(published.indicator, published.amount),
        origin: originOf(published),
        source: sourceOf(published),
      };
}
