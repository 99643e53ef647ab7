/** Months of many versions: what is kept of them between requests, and what is sent with them. */
import { describe, expect, it } from 'vitest';
import { listAcceptedFigures } from '#db/figures.ts';
import { findCounters, insertVersion, listVersions } from '#db/submissions.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { versionsAt } from '#api/submissions/kept-versions.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, once, ordinaryWith, submissionIn } from '#tests/support/reporting.ts';

const explained = { cause: '开工推迟', remedies: '逐个项目明确日期' };

/** What is kept of a month, beside what the database says of it. */
async function keptAndStored({ database }: TestApp, region: string, month: number) {
  const key = { region, year: 2020, month };
  const counters = await findCounters(database.reader, key);
  const kept = await versionsAt(database.reader, database, key, counters);
  return { kept, stored: await listVersions(database.reader, key) };
}

/** A bureau and the official, whose calls name the version that each of them sees. */
async function peopleOf(office: TestApp, city: string) {
  const bureau = await office.signedInAs('bureau', city);
  const official = await office.signedInAs('official');
  const october = monthOf(city);
  const version = async (who: typeof bureau, month: number) =>
    submissionIn(await who.get(monthOf(city, month))).version;
  return {
    bureau,
    official,
    save: async (value: number, asOf?: string) =>
      bureau.put(october, { ...explained, asOf, figures: ordinaryWith(value) }, basedOn(await version(bureau, 10))),
    send: async (command: string, body = {}, month = 10) =>
      bureau.post(monthOf(city, month, command), body, basedOn(await version(bureau, month))),
    decide: async (command: string, body = {}, month = 10) =>
      official.post(monthOf(city, month, command), body, basedOn(await version(official, month))),
  };
}

describe('what is kept of a month between requests', () => {
  it('is what the database says after every command, refused ones and ones that are asked twice too', async () => {
    const office = await demoApp();
    const { bureau, official, save, send, decide } = await peopleOf(office, hangzhou);
    const october = monthOf(hangzhou);
    const reason = '请核对装配式面积后再报';
    const steps: readonly (readonly [command: string, status: number, () => ReturnType<typeof save>])[] = [
      ['save', 200, () => save(2001, '2020-10-10')],
      ['save again', 200, () => save(2002, '2020-10-10')],
      ['submit', 200, () => send('submit')],
      ['withdraw', 200, () => send('withdraw')],
      ['submit anew', 200, () => send('submit')],
      ['submit twice', 409, () => send('submit')],
      ['return', 200, () => decide('return', { reason })],
      ['save after it', 200, () => save(2003, '2020-10-10')],
      ['send it', 200, () => send('submit')],
      ['accept', 200, () => decide('accept')],
      ['undo', 200, () => decide('undo')],
      ['accept anew', 200, () => decide('accept')],
      ['begin a later day', 200, () => save(2004, '2020-10-19')],
      ['revoke below a draft', 200, () => decide('revoke', { reason: '误通过，须重报' })],
      ['save once more', 200, () => save(2005, '2020-10-19')],
    ];
    const states: (string | undefined)[] = [];
    for (const [command, status, step] of steps) {
      const reply = await step();
      expect([command, reply.statusCode]).toEqual([command, status]);
      const { kept, stored } = await keptAndStored(office, hangzhou, 10);
      expect([command, kept]).toEqual([command, stored]);
      // Whoever acted was shown the month as it is read.
      const isBureau = /save|submit|send|withdraw|begin/.test(command);
      if (status === 200) expect(reply.json()).toEqual((await (isBureau ? bureau : official).get(october)).json());
      states.push(stored.find(({ state }) => state !== 'draft')?.state);
    }
    expect(new Set(states)).toEqual(new Set([undefined, 'submitted', 'withdrawn', 'returned', 'accepted', 'revoked']));
    const { version } = submissionIn(await bureau.get(october));
    const body = { ...explained, figures: ordinaryWith(2005) };
    const [first, second] = [
      await bureau.put(october, body, once(version, 'the-same-key-of-a-save')),
      await bureau.put(october, body, once(version, 'the-same-key-of-a-save')),
    ];
    expect(second.json()).toEqual(first.json());
    const after = await keptAndStored(office, hangzhou, 10);
    expect(after.kept).toEqual(after.stored);
    // What the other people read is made of the same.
    expect(submissionIn(await official.get(october)).versions[0]?.state).toBe('revoked');
  });

  it('holds for the months that are corrected and decided with another one', async () => {
    const office = await demoApp();
    const { send, decide } = await peopleOf(office, lishui);
    for (const command of ['return', 'accept'] as const) {
      const body = {
        reason: '八月漏报一个项目',
        figures: { 'green-demo': { cumulative: 3 } },
        laterMonths: 'not-included',
        ...explained,
      };
      expect((await send('correct', body, 8)).statusCode).toBe(200);
      expect((await decide(command, command === 'return' ? { reason: '请附项目名称后再报' } : {}, 8)).statusCode).toBe(
        200,
      );
      for (const month of [8, 9]) {
        const { kept, stored } = await keptAndStored(office, lishui, month);
        expect(kept).toEqual(stored);
      }
    }
  });
});

describe('a month of many versions', () => {
  it('is sent with those of late; all of them are there to be asked for, drafts for their bureau alone', async () => {
    const office = await demoApp();
    const { bureau, official, send, decide } = await peopleOf(office, hangzhou);
    const before = submissionIn(await official.get(monthOf(hangzhou, 9)));
    expect([before.recent, before.earlier]).toEqual([before.versions.length, 0]);
    const had = before.versions.length;
    for (let turn = 1; turn <= 14; turn += 1) {
      const body = { reason: '经核实更正示范项目', figures: { 'green-demo': { cumulative: 40 + turn } }, ...explained };
      expect((await send('correct', body, 9)).statusCode).toBe(200);
      expect((await decide('accept', {}, 9)).statusCode).toBe(200);
    }
    // A key that comes again is answered as the first time, though only the newest version was kept for it.
    const again = { reason: '经核实更正示范项目', figures: { 'green-demo': { cumulative: 60 } }, ...explained };
    const basis = once(submissionIn(await bureau.get(monthOf(hangzhou, 9))).version, 'the-same-key-of-a-correction');
    const answers = [
      await bureau.post(monthOf(hangzhou, 9, 'correct'), again, basis),
      await bureau.post(monthOf(hangzhou, 9, 'correct'), again, basis),
    ];
    expect(answers[0]?.statusCode).toBe(200);
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    expect((await decide('return', { reason: '请附项目名称后再报' }, 9)).statusCode).toBe(200);
    const month = submissionIn(await official.get(monthOf(hangzhou, 9)));
    // Eleven of late, and the report below them, which still gives the other figures.
    expect(month.versions.map(({ number }) => number)).toEqual([
      ...Array.from({ length: 11 }, (_, at) => had + 15 - at),
      ...before.versions.filter(({ state }) => state === 'accepted').map(({ number }) => number),
    ]);
    expect([month.recent, month.versions.length + month.earlier]).toEqual([11, had + 15]);
    const all = (await official.get(`${monthOf(hangzhou, 9)}/versions`)).json<SubmissionVersion[]>();
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: had + 15 }, (_, at) => had + 15 - at));
    expect(all.slice(0, 11)).toEqual(month.versions.slice(0, 11));
    expect((await bureau.get(`${monthOf(hangzhou, 9)}/versions`)).json()).toEqual(all);
    const other = await office.signedInAs('bureau', lishui);
    expect((await other.get(`${monthOf(hangzhou, 9)}/versions`)).statusCode).toBe(404);
  });

  it('shows a draft among its versions to its bureau alone', async () => {
    const office = await demoApp();
    const { bureau, official, save } = await peopleOf(office, hangzhou);
    await save(2001);
    const path = `${monthOf(hangzhou)}/versions`;
    expect((await bureau.get(path)).json<SubmissionVersion[]>().map(({ state }) => state)).toEqual(['draft']);
    expect((await official.get(path)).json()).toEqual([]);
  });
});

describe('the figures that count', () => {
  it('are the same read of one region as of several: the newest day decides before the number', async () => {
    const { database } = await demoApp();
    const key = { region: hangzhou, year: 2020, month: 9 };
    const [newest] = await listVersions(database.reader, key);
    if (newest === undefined) throw new Error('no report');
    const { figures, ...row } = newest;
    const entered = (number: number, asOf: string) => ({ ...row, id: `entered-${number}`, number, asOf });
    await database.write(async (tx) => {
      await insertVersion(
        tx,
        entered(7, '2020-09-20'),
        figures.map((one) => ({ ...one, cumulative: one.cumulative + 7 })),
      );
      await insertVersion(
        tx,
        entered(6, '2020-09-21'),
        figures.map((one) => ({ ...one, cumulative: one.cumulative + 6 })),
      );
    });
    const of = async (codes: readonly string[]) =>
      (await listAcceptedFigures(database.reader, { years: [2020], regions: codes })).filter(
        (figure) => figure.region === hangzhou,
      );
    const one = await of([hangzhou]);
    expect(one).toEqual(await of([hangzhou, lishui]));
    expect(one.filter(({ month }) => month === 9).map(({ number }) => number)).toEqual(figures.map(() => row.number));
  });
});
