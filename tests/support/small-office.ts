/**
 * A year small enough to recompute with a pencil: a curve of twelve equal parts, and a rule that looks at the gap alone.
 * With a target of 1200 万㎡ each month expects 100; a city is on watch below that and behind from 120 below on.
 */
import { undecided } from '#api/submissions/change.ts';
import { expect } from 'vitest';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { cityOf } from '#api/standings/replies.ts';
import { regionTree } from '#api/regions/tree.ts';
import { groupRows, type ForecastSnapshot } from '#api/assessments/snapshot.ts';
import type { Author } from '#db/accounts.ts';
import type { AcceptedFigure, PendingFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import type { RuleRow } from '#db/rules.ts';
import type { VersionRow } from '#db/submissions.ts';
import type { TargetChange } from '#db/targets.ts';

export const year = 2021;
export const province = '330000';
/** An author of this name, the office's title alike. */
export const authorNamed = (name: string): Author => ({ name, title: { zh: name, en: name } });
export const north = '330100';
export const south = '330200';
export const east = '330300';

/** n/12: every month expects the same part. */
export const twelfths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => month / 12);

const region = (code: string, kind: RegionRow['kind'], position: number): RegionRow => ({
  code,
  parent: kind === 'province' ? null : province,
  kind,
  nameZh: `${code}市`,
  nameEn: `City ${code}`,
  shortZh: code,
  tileRow: null,
  tileColumn: null,
  position,
  validFrom: '2001-01-01',
  validTo: null,
});

export const provinceRow = region(province, 'province', 0);
export const cityRow = (code: string): RegionRow => region(code, 'city', Number(code));

const alone = { partOf: null, numeratorFrom: null, requiredFrom: null, retiredFrom: null };

/** An indicator of 万㎡ with two decimals; a flow and core unless told otherwise. */
export const indicatorRow = (code: string, more: Partial<IndicatorRow> = {}): IndicatorRow => ({
  code,
  kind: 'flow',
  nameZh: `${code}全称`,
  nameEn: `${code} in full`,
  shortZh: `${code}简称`,
  shortEn: `${code} in short`,
  unitZh: '万㎡',
  unitEn: '10k m²',
  scale: 10_000,
  decimals: 2,
  core: true,
  ...alone,
  required: true,
  curve: 'twelfths',
  definitionZh: `${code}定义`,
  definitionEn: `${code} defined`,
  position: 1,
  pace: { code: 'twelfths', nameZh: '均摊', nameEn: 'Even', points: twelfths, source: 'arithmetic', sourceEn: null },
  ...more,
});

export const area = indicatorRow('area');
export const civil = indicatorRow('civil');
/** Its scale is not that of a share's target, which is kept in ten-thousandths. */
export const share = indicatorRow('share', { kind: 'ratio', core: false, required: false, scale: 100 });
export const steel = indicatorRow('steel', { kind: 'stock', core: false, required: false });
/** Counted one by one: neither scale nor decimals. */
export const demos = indicatorRow('demos', {
  scale: 1,
  decimals: 0,
  core: false,
  required: false,
  unitZh: '项',
  unitEn: 'projects',
});

/** Behind from ten points below the pace on, on watch below it; a share by its ratio to the target. */
export const gapRule: Rule['conditions'] = {
  flow: {
    behind: { measure: 'gapPoints', operator: 'at-or-below', number: -10 },
    watch: { measure: 'gapPoints', operator: 'below', number: 0 },
  },
  stock: {
    behind: { measure: 'gapPoints', operator: 'at-or-below', number: -10 },
    watch: { measure: 'gapPoints', operator: 'below', number: 0 },
  },
  ratio: {
    behind: { measure: 'scheduleRatio', operator: 'below', number: 0.85 },
    watch: { measure: 'scheduleRatio', operator: 'below', number: 0.95 },
  },
};

export const ruleRow = (more: Partial<RuleRow> = {}): RuleRow => ({
  id: 'gap',
  version: 1,
  nameZh: '缺口',
  nameEn: 'Gap',
  conditions: gapRule,
  author: 'official',
  authoredAs: authorNamed('official'),
  source: 'a test',
  reason: null,
  sourceEn: null,
  effectiveYear: 2017,
  effectiveMonth: 1,
  createdAt: '2017-01-01T00:00:00.000Z',
  ...more,
});

/** A target in the unit people write; a share's in per cent. */
export const target = (
  region: string,
  { code, kind, scale }: IndicatorRow,
  amount: number,
  more: Partial<TargetChange> = {},
): TargetChange => ({
  id: `${region}-${code}-${more.sequence ?? 1}`,
  region,
  indicator: code,
  year,
  sequence: 1,
  amount: kind === 'ratio' ? amount * 100 : amount * scale,
  effectiveMonth: 1,
  documentNumber: 'No. 1',
  reason: 'the year’s target',
  author: 'official',
  authoredAs: authorNamed('official'),
  decidedAt: '2021-01-20T02:00:00.000Z',
  origin: 'reported',
  source: null,
  documentDate: null,
  withdrawnBy: null,
  withdrawnAs: null,
  withdrawnAt: null,
  withdrawReason: null,
  ...more,
});

/** Cumulatives by month, in the unit people write; a ratio's as numerator and denominator. */
export type Amounts = Readonly<Record<number, number | readonly [numerator: number, denominator: number]>>;

/** The month-end figures of one region and indicator; a month that is not named was not reported. */
export const figuresOf = (
  region: string,
  { code, scale }: IndicatorRow,
  amounts: Amounts,
  more: Partial<AcceptedFigure> = {},
): AcceptedFigure[] =>
  Object.entries(amounts).map(([key, amount]) => {
    const [cumulative, denominator] = typeof amount === 'number' ? [amount, null] : amount;
    const month = Number(key);
    return {
      region,
      year: more.year ?? year,
      month,
      indicator: code,
      asOf: lastDayOfMonth(more.year ?? year, month),
      cumulative: Math.round(cumulative * scale),
      denominator: denominator === null ? null : Math.round(denominator * scale),
      origin: 'reported' as const,
      source: null,
      number: 1,
      decidedAt: null,
      ...more,
    };
  });

/** One version of a month's report. */
export const versionRow = (region: string, month: number, more: Partial<VersionRow> = {}): VersionRow => ({
  id: `${region}-${month}-${more.number ?? 1}`,
  region,
  year,
  month,
  number: 1,
  kind: 'submission',
  state: 'accepted',
  asOf: lastDayOfMonth(year, month),
  ...undecided,
  note: '',
  cause: '',
  remedies: '',
  absences: null,
  words: null,
  savedBy: 'bureau',
  savedAs: authorNamed('bureau'),
  savedAt: '2021-01-02T00:00:00.000Z',
  submittedBy: 'bureau',
  submittedAs: authorNamed('bureau'),
  submittedAt: '2021-01-02T00:00:00.000Z',
  decidedBy: 'official',
  decidedAs: authorNamed('official'),
  decidedAt: '2021-01-03T00:00:00.000Z',
  ...more,
});

interface Rows {
  readonly revision: number;
  readonly cities: readonly string[];
  /** In the place of the province and its cities. */
  readonly regions: readonly RegionRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly ownCurves: ForecastSnapshot['ownCurves'];
  readonly rules: readonly RuleRow[];
  readonly targets: readonly TargetChange[];
  readonly figures: readonly AcceptedFigure[];
  readonly lastYear: readonly AcceptedFigure[];
  readonly pending: readonly PendingFigure[];
  readonly versions: readonly VersionRow[];
  readonly months: ForecastSnapshot['months'];
  /** By indicator; none where nothing else is said. */
  readonly history: ForecastSnapshot['history'];
}

const byIndicator = <Row extends { readonly region: string; readonly indicator: string }>(rows: readonly Row[] = []) =>
  groupRows(rows, (row) => row.indicator);

/** The snapshot of these rows; the northern city, the area and the rule of the gap where nothing else is said. */
export function smallOffice(rows: Partial<Rows>): ForecastSnapshot {
  return {
    revision: rows.revision ?? 7,
    year,
    regions: regionTree(rows.regions ?? [provinceRow, ...(rows.cities ?? [north]).map(cityRow)]),
    indicators: rows.indicators ?? [area],
    ownCurves: rows.ownCurves ?? new Map(),
    rules: rows.rules ?? [ruleRow()],
    targets: byIndicator(rows.targets),
    figures: byIndicator(rows.figures),
    lastYear: byIndicator(rows.lastYear),
    pending: byIndicator(rows.pending),
    versions: groupRows(rows.versions ?? [], (row) => row.month),
    notOwed: new Map(),
    months: rows.months ?? [],
    lineage: {},
    history: rows.history ?? new Map(),
  };
}

export const everybody = { city: null, pending: false } as const;

/** What a city's reply says of an indicator at a month end. */
export const detailAt = (snapshot: ForecastSnapshot, month: number, code = 'area'): IndicatorDetail | undefined =>
  cityOf(snapshot, north, month, everybody)?.indicators.find(({ standing }) => standing.indicator === code);

export const standingAt = (
  snapshot: ForecastSnapshot,
  month: number,
  code = 'area',
): IndicatorDetail['standing'] | undefined => detailAt(snapshot, month, code)?.standing;

/** A quotient, to nine decimals. */
export const close = (value: number): unknown => expect.closeTo(value, 9);

/** Every measure of a standing that nothing can be said about. */
export const nothing = {
  actual: null,
  share: null,
  numerator: null,
  denominator: null,
  completion: null,
  byOriginalTarget: null,
  pace: null,
  scheduleRatio: null,
  gapPoints: null,
  gapAmount: null,
  remaining: null,
  neededPerMonth: null,
  recentPerMonth: null,
  intensity: null,
  neededShare: null,
  reasons: [],
  wayOut: [],
  asOf: null,
  ownCurve: null,
  curvePace: null,
  previous: { asOf: null, actual: null, numerator: null, denominator: null, pace: 0 },
  provenance: null,
};

/** Against 100 a month: −40, −50, 0, −20, −50, −60. */
export const areas = { 1: 60, 2: 150, 3: 300, 4: 380, 5: 450, 6: 540, 7: 680, 8: 780 };

/** The northern city's area alone, with a target of 1200 where nothing else is said. */
export const ofArea = (figures: Amounts, amount: number | null = 1200): ForecastSnapshot =>
  smallOffice({
    targets: amount === null ? [] : [target(north, area, amount)],
    figures: figuresOf(north, area, figures),
  });
