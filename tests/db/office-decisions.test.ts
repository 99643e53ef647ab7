import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { insertOfficeDecision, newestDecisions, subjects, type OfficeDecisionRow } from '#db/office-decisions.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
});

const decision = (id: string, more: Partial<OfficeDecisionRow> = {}): OfficeDecisionRow => ({
  id,
  subject: subjects.start,
  sequence: 1,
  value: { from: { year: 2020, month: 11 } },
  reason: 'test',
  author: null,
  authoredAs: author('official'),
  decidedAt: '2020-10-19T01:00:00.000Z',
  ...more,
});

const add = (row: OfficeDecisionRow) => database.write((tx) => insertOfficeDecision(tx, row));
const newest = (...asked: string[]) => newestDecisions(database.reader, asked);
const at = (instant: string) => newestDecisions(database.reader, [subjects.start], instant);

it('gives the newest decision of each subject that is asked for, its value as it was written', async () => {
  expect(await newest(subjects.start)).toEqual(new Map());
  // Ids in the other order than their sequences, as they come of chance.
  const rows = [decision('b'), decision('a', { sequence: 2, value: { from: null } })];
  const other = decision('c', { subject: subjects.holidays(2020), value: [] });
  for (const row of [...rows, other]) expect(await add(row)).toBe(true);
  expect(await newest(subjects.start)).toEqual(new Map([[subjects.start, rows[1]]]));
  expect([...(await newest(subjects.start, subjects.holidays(2020), subjects.rule(2020))).keys()].toSorted()).toEqual([
    subjects.holidays(2020),
    subjects.start,
  ]);
});

it('gives at an instant what was decided by then', async () => {
  const first = decision('a');
  await add(first);
  await add(decision('b', { sequence: 2, decidedAt: '2020-10-20T01:00:00.000Z' }));
  expect(await at('2020-10-19T00:59:59.999Z')).toEqual(new Map());
  expect(await at('2020-10-20T00:59:59.999Z')).toEqual(new Map([[subjects.start, first]]));
});

it('takes one row a subject and sequence, and leaves it as it was', async () => {
  const first = decision('a');
  expect([await add(first), await add(decision('b', { value: { from: null } }))]).toEqual([true, false]);
  expect(await newest(subjects.start)).toEqual(new Map([[subjects.start, first]]));
});
