/** A key stands for one request of one person: the same reply for the same request, a refusal for any other. */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEvents, idempotencyKeys } from '#db/schema.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  monthOf,
  once,
  ordinary,
  quzhou,
  storedState,
  submissionIn,
  submittedOctober,
} from '#tests/support/reporting.ts';

const codeOf = (reply: { readonly statusCode: number; json<Body>(): Body }): readonly unknown[] => [
  reply.statusCode,
  reply.json<{ code?: string }>().code,
];
const keyReused = [422, 'key-reused'];

const itemOf = (region: string, command: string) => `/api/interviews/2020-10-15/items/${region}/1.2/${command}`;

const reported = async (bureau: Caller, region: string, key: string) =>
  bureau.post(itemOf(region, 'report'), { note: '已按要求完成' }, once(1, key));

describe('an Idempotency-Key', () => {
  it('of one city’s acceptance does not answer for another city’s', async () => {
    const { official, database } = await submittedOctober();
    // Both months wait, both at version 2, and an acceptance says nothing but its address.
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, once(1, 'key'))).statusCode).toBe(200);
    const before = await storedState(database);
    expect(codeOf(await official.post(monthOf(quzhou, 10, 'accept'), {}, once(1, 'key')))).toEqual(keyReused);
    expect(await storedState(database)).toEqual(before);
    expect((await official.post(monthOf(quzhou, 10, 'accept'), {}, once(1, 'another'))).statusCode).toBe(200);
  });

  it('does not answer for the same request based on another version', async () => {
    const { official, database } = await submittedOctober();
    const accept = (version: number) => official.post(monthOf(hangzhou, 10, 'accept'), {}, once(version, 'key'));
    const first = await accept(1);
    const before = await storedState(database);
    expect(codeOf(await accept(2))).toEqual(keyReused);
    const unbased = await official.post(monthOf(hangzhou, 10, 'accept'), {}, { 'idempotency-key': 'key' });
    expect(codeOf(unbased)).toEqual([428, 'version-required']);
    expect((await accept(1)).body).toBe(first.body);
    expect(await storedState(database)).toEqual(before);
  });

  it('of a verification does not answer for a return with the same words', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', '330300');
    const official = await signedInAs('official');
    const item = await reported(bureau, '330300', 'report');
    const { version } = item.json<{ item: { version: number } }>().item;
    const verified = await official.post(itemOf('330300', 'verify'), { note: '与现场相符' }, once(version, 'key'));
    expect(verified.statusCode).toBe(200);
    const before = await storedState(database);
    const returned = await official.post(itemOf('330300', 'return'), { reason: '与现场相符' }, once(version, 'key'));
    expect(codeOf(returned)).toEqual(keyReused);
    expect(await storedState(database)).toEqual(before);
  });

  it('does not answer for another reason', async () => {
    const { official, database } = await submittedOctober();
    const sendBack = (reason: string) => official.post(monthOf(hangzhou, 10, 'return'), { reason }, once(1, 'key'));
    expect((await sendBack('请核对十月数据')).statusCode).toBe(200);
    const before = await storedState(database);
    expect(codeOf(await sendBack('请核对九月数据'))).toEqual(keyReused);
    expect((await sendBack('请核对十月数据')).statusCode).toBe(200);
    expect(await storedState(database)).toEqual(before);
  });

  it('is one person’s own: another may choose the same', async () => {
    const { signedInAs, database } = await demoApp();
    for (const region of ['330300', '331100']) {
      const reply = await reported(await signedInAs('bureau', region), region, 'key');
      expect(reply.json()).toMatchObject({ item: { region, state: 'reported' } });
    }
    expect(await database.reader.select().from(idempotencyKeys)).toHaveLength(2);
  });

  it('of a command that was refused is free for the next try', async () => {
    const { official, database } = await submittedOctober();
    const stale = await official.post(monthOf(hangzhou, 10, 'accept'), {}, once(0, 'key'));
    expect(stale.statusCode).toBe(409);
    expect(await database.reader.select().from(idempotencyKeys)).toEqual([]);
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, once(1, 'key'))).statusCode).toBe(200);
  });

  it('is kept with what was done and when, and not at all where none was sent', async () => {
    const { bureau, official, database, clock } = await submittedOctober();
    expect(await database.reader.select().from(idempotencyKeys)).toEqual([]);
    clock.advance(5);
    const accepted = await official.post(monthOf(hangzhou, 10, 'accept'), {}, once(1, 'key'));
    const rows = await database.reader.select().from(idempotencyKeys);
    expect(rows).toMatchObject([{ key: 'key', endpoint: 'submission.accept', createdAt: '2020-10-19T01:05:00.000Z' }]);
    const { context: _beside, versions, ...rest } = submissionIn(accepted);
    expect(JSON.parse(rows[0]?.reply ?? '')).toEqual({ ...rest, context: [], versions: versions.slice(0, 1) });
    expect((await bureau.get(monthOf(hangzhou))).json()).toMatchObject({ status: 'accepted' });
  });

  it('of a month with a long history keeps no more than of its beginning, and gets the whole reply again', async () => {
    const { official, bureau, database } = await submittedOctober();
    const sendBack = (version: number) =>
      official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对十月数据' }, once(version, `return-${version}`));
    const sendAnew = async (version: number) => {
      await bureau.put(monthOf(hangzhou), ordinary, basedOn(version));
      await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(version + 1));
    };
    await sendBack(1);
    for (const round of [1, 2, 3]) {
      await sendAnew(3 * round);
      const returned = await sendBack(2 * round + 1);
      expect(submissionIn(returned).versions).toHaveLength(round + 1);
      if (round < 3) continue;
      await sendAnew(12);
      expect((await sendBack(7)).body).toBe(returned.body);
    }
    const kept = await database.reader.select().from(idempotencyKeys).orderBy(idempotencyKeys.createdAt);
    const sizes = kept.map(({ reply }) => reply.length);
    expect(kept).toHaveLength(4);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(100);
  });

  it('writes no second audit row and tells nobody of a change that was none', async () => {
    const { signedInAs, database, app } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const heard: (string | null)[] = [];
    app.services.changes.listen((seenBy) => heard.push(seenBy));
    for (let time = 0; time < 3; time += 1) await bureau.put(monthOf(hangzhou), ordinary, once(0, 'key'));
    expect(heard).toEqual([hangzhou]);
    const rows = await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'submission.save'));
    expect(rows).toHaveLength(1);
  });
});
