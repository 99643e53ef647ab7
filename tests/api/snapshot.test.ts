/** A snapshot is read by several statements, so that a change may come in between. */
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readSnapshot, reportingAt, rowsOf, type Grouped } from '#api/assessments/snapshot.ts';
import type { Reader } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { quzhou } from '#tests/support/reporting.ts';

const accepted = `
  UPDATE submission_version SET state = 'accepted' WHERE state = 'submitted';
  UPDATE revision SET number = number + 1 WHERE id = 'standings';
`;
const another = `UPDATE revision SET number = number + 1 WHERE id = 'standings'`;

/** A reader before whose statements of these numbers another program commits something. */
function interrupted(
  { database, address }: TestApp,
  change: string,
  isBetween: (statement: number) => boolean,
): Reader {
  let statements = 0;
  return new Proxy(database.reader, {
    get(reader, name) {
      const value: unknown = Reflect.get(reader, name);
      if ((name !== 'select' && name !== 'selectDistinct') || typeof value !== 'function') return value;
      statements += 1;
      if (isBetween(statements)) {
        const other = new Sqlite(address.slice('file:'.length));
        other.exec(change);
        other.close();
      }
      return value.bind(reader);
    },
  });
}

const monthsIn = (rows: readonly { readonly month: number }[]) => rows.map(({ month }) => month);

const years = (rows: readonly { readonly year: number }[]) => [...new Set(rows.map(({ year }) => year))];

const all = <Row>(grouped: Grouped<Row>) => [...grouped.values()].flatMap((own) => [...own.values()].flat());

describe('a snapshot', () => {
  it('is of one revision: read again where a change came in between', async () => {
    const office = await demoApp();
    const before = await currentRevision(office.database.reader);
    // The sixth statement comes after the accepted figures and before those that wait and the states of months.
    const reader = interrupted(office, accepted, (statement) => statement === 6);
    const snapshot = await readSnapshot(reader, 2020);
    expect(snapshot.revision).toBe(before + 1);
    expect(monthsIn(rowsOf(snapshot.figures, quzhou, 'prefab-area'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rowsOf(snapshot.pending, quzhou, 'prefab-area')).toEqual([]);
    expect(rowsOf(snapshot.versions, quzhou, 10).map(({ state }) => state)).toEqual(['accepted']);
  });

  it('is of the revision that it names where nothing came in between', async () => {
    const { database } = await demoApp();
    const snapshot = await readSnapshot(database.reader, 2020);
    expect(snapshot.revision).toBe(await currentRevision(database.reader));
    expect(monthsIn(rowsOf(snapshot.figures, quzhou, 'prefab-area'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(monthsIn(rowsOf(snapshot.pending, quzhou, 'prefab-area'))).toEqual([10]);
  });

  it('is given up, and not made of two states, where every read meets a change', async () => {
    const office = await demoApp();
    const reader = interrupted(office, another, () => true);
    await expect(readSnapshot(reader, 2020)).rejects.toThrow('the standings of 2020 changed during each of 20 reads');
  });

  it('holds this year’s figures and last year’s apart', async () => {
    const { database } = await demoApp();
    const snapshot = await readSnapshot(database.reader, 2020);
    expect(years(all(snapshot.figures))).toEqual([2020]);
    expect(years(all(snapshot.lastYear))).toEqual([2019]);
    expect(years(all(snapshot.targets))).toEqual([2020]);
    expect(years(all(snapshot.versions))).toEqual([2020]);
    expect(snapshot.regions.root.code).toBe('330000');
    expect(reportingAt(snapshot, 1).map(({ code }) => code)).not.toContain('330000');
    expect(reportingAt(snapshot, 1)).toHaveLength(11);
  });
});
