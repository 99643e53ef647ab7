/** What tests of monthly reports share: addresses, an ordinary report, and a look at all that is stored. */
import { getTableName, is, Table } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import type { Submission } from '#api/submissions/contract.ts';
import type { Database } from '#db/dialect';
import * as schema from '#db/schema.ts';
import { demoApp, type Caller, type TestApp } from './app.ts';

/** Codes of cities that tests report for; Lishui and Wenzhou are behind, Jiaxing's October is accepted. */
export const hangzhou = '330100';
export const wenzhou = '330300';
export const jiaxing = '330400';
export const huzhou = '330500';
export const quzhou = '330800';
export const zhoushan = '330900';
export const lishui = '331100';

/** The address of a city's month of 2020, or of an act on it. */
export const monthOf = (region: string, month: number | string = 10, command = ''): string =>
  `/api/submissions/2020/${month}/${region}${command === '' ? '' : `/${command}`}`;

/** The header that names the version a change is based on. */
export const basedOn = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

/** The header that makes an act count once. */
export const once = (version: number, key: string): Record<string, string> => ({
  ...basedOn(version),
  'idempotency-key': key,
});

/** October figures of Hangzhou, which has met its targets, so that nothing must be explained. */
export const ordinary = {
  figures: {
    'prefab-area': { cumulative: 2010.5 },
    'prefab-civil': { cumulative: '1,201.25' },
    'prefab-share': { numerator: 2010.5, denominator: 6700 },
    'steel-housing': { cumulative: '１２０．５' },
    'green-demo': { cumulative: 22 },
  },
};

/** The same with another area, which the share's numerator follows. */
export const ordinaryWith = (area: number) => ({
  ...ordinary.figures,
  'prefab-area': { cumulative: area },
  'prefab-share': { ...ordinary.figures['prefab-share'], numerator: area },
});

/** The body of a reply that gave a month. */
export const submissionIn = (response: LightMyRequestResponse): Submission => response.json<Submission>();

/** The value of an indicator in a month's newest version, in its unit. */
export const newestValue = (month: Submission, indicator: string): number | undefined =>
  month.versions[0]?.figures.find((figure) => figure.indicator === indicator)?.cumulative;

/** What a refusal may change: sessions, failed sign-ins, the trail of refusals and its seals. */
const beside: ReadonlySet<unknown> = new Set<unknown>([
  schema.sessions,
  schema.signInFailures,
  schema.auditEvents,
  schema.seals,
  schema.settings,
]);

/** Everything that is stored, revision included, but for what a refusal may change. */
export async function storedState(database: Database): Promise<Record<string, unknown[]>> {
  const tables = Object.values(schema).filter((value) => is(value, Table) && !beside.has(value));
  const state: Record<string, unknown[]> = {};
  for (const table of tables) state[getTableName(table)] = await database.reader.select().from(table);
  return state;
}

/** Hangzhou's October, saved and submitted: counter 2. */
export async function submittedOctober(
  choices: Parameters<typeof demoApp>[0] = {},
): Promise<TestApp & { readonly bureau: Caller; readonly official: Caller }> {
  const test = await demoApp(choices);
  const bureau = await test.signedInAs('bureau', hangzhou);
  const official = await test.signedInAs('official');
  await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
  const submitted = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
  if (submitted.statusCode !== 200) throw new Error(`the report was not submitted: ${submitted.body}`);
  return { ...test, bureau, official };
}
