/** Every region and indicator in the months of a year, with what each is judged by, in turns so short that nobody waits. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndicatorRow } from '#db/indicators.ts';
import { ownInput } from '../assessments/city-standing.ts';
import { indicatorsAt, reportingAt, type InputRows, type RowsBy } from '../assessments/snapshot.ts';
import { inputRowsOf, type YearColumns } from '../assessments/year-columns.ts';
import type { StandingInput } from '../measures/vocabulary.ts';

/** Months of one year, and what they are judged by. */
export interface YearToJudge {
  readonly columns: YearColumns;
  /** The year before, where growth on it is asked for; of it the year's own columns need only have the end. */
  readonly before: YearColumns | null;
  /** In order. */
  readonly months: readonly number[];
}

/** A month as it is walked: the places of its regions and indicators in the year, in order. */
export interface WalkedMonth {
  readonly month: number;
  readonly regions: readonly number[];
  readonly indicators: readonly number[];
}

export interface YearWalk {
  readonly months: readonly WalkedMonth[];
  /** The codes of all regions that report in any of the months; a region's place is its place in here. */
  readonly regions: readonly string[];
  readonly indicators: readonly IndicatorRow[];
  /** How many numbers there are, one for each region, indicator and month of twelve. */
  readonly size: number;
  /** Where the number of a region and indicator in a month lies. */
  at(month: number, region: number, indicator: number): number;
  /** Shows each input to `visit`, with where its number lies; a region's months one after the other. */
  each(visit: (input: StandingInput, at: number) => void): Promise<void>;
}

/** How long is worked before others are served, in milliseconds. */
const turn = 10;

/** The walk over a year's months; nothing is made before it is asked for. */
export function walkOf({ columns, before, months }: YearToJudge): YearWalk {
  const { year, indicators, places } = columns;
  const reporting = months.map((month) => ({ month, codes: reportingAt(columns, month).map(({ code }) => code) }));
  const regions = [...new Set(reporting.flatMap(({ codes }) => codes))];
  const placeOf = new Map(regions.map((code, place) => [code, place]));
  const walked = reporting.map(({ month, codes }): WalkedMonth => ({
    month,
    regions: codes.map((code) => placeOf.get(code) ?? 0),
    indicators: indicatorsAt({ indicators, year }, month).map(({ code }) => places.get(code) ?? 0),
  }));
  const at = (month: number, region: number, indicator: number): number =>
    (region * indicators.length + indicator) * 12 + month - 1;
  return {
    months: walked,
    regions,
    indicators,
    size: regions.length * indicators.length * 12,
    at,
    each: (visit) =>
      eachOf({ regions, indicators, walked, rows: rowsOf(columns, before) }, (input, region, place) =>
        visit(input, at(input.month, region, place)),
      ),
  };
}

function rowsOf(columns: YearColumns, before: YearColumns | null): InputRows {
  const own = inputRowsOf(columns);
  return madeOnce(before === null ? own : { ...own, lastYear: inputRowsOf(before).figures });
}

interface Ground extends Pick<YearWalk, 'regions' | 'indicators'> {
  readonly walked: readonly WalkedMonth[];
  readonly rows: InputRows;
}

async function eachOf(
  { regions, indicators, walked, rows }: Ground,
  visit: (input: StandingInput, region: number, indicator: number) => void,
): Promise<void> {
  const months = walked.map((one) => ({
    month: one.month,
    reports: new Set(one.regions),
    judges: new Set(one.indicators),
  }));
  let began = performance.now();
  for (const [region, code] of regions.entries()) {
    for (const [place, indicator] of indicators.entries()) {
      for (const { month, reports, judges } of months)
        if (reports.has(region) && judges.has(place)) visit(ownInput(rows, code, indicator, month), region, place);
    }
    if (performance.now() - began < turn) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** The same rows, of one region made once as long as no other is asked for: each of its months asks for all of the year's. */
const madeOnce = (rows: InputRows): InputRows => ({
  ...rows,
  targets: madeOnceBy(rows.targets),
  figures: madeOnceBy(rows.figures),
  lastYear: madeOnceBy(rows.lastYear),
});

function madeOnceBy<Row>(rows: RowsBy<Row>): RowsBy<Row> {
  let region: string | null = null;
  let own: ReturnType<RowsBy<Row>['get']>;
  const made = new Map<string | number, readonly Row[] | undefined>();
  const get = (other: string | number) => {
    if (!made.has(other)) made.set(other, own?.get(other));
    return made.get(other);
  };
  const ofRegion = { get };
  return {
    get: (code) => {
      if (code !== region) {
        region = code;
        own = rows.get(code);
        made.clear();
      }
      return ofRegion;
    },
  };
}
