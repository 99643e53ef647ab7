/**
 * Queries that are built once and run many times. The builder makes the text of a query anew for each call, which takes
 * several times as long as SQLite needs to run it; so what every write and every page asks is built with places in
 * the place of values, and kept by the connection that it is for.
 */
import { sql } from 'drizzle-orm';
import type { Reader } from '#db/dialect';

/** What the builder of either engine gives for a query; only PostgreSQL's takes a name, and an empty one names nothing. */
interface Preparable<Rows> {
  prepare(name: string): Prepared<Rows>;
}

interface Prepared<Rows> {
  /** The values by the names of their places: `0`, `1` … */
  execute(values: Readonly<Record<string, unknown>>): PromiseLike<Rows>;
}

/** Longer lists are built each time: their lengths are too many to keep one query for each. */
const longestList = 64;
/** A query whose values take more forms than this begins anew. */
const maxForms = 200;

/**
 * A query that is built once for each connection and each form of its values:
 * `const rowOf = keptQuery((reader: Reader, { id }: { id: string }) => reader.select().from(rules).where(eq(rules.id, id)))`,
 * then `await rowOf(reader, { id })`.
 *
 * `build` gets places where its types say values: it hands them on to the builder and asks nothing of them but whether they
 * are null or undefined, and how long a list is. Lists of rows have a place for each cell. Every value that is given
 * becomes part of the form, so give those alone that the query needs; a column of JSON belongs into a row, where its lists
 * are values. A unit of work of PostgreSQL is a connection of its own, and so are its queries built for it.
 */
export function keptQuery<Base extends Reader, Values extends object, Rows>(
  build: (base: Base, values: Values) => Preparable<Rows>,
): (base: Base, values: Values) => Promise<Rows> {
  const keptOf = new WeakMap<Base, Map<string, Prepared<Rows>>>();
  return async (base, values) => {
    const { form, given, longest } = flatten(values);
    let kept = keptOf.get(base);
    if (kept === undefined) keptOf.set(base, (kept = new Map()));
    let query = kept.get(form);
    if (query === undefined) {
      // Audited: a place stands for a value of any type, which the builder's types do not say.
      query = build(base, placesFor(values) as Values).prepare('');
      if (kept.size >= maxForms) kept.clear();
      if (longest <= longestList) kept.set(form, query);
    }
    return query.execute(given);
  };
}

/** The values in the order of their places, and what they look like: what is there, what is null, how long lists are. */
function flatten(values: object) {
  const given: Record<string, unknown> = {};
  let at = 0;
  let form = '';
  let longest = 0;
  const add = (name: string, value: unknown): void => {
    given[at] = value;
    at += 1;
    form += name + (value === undefined ? '?' : value === null ? '0' : ',');
  };
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) {
      add(name, value);
      continue;
    }
    longest = Math.max(longest, value.length);
    form += `${name}[${value.length}`;
    for (const one of value) {
      if (!isRow(one)) add('', one);
      else for (const [cell, held] of Object.entries(one)) add(cell, held);
    }
  }
  return { form, given, longest };
}

/** The same values with places for them; nothing remains nothing, because the text of a query says it otherwise. */
function placesFor(values: object): object {
  let at = 0;
  const placeOf = (value: unknown): unknown => {
    const place = sql.placeholder(String(at));
    at += 1;
    return value === null || value === undefined ? value : place;
  };
  const placesOf = (row: object): object =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, placeOf(value)]));
  const listed = (list: readonly unknown[]) => list.map((one) => (isRow(one) ? placesOf(one) : placeOf(one)));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? listed(value) : placeOf(value)]),
  );
}

const isRow = (value: unknown): value is object => typeof value === 'object' && value !== null;
