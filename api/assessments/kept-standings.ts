/**
 * Standings that know what they were computed from. Each is kept with its inputs, by region and indicator, for all
 * snapshots of one lineage, and holds as long as its inputs are the same ones: nothing has to say what a change makes void.
 */
import type { IndicatorRow } from '#db/indicators.ts';
import { rowsOf, type Snapshot } from './snapshot.ts';

/** What belongs to one region and indicator, as long as its rows, the indicator with its curve and the rules are the same. */
export interface KeptBy<Value> {
  /** By month. */
  readonly months: Map<number, Value>;
}

type Inputs = readonly unknown[];

interface Entry<Value> extends KeptBy<Value> {
  readonly inputs: Inputs;
}

/** A shelf of values by region and indicator; what stands on it is forgotten with the lineage. */
export function keptByInputs<Value>(): (snapshot: Snapshot, region: string, indicator: IndicatorRow) => KeptBy<Value> {
  const lineages = new WeakMap<object, Map<string, Map<string, Entry<Value>>>>();
  return (snapshot, region, indicator) => {
    const regions = found(lineages, snapshot.lineage, () => new Map<string, Map<string, Entry<Value>>>());
    const indicators = found(regions, region, () => new Map<string, Entry<Value>>());
    const inputs = inputsOf(snapshot, region, indicator);
    const known = indicators.get(indicator.code);
    if (known !== undefined && areSame(known.inputs, inputs)) return known;
    const entry = { inputs, months: new Map<number, Value>() };
    indicators.set(indicator.code, entry);
    return entry;
  };
}

/** Everything but the other regions: whoever compares with peers keeps their completion beside the value. */
const inputsOf = (snapshot: Snapshot, region: string, indicator: IndicatorRow): Inputs => [
  indicator,
  snapshot.rules,
  rowsOf(snapshot.figures, region, indicator.code),
  rowsOf(snapshot.lastYear, region, indicator.code),
  rowsOf(snapshot.targets, region, indicator.code),
  snapshot.ownCurves.get(indicator.code)?.get(region),
  snapshot.curves.assigned.get(indicator.code),
  snapshot.curves.nodePlans.get(region)?.get(indicator.code),
];

/** Whether both lists have the very same things in them. */
export const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => Object.is(value, other[at]));

interface Shelf<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What a map has under a key, made where it is not there. */
export function found<Key, Value>(shelf: Shelf<Key, Value>, key: Key, make: () => Value): Value {
  const known = shelf.get(key);
  if (known !== undefined) return known;
  const made = make();
  shelf.set(key, made);
  return made;
}

/** Month ends that people look at in turn; another one is computed again when somebody goes back to it. */
const maxMonths = 4;

/** What is kept of a month where it still holds, else made; the month made longest ago gives way. */
export function keptMonth<Value>(
  months: Map<number, Value>,
  month: number,
  make: () => Value,
  isStill: (kept: Value) => boolean = () => true,
): Value {
  const known = months.get(month);
  if (known !== undefined && isStill(known)) return known;
  const made = make();
  months.delete(month);
  months.set(month, made);
  const [oldest] = months.keys();
  if (months.size > maxMonths && oldest !== undefined) months.delete(oldest);
  return made;
}
