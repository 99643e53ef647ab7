/** The areas of an office: those of one province, or the counties of a whole nation's tree. */
import type Sqlite from 'better-sqlite3';
import { province } from '#seeds/reference/regions.ts';

export type Cell = string | number | null;
export type Insert = (table: string, row: Readonly<Record<string, Cell>>) => void;

/** Adds areas to those that the reference data brings, all of them right below the one province. */
export function addAreas(database: Sqlite.Database, insert: Insert, areas: number): readonly string[] {
  const known = database
    .prepare("select code from region where kind = 'city' order by position")
    .pluck()
    .all()
    .map(String);
  const own = Array.from({ length: areas - known.length }, (_, index) => String(900_000 + index));
  for (const [index, code] of own.entries())
    addRegion(insert, { code, parent: province, kind: 'city', name: `第${index + 1}县`, position: 100 + index });
  return [...known, ...own];
}

/** The codes of the 31 divisions of the first level by GB/T 2260, in its order. */
const provinces = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
];
export const nationCode = '100000';
const citiesOfProvince = 11;

/**
 * A nation of so many counties: 31 provinces, 11 cities in each, the counties shared out among these, with codes as GB/T 2260
 * forms them. The reference data's province and cities keep their places. Gives the counties.
 */
export function addNation(database: Sqlite.Database, insert: Insert, counties: number): readonly string[] {
  addRegion(insert, { code: nationCode, parent: null, kind: 'nation', name: '全国', position: -1 });
  const known = new Set(database.prepare('select code from region').pluck().all().map(String));
  const add = (code: string, parent: string, kind: string) => {
    if (!known.has(code)) addRegion(insert, { code, parent, kind, name: `${code}区划`, position: Number(code) });
  };
  const cities = provinces.flatMap((number) => {
    add(`${number}0000`, nationCode, 'province');
    return Array.from({ length: citiesOfProvince }, (_, index) => {
      const city = `${number}${String(index + 1).padStart(2, '0')}`;
      add(`${city}00`, `${number}0000`, 'city');
      return city;
    });
  });
  database.prepare('update region set parent = ? where code = ?').run(nationCode, province);
  return Array.from({ length: counties }, (_, index) => {
    const city = cities[index % cities.length] ?? '';
    const code = `${city}${String(Math.floor(index / cities.length) + 1).padStart(2, '0')}`;
    add(code, `${city}00`, 'county');
    return code;
  });
}

interface Added {
  readonly code: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly name: string;
  readonly position: number;
}

function addRegion(insert: Insert, { code, parent, kind, name, position }: Added): void {
  insert('region', {
    code,
    parent,
    kind,
    name_zh: name,
    name_en: `Division ${code}`,
    short_zh: name,
    tile_row: null,
    tile_column: null,
    position,
    valid_from: '2001-01-01',
    valid_to: null,
  });
}
