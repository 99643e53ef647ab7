/** Keeps the reference tables at what the program came with, writing only rows that differ. */
import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '#db/dialect';
import { listIndicatorVersions } from '#db/indicators.ts';
import { insertOfficeDecision, newestDecisions, subjects } from '#db/office-decisions.ts';
import { insertRule } from '#db/rules.ts';
import { curves, indicators, regions, requirementItems, requirements, rules } from '#db/schema.ts';
import { curveRows } from './curves.ts';
import { holidayYears } from './holidays.ts';
import { indicatorRows } from './indicators.ts';
import { regionRows } from './regions.ts';
import { requirementItemRows, requirementRows } from './requirements.ts';
import { firstRule } from './rules.ts';

/** The wanted rows that the table does not hold in exactly this form. */
function differing<Row>(held: readonly unknown[], wanted: readonly Row[]): readonly Row[] {
  return wanted.filter((row) => !held.some((other) => isDeepStrictEqual(other, row)));
}

/**
 * Brings regions to the program's; returns how many rows were written. Regions of the office's own stay, and so does where
 * the office placed one of the program's: an office of the whole nation hangs the province below itself.
 */
export async function storeRegions(tx: Writer): Promise<number> {
  const held = await tx.select().from(regions);
  const places = new Map(
    held.map(({ code, parent, position, validFrom, validTo }) => [code, { parent, position, validFrom, validTo }]),
  );
  const wanted = regionRows.map((row) => ({ ...row, ...places.get(row.code) }));
  const changed = differing(held, wanted);
  for (const row of changed) {
    await tx.insert(regions).values(row).onConflictDoUpdate({ target: regions.code, set: row });
  }
  return changed.length;
}

/** Brings the pace curves to the program's; returns how many rows were written. */
export async function storeCurves(tx: Writer): Promise<number> {
  const changed = differing(await tx.select().from(curves), curveRows);
  for (const row of changed) {
    await tx.insert(curves).values(row).onConflictDoUpdate({ target: curves.code, set: row });
  }
  return changed.length;
}

/**
 * Brings the indicators to the program's, after the curves; returns how many rows were written. What the office decided about
 * one of them stays.
 */
export async function storeIndicators(tx: Writer): Promise<number> {
  const decided = new Set((await listIndicatorVersions(tx)).map(({ code }) => code));
  const own = indicatorRows.filter(({ code }) => !decided.has(code));
  const changed = differing(await tx.select().from(indicators), own);
  for (const row of changed) {
    await tx.insert(indicators).values(row).onConflictDoUpdate({ target: indicators.code, set: row });
  }
  return changed.length;
}

/** Brings the three requirements and their items to the program's; returns how many rows were written. */
export async function storeRequirements(tx: Writer): Promise<number> {
  const changed = differing(await tx.select().from(requirements), requirementRows);
  for (const row of changed) {
    await tx.insert(requirements).values(row).onConflictDoUpdate({ target: requirements.key, set: row });
  }
  const items = differing(await tx.select().from(requirementItems), requirementItemRows);
  for (const row of items) {
    await tx.insert(requirementItems).values(row).onConflictDoUpdate({ target: requirementItems.key, set: row });
  }
  return changed.length + items.length;
}

/** Stores the rule to begin with where the office has no rule at all; returns how many rows were written. */
export async function storeFirstRule(tx: Writer, now: Date): Promise<number> {
  const held = await tx.select({ id: rules.id }).from(rules).limit(1);
  if (held.length > 0) return 0;
  await insertRule(tx, { ...firstRule, createdAt: now.toISOString() });
  return 1;
}

/** Stores the holidays of years for which the office has none; returns how many rows were written. What it entered stays. */
export async function storeHolidays(tx: Writer, now: Date): Promise<number> {
  const held = await newestDecisions(
    tx,
    holidayYears.map(({ year }) => subjects.holidays(year)),
  );
  const missing = holidayYears.filter(({ year }) => !held.has(subjects.holidays(year)));
  for (const { year, source, days } of missing) {
    await insertOfficeDecision(tx, {
      id: `holidays-${year}`,
      subject: subjects.holidays(year),
      sequence: 1,
      value: days,
      reason: source,
      author: null,
      authoredAs: firstRule.authoredAs,
      decidedAt: now.toISOString(),
    });
  }
  return missing.length;
}
