/** No sequence of calls changes an accepted figure without a second person: a model of who may move what, held against the API. */
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check';
import { expect, it } from 'vitest';
import { listAcceptedFigures } from '#db/figures.ts';
import { findCounters, listVersionRows } from '#db/submissions.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary } from '#tests/support/reporting.ts';

const calls = ['save', 'submit', 'withdraw', 'accept', 'return', 'correct', 'revoke', 'undo', 'remind'] as const;
type Call = (typeof calls)[number];

/** One call about September, whose acceptance the demonstration brings, or October. */
interface Step {
  readonly call: Call;
  readonly month: 9 | 10;
}

const ofOffice: ReadonlySet<Call> = new Set(['accept', 'return', 'revoke', 'undo', 'remind']);

/** Makes a call as whom it is for, with what they would see. A correction of September takes October along. */
async function make(office: TestApp, { call, month }: Step, value: number): Promise<number> {
  const counters = await findCounters(office.database.reader, { region: hangzhou, year: 2020, month });
  const isOffice = ofOffice.has(call);
  const caller = isOffice ? await office.signedInAs('official') : await office.signedInAs('bureau', hangzhou);
  const headers = basedOn(isOffice ? counters.sentVersion : counters.version);
  const body = { ...ordinary, figures: { ...ordinary.figures, 'green-demo': { cumulative: 22 + value } } };
  if (call === 'remind') return (await caller.post(`/api/reminders/2020/${month}`, {})).statusCode;
  if (call === 'save') return (await caller.put(monthOf(hangzhou, month), body, headers)).statusCode;
  const reason = { reason: '数据有误请核对' };
  const corrected = { figures: { 'green-demo': { cumulative: 30 + value } }, laterMonths: 'not-included', ...reason };
  const sent = { correct: corrected, return: reason, revoke: reason }[String(call)] ?? {};
  return (await caller.post(monthOf(hangzhou, month, call), sent, headers)).statusCode;
}

const scope = { years: [2020], months: [9, 10], regions: [hangzhou] };

/** What counts, as far as it could be changed: each figure with the version that it is of. */
async function countedIn(office: TestApp): Promise<readonly string[]> {
  const rows = await listAcceptedFigures(office.database.reader, scope);
  return rows.map(({ month, indicator, number, cumulative, denominator }) =>
    [month, indicator, number, cumulative, denominator].join(' '),
  );
}

/** What may move the figures that count at all. */
const moving: ReadonlySet<Call> = new Set(['accept', 'revoke', 'undo']);

/**
 * What a call may do to the figures that count. Accepting may put anything in place, by whom a bureau's account is not; taking
 * back and undoing may only leave out versions that were accepted, so that older ones show; nothing else may do anything.
 */
async function expectAllowed(office: TestApp, step: Step, status: number, before: readonly string[]): Promise<void> {
  const after = await countedIn(office);
  if (status !== 200 || !moving.has(step.call)) {
    expect(after, step.call).toEqual(before);
    return;
  }
  const versions = await listVersionRows(office.database.reader, { years: [2020], regions: [hangzhou] });
  for (const row of versions.filter(
    ({ month, state }) => month >= 9 && (state === 'accepted' || state === 'revoked'),
  )) {
    expect(row.decidedBy).not.toBe(row.submittedBy);
  }
  const accepted = new Set(
    versions.filter(({ state }) => state === 'accepted').map((row) => `${row.month} ${row.number}`),
  );
  for (const figure of after) {
    const [month, , number] = figure.split(' ');
    expect(accepted).toContain(`${month} ${number}`);
  }
  // A figure that is new after taking back is one that a second person accepted before.
  if (step.call !== 'accept') expect(after.length).toBeLessThanOrEqual(before.length);
}

it('is no way to an accepted figure without a second person, whatever is called in whatever order', async () => {
  const done = new Map<Call, number>();
  const step = record({ call: constantFrom(...calls), month: constantFrom(9, 10) });
  const scenario: readonly Step[] = [
    { call: 'save', month: 10 },
    { call: 'submit', month: 10 },
  ];
  // What chance would rarely find: a correction that takes a later month along, decided and taken back.
  const packaged: readonly Step[] = (['accept', 'correct', 'accept', 'revoke'] as const).map((call, index) => ({
    call,
    month: index === 0 ? 10 : 9,
  }));
  // A decision that is undone, and then the other one.
  const undone: readonly Step[] = (
    ['accept', 'undo', 'return', 'undo', 'save', 'accept', 'correct', 'accept', 'undo'] as const
  ).map((call) => ({ call, month: 10 }));
  await assert(
    asyncProperty(array(step, { minLength: 4, maxLength: 12 }), async (sequence) => {
      const office = await demoApp();
      for (const [index, one] of [...scenario, ...sequence].entries()) {
        const before = await countedIn(office);
        const status = await make(office, one, index);
        if (status === 200) done.set(one.call, (done.get(one.call) ?? 0) + 1);
        await expectAllowed(office, one, status, before);
      }
      await office.app.close();
    }),
    { numRuns: 12, seed: 20_201_019, examples: [[[...packaged]], [[...undone]]] },
  );
  for (const call of calls) expect([call, (done.get(call) ?? 0) > 0]).toEqual([call, true]);
});
