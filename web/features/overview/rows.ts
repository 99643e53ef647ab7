/** What the overview's tables show, from the API's answer. Pure. */
import type { YearMonth } from '#api/measures/calendar.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Overview, RegionStanding } from '#api/standings/contract.ts';
import { ofIndicator } from './of-indicator.ts';
import { levels } from '#api/measures/vocabulary.ts';
import { sortedBy } from '../../ui/sort.ts';
import type { SortKey } from '../../ui/sort.ts';

/** What stands under a page's tiles: the chosen indicator, else the first core one; its level, not the city's worst. */
export function mapRows(reply: Overview, shown: readonly Indicator[]): readonly CityRow[] {
  const [first] = shown;
  return first === undefined ? [] : cityRows(ofIndicator(reply, first.code).regions, [first]);
}

/** The cities of a month, as every table and picture of them takes them. */
export interface CitiesShown {
  readonly rows: readonly CityRow[];
  readonly period: YearMonth;
}

/** One city with the standings of the shown indicators, in their order. */
export interface CityRow {
  readonly city: RegionStanding;
  readonly cells: readonly IndicatorCell[];
}

export interface IndicatorCell {
  readonly indicator: Indicator;
  readonly standing: StandingReply | null;
}

/** The indicators to show: the chosen one, or all core ones where none, or an unknown one, is chosen. */
export function shownIndicators(
  indicators: ReadonlyMap<string, Indicator>,
  chosen: string | undefined,
): readonly Indicator[] {
  const one = chosen === undefined ? undefined : indicators.get(chosen);
  return one === undefined ? [...indicators.values()].filter(({ core }) => core) : [one];
}

/** The cities in the API's order: behind first. */
export function cityRows(cities: readonly RegionStanding[], shown: readonly Indicator[]): readonly CityRow[] {
  return cities.map((city) => ({
    city,
    cells: shown.map((indicator) => ({
      indicator,
      standing: city.indicators.find((standing) => standing.indicator === indicator.code) ?? null,
    })),
  }));
}

/** The indicators by which any city is judged in the month; all of them where none is, as in an office without targets. */
export function judgedIndicators(cities: readonly RegionStanding[], all: readonly Indicator[]): readonly Indicator[] {
  const judged = new Set(
    cities.flatMap(({ indicators }) =>
      indicators.filter(({ level }) => level !== 'no-target').map(({ indicator }) => indicator),
    ),
  );
  return judged.size === 0 ? all : all.filter(({ code }) => judged.has(code));
}

const columns = ['completion', 'gapPoints', 'gapAmount', 'intensity'] as const;
export type NumberColumn = (typeof columns)[number];

/** The rows sorted as the address says: `city`, `level`, or a number of an indicator such as `prefab-area.gapPoints`. */
export function sortRows(rows: readonly CityRow[], sort: string | undefined): readonly CityRow[] {
  return sortedBy(rows, sort, keyOf);
}

function keyOf(column: string): SortKey<CityRow> | null {
  if (column === 'city') return ({ city }) => Number(city.region);
  if (column === 'level') return ({ city }) => levels.indexOf(city.level);
  const [code, name] = column.split('.');
  const number = columns.find((one) => one === name);
  if (number === undefined) return null;
  return ({ cells }) => numberOf(cells.find(({ indicator }) => indicator.code === code)?.standing ?? null, number);
}

function numberOf(standing: StandingReply | null, column: NumberColumn): number | null {
  const value = standing?.[column] ?? null;
  return value === 'infinite' ? Infinity : value;
}
