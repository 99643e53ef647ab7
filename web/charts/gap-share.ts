/** Who moves the province's gap: the shortfalls of the cities below their pace, largest first. Pure. */

export interface CityGap {
  readonly code: string;
  readonly name: string;
  /** Negative behind the pace, in the indicator's unit; null where it is unknown. */
  readonly gapAmount: number | null;
}

export interface GapLine {
  readonly code: string;
  readonly name: string;
  /** The shortfall, above 0. */
  readonly missing: number;
  readonly share: number;
  /** The share of this city and of all before it. */
  readonly cumulativeShare: number;
}

export interface GapShares {
  readonly lines: readonly GapLine[];
  /** The sum of all shortfalls. */
  readonly missing: number;
  /** What the cities at or ahead of their pace have beyond it, and how many they are. */
  readonly surplus: number;
  readonly ahead: number;
  /** How many cities have no figure to compare. */
  readonly unknown: number;
}

/** Splits the cities into shortfalls with their shares and the surplus of the rest; equal shortfalls stand by code. */
export function gapShares(cities: readonly CityGap[]): GapShares {
  const known = cities.flatMap(({ code, name, gapAmount }) => (gapAmount === null ? [] : [{ code, name, gapAmount }]));
  const behind = known
    .filter((city) => city.gapAmount < 0)
    .toSorted((a, b) => a.gapAmount - b.gapAmount || (a.code < b.code ? -1 : 1));
  const ahead = known.filter((city) => city.gapAmount >= 0);
  const missing = -sum(behind);
  let before = 0;
  const lines = behind.map(({ code, name, gapAmount }) => {
    before -= gapAmount;
    return { code, name, missing: -gapAmount, share: -gapAmount / missing, cumulativeShare: before / missing };
  });
  return { lines, missing, surplus: sum(ahead), ahead: ahead.length, unknown: cities.length - known.length };
}

/** The fewest cities that together make at least `share` of the shortfall. */
export function fewestFor(shares: GapShares, share: number): readonly GapLine[] {
  const enough = shares.lines.findIndex((line) => line.cumulativeShare >= share - 1e-9);
  return shares.lines.slice(0, enough + 1);
}

function sum(cities: readonly { readonly gapAmount: number }[]): number {
  return cities.reduce((total, city) => total + city.gapAmount, 0);
}
