/**
 * The words that every measure speaks: kinds of indicators, levels, figures, rules.
 * Pure values; amounts are exact integers in an indicator's base unit (see db/README.md), shares are fractions.
 */

/** How an indicator accumulates: a year-to-date flow, a share of two flows, or a level over all years. */
export const kinds = ['flow', 'ratio', 'stock'] as const;
export type Kind = (typeof kinds)[number];

/** A ratio's target is stored as its share in ten-thousandths. */
export const shareScale = 10_000;

/** 进度状态, best first. `no-data` and `no-target` say that there is nothing to judge, never that it is bad. */
export const levels = ['achieved', 'on-pace', 'watch', 'behind', 'no-data', 'no-target'] as const;
export type Level = (typeof levels)[number];

/** The levels that a way out can lead to, nearest first. */
export const wayOutLevels = ['watch', 'on-pace', 'achieved'] as const;
export type WayOutLevel = (typeof wayOutLevels)[number];

/** A calendar day, `yyyy-mm-dd`, in Asia/Shanghai. */
export type Day = string;

/**
 * One accepted figure of one month: cumulative, in base units.
 * `denominator` is null except for a ratio, where `value` is the numerator.
 */
export interface Figure {
  readonly month: number;
  readonly asOf: Day;
  readonly cumulative: number;
  readonly denominator: number | null;
}

/** Twelve shares of the annual target expected by each month end: non-decreasing, the last is 1. */
export type CurvePoints = readonly number[];

/** What a rule's condition may look at. Points are percentage points; shares and ratios are plain numbers. */
export const ruleMeasures = [
  'completion',
  'scheduleRatio',
  'gapPoints',
  'intensity',
  'neededShare',
  'monthsBelowPlan',
  'growthOnLastYear',
  'pointsAgainstPeers',
] as const;
export type RuleMeasure = (typeof ruleMeasures)[number];

export const operators = ['below', 'at-or-below', 'above', 'at-or-above'] as const;
export type Operator = (typeof operators)[number];

/** A condition tree: `all` and `any` of further conditions, or one measure against one number. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly measure: RuleMeasure; readonly operator: Operator; readonly number: number };

export interface LevelConditions {
  readonly behind: Condition;
  readonly watch: Condition;
}

/** A rule is data: two condition trees per kind of indicator. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly conditions: Readonly<Record<Kind, LevelConditions>>;
}

/** The outcome of one condition's leaf: `held` is false where the measure has no value. */
export interface Reason {
  readonly level: 'behind' | 'watch';
  readonly measure: RuleMeasure;
  readonly operator: Operator;
  readonly number: number;
  readonly value: number | null;
  readonly held: boolean;
}

/** What the next report must add, in base units, to reach a level; null where no amount can. */
export interface WayOut {
  readonly level: WayOutLevel;
  readonly add: number | null;
  /** The month end that the next report is judged at. */
  readonly by: Day;
  /** For a ratio: the growth of the denominator that `add` presumes. */
  readonly denominatorAdded: number | null;
}

/** The inputs a standing was computed from, so that a flagged city can recompute it by hand. */
export interface Basis {
  readonly asOf: Day | null;
  readonly month: number | null;
  /** Months after the latest accepted one, up to the month asked for. */
  readonly missingMonths: number;
  readonly previousAsOf: Day | null;
  readonly previousValue: number | null;
  readonly previousDenominator: number | null;
  /** The stock's level at the end of last year, null where it is unknown; 0 for the other kinds. */
  readonly baseline: number | null;
  readonly denominator: number | null;
  /** The region's years that its curve is the mean of, none where the department's stands in; null where one curve is for all. */
  readonly ownYears: readonly number[] | null;
  /** The curve at `asOf`; for a ratio the share of the year's denominator expected by then. */
  readonly curvePace: number | null;
  readonly previousPace: number;
}

/** What a standing is computed from. Every figure in it is accepted. */
export interface StandingInput {
  readonly kind: Kind;
  /** Base units in one displayed unit. */
  readonly scale: number;
  readonly decimals: number;
  readonly year: number;
  readonly month: number;
  /** Base units; a ratio's share in ten-thousandths; null where none is set. */
  readonly target: number | null;
  readonly points: CurvePoints;
  /** Where the points come from; see `Basis`. */
  readonly ownYears: readonly number[] | null;
  readonly conditions: LevelConditions;
  /** This year's, in any order, at most one a month; those after `month` are ignored. */
  readonly figures: readonly Figure[];
  /** A stock's level at the end of last year, base units; null where unknown, ignored for the other kinds. */
  readonly baseline: number | null;
  /** Last year's, in any order. */
  readonly lastYear: readonly Figure[];
  /** The average completion of the region's peers; null where it is unknown. */
  readonly peersCompletion: number | null;
}

/** Everything that section 3 of the method says about one region and indicator. */
export interface Standing {
  readonly level: Level;
  /** Base units; a ratio's target is its share in ten-thousandths. */
  readonly target: number | null;
  readonly actual: number | null;
  /** For a ratio: the share reached. */
  readonly share: number | null;
  readonly completion: number | null;
  readonly pace: number | null;
  readonly scheduleRatio: number | null;
  readonly gapPoints: number | null;
  readonly gapAmount: number | null;
  readonly remaining: number | null;
  readonly neededPerMonth: number | null;
  readonly recentPerMonth: number | null;
  /** Infinity where something remains and nothing was done recently; null where the curve leaves nothing to compare. */
  readonly intensity: number | null;
  /** For a ratio: the share needed among what the curve still expects; above 1 the target can no longer be met. */
  readonly neededShare: number | null;
  /** The latest accepted months in a row that lay below plan. */
  readonly monthsBelowPlan: number | null;
  /** Against the same date of last year, as a share: 0 is the same. */
  readonly growthOnLastYear: number | null;
  /** Completion less the peers' average, in percentage points. */
  readonly pointsAgainstPeers: number | null;
  readonly reasons: readonly Reason[];
  readonly wayOut: readonly WayOut[];
  readonly basis: Basis;
}
