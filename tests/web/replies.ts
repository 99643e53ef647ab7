/** Replies of the API that the tests of pages share, as small as they can be. */
import type { StandingReply } from '#api/http/shapes.ts';
import { linearPoints } from '#api/measures/curve.ts';
import { presets } from '#api/measures/rule.ts';
import type { City, ForecastReply, IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { standingOf } from './standings.ts';

/** The rule of the product, by another name and in its second version. */
export const rule: RuleDetail = {
  id: 'three-measures',
  version: 2,
  name: { zh: '三项并看', en: 'Three measures' },
  conditions: presets['three-measures'],
  source: { zh: '本办试行', en: 'our own trial' },
  effectiveYear: 2020,
  effectiveMonth: 7,
  author: '省厅建筑业管理处',
  authoredAt: '2020-06-30T01:00:00.000Z',
  reason: null,
};

/** What is said of a forecast that there is not yet. */
export const noForecast: ForecastReply = {
  interval: null,
  probability: null,
  reaching: null,
  record: null,
  absence: 'too-few-months',
  season: { years: [], points: [...linearPoints] },
  invented: false,
};

/** One indicator of a city. */
export function detailOf(
  indicator: string,
  standing: Partial<StandingReply> = {},
  more: Partial<Omit<IndicatorDetail, 'standing'>> = {},
): IndicatorDetail {
  return {
    standing: standingOf(indicator, standing),
    series: [],
    lastYear: [],
    targets: [],
    strip: [],
    projection: null,
    forecast: noForecast,
    ...more,
  };
}

/** Wenzhou in September 2020, without indicators. */
export function cityReply(more: Partial<City> = {}): City {
  return {
    region: '330300',
    year: 2020,
    month: 9,
    revision: 1,
    level: 'on-pace',
    counts: {},
    status: 'accepted',
    strip: [],
    rule,
    indicators: [],
    explained: null,
    absences: [],
    months: [{ year: 2020, month: 9 }],
    invented: false,
    ...more,
  };
}

/** A figure of a month's end. */
export function pointOf(month: number, value: number, more: Partial<SeriesPoint> = {}): SeriesPoint {
  const asOf = `2020-${String(month).padStart(2, '0')}-${month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31}`;
  return {
    month,
    asOf,
    cumulative: value,
    denominator: null,
    expected: null,
    accepted: true,
    origin: 'reported',
    source: null,
    ...more,
  };
}

/** The last day of a month of 2020 or of another year that is not a leap year. */
const lastDay = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${[31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]}`;

/** A month of Lishui's in the lists: accepted to its end, unless it is said to be otherwise. */
export function submissionLine(month: number, more: Partial<SubmissionLine> = {}): SubmissionLine {
  const { year = 2020, status = 'accepted' } = more;
  const { acceptedAsOf = status === 'accepted' ? lastDay(year, month) : null } = more;
  return {
    region: '331100',
    year,
    month,
    status,
    version: 1,
    dueOn: month === 12 ? `${year + 1}-01-05` : `${year}-${String(month + 1).padStart(2, '0')}-05`,
    closesOn: null,
    notOwed: null,
    overdue: false,
    closed: false,
    daysLate: null,
    kind: status === 'missing' ? null : 'submission',
    asOf: null,
    submittedBy: null,
    submittedAt: null,
    decidedAt: null,
    returnReason: null,
    acceptedAsOf,
    done: acceptedAsOf === lastDay(year, month),
    openComments: 0,
    hints: [],
    ...more,
  };
}
