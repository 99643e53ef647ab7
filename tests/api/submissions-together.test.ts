import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEvents, idempotencyKeys, submissionVersions } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  monthOf,
  newestValue,
  once,
  ordinary,
  storedState,
  submissionIn,
} from '#tests/support/reporting.ts';

const withArea = (cumulative: number) => ({
  figures: { 'prefab-area': { cumulative }, 'prefab-civil': { cumulative: 1200 } },
});

describe('two people with one version', () => {
  it('are told apart: one is saved, the other sees both values', async () => {
    const { signedInAs, database } = await demoApp();
    const first = await signedInAs('bureau', hangzhou);
    const second = await signedInAs('bureau', hangzhou);
    const responses = await Promise.all([
      first.put(monthOf(hangzhou), withArea(2001), basedOn(0)),
      second.put(monthOf(hangzhou), withArea(2002), basedOn(0)),
    ]);
    expect(responses.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const [saved, refused] = responses.toSorted((a, b) => a.statusCode - b.statusCode);
    if (saved === undefined || refused === undefined) throw new Error('two replies were expected');
    const problem = refused.json();
    expect(problem).toMatchObject({ code: 'stale-version', current: { version: 1, status: 'draft' } });
    expect(problem.detail).toContain('hangzhou');
    expect(problem.current).toEqual(saved.json());
    expect(newestValue(problem.current, 'prefab-area')).toBe(newestValue(submissionIn(saved), 'prefab-area'));
    const versions = await database.reader
      .select()
      .from(submissionVersions)
      .where(
        and(
          eq(submissionVersions.region, hangzhou),
          eq(submissionVersions.month, 10),
          eq(submissionVersions.year, 2020),
        ),
      );
    expect(versions).toHaveLength(1);
  });

  it("may both save, one after the other, each on the other's version", async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), withArea(2001), basedOn(0));
    const stale = await bureau.put(monthOf(hangzhou), withArea(2002), basedOn(0));
    const { version } = stale.json().current;
    const merged = await bureau.put(monthOf(hangzhou), withArea(2002), basedOn(version));
    expect(newestValue(submissionIn(merged), 'prefab-area')).toBe(2002);
  });

  it('decide once: of an acceptance and a return one stands', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const official = await signedInAs('official');
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    const responses = await Promise.all([
      official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1)),
      official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对数据' }, basedOn(1)),
    ]);
    expect(responses.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('cannot lose what was sent in between to an acceptance', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const official = await signedInAs('official');
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    await official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对数据' }, basedOn(1));
    const late = await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1));
    expect(late.json()).toMatchObject({ code: 'stale-version', current: { status: 'returned' } });
  });
});

describe('the same command sent again', () => {
  it('counts once, 50 times in parallel', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => bureau.post(monthOf(hangzhou, 10, 'submit'), {}, once(1, 'submit-october'))),
    );
    expect(new Set(responses.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(responses.map(({ body }) => body)).size).toBe(1);
    const audited = await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'submission.submit'));
    expect(audited).toHaveLength(1);
    expect(await database.reader.select().from(idempotencyKeys)).toHaveLength(1);
    expect(submissionIn(await bureau.get(monthOf(hangzhou)))).toMatchObject({ version: 2, status: 'submitted' });
  });

  it('gets the same reply after the state has moved on, and changes nothing', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const save = () => bureau.put(monthOf(hangzhou), ordinary, once(0, 'first-save'));
    const first = await save();
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    const before = await storedState(database);
    const again = await save();
    expect(again.statusCode).toBe(200);
    expect(again.body).toBe(first.body);
    expect(await storedState(database)).toEqual(before);
  });

  it('is refused with other figures under the same key', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), withArea(2001), once(0, 'key'));
    const before = await storedState(database);
    const other = await bureau.put(monthOf(hangzhou), withArea(2002), once(0, 'key'));
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'key-reused' });
    expect(await storedState(database)).toEqual(before);
  });

  it('is a command of its own for another person', async () => {
    const { signedInAs } = await demoApp();
    const one = await signedInAs('bureau', hangzhou);
    const other = await signedInAs('bureau', '330200');
    expect((await one.put(monthOf(hangzhou), withArea(2001), once(0, 'key'))).statusCode).toBe(200);
    const figures = { 'prefab-area': { cumulative: 1300 }, 'prefab-civil': { cumulative: 1050 } };
    expect((await other.put(monthOf('330200'), { figures }, once(0, 'key'))).statusCode).toBe(200);
  });
});
