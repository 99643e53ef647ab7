/** Which rule judges a month: the newest that took effect by then. */
import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { ruleAt } from '#api/rules/lifecycle.ts';
import { readSnapshot, type Snapshot } from '#api/assessments/snapshot.ts';
import { listRules } from '#db/rules.ts';
import { rules } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';

/** An office whose rule was replaced as of October 2019 and again as of March 2020, and the snapshot of a year. */
async function threeRules(): Promise<(year: number) => Promise<Snapshot>> {
  const { database } = await demoApp();
  const [first] = await listRules(database.reader);
  if (first === undefined) throw new Error('the demonstration has no rule');
  await database.write((tx) =>
    tx.insert(rules).values([
      { ...first, version: 2, effectiveYear: 2019, effectiveMonth: 10 },
      { ...first, version: 3, effectiveYear: 2020, effectiveMonth: 3 },
    ]),
  );
  return (year) => readSnapshot(database.reader, year);
}

const rule = (version: number, effectiveYear: number, effectiveMonth: number) => ({
  id: 'rule',
  version,
  nameZh: '',
  nameEn: '',
  effectiveYear,
  effectiveMonth,
  conditions: presets.points,
  createdAt: '',
  author: null,
  authoredAs: { name: '', title: { zh: '', en: '' } },
  source: '',
});

describe('the rule in force', () => {
  it('is a new one from exactly its first month on, within a year and across years', async () => {
    const snapshotOf = await threeRules();
    const versionsIn = async (year: number) => {
      const snapshot = await snapshotOf(year);
      return Array.from({ length: 12 }, (_, index) => ruleAt(snapshot, index + 1).version);
    };
    expect(await versionsIn(2018)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await versionsIn(2019)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
    expect(await versionsIn(2020)).toEqual([2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    expect(await versionsIn(2021)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('is named as the first one before any took effect', async () => {
    const snapshotOf = await threeRules();
    expect(ruleAt(await snapshotOf(2016), 12).version).toBe(1);
  });

  it('of a year’s turn is not mistaken for one of another month of another year', () => {
    // Newest first, as they are read: January 2021, December 2020, January 2020.
    const known = [rule(3, 2021, 1), rule(2, 2020, 12), rule(1, 2020, 1)];
    const at = (year: number, month: number) => ruleAt({ rules: known, year }, month).version;
    expect([at(2020, 1), at(2020, 11), at(2020, 12), at(2021, 1), at(2021, 12)]).toEqual([1, 1, 2, 3, 3]);
  });
});
