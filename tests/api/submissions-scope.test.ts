import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { submissionVersions } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  huzhou,
  jiaxing,
  monthOf,
  ordinary,
  quzhou,
  storedState,
  submissionIn,
} from '#tests/support/reporting.ts';

describe('a bureau', () => {
  it("finds another city's month no more than one of a city that does not exist", async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const before = await storedState(database);
    const bodies = [];
    for (const region of [quzhou, '999999', '330000']) {
      const responses = [
        await bureau.get(monthOf(region)),
        await bureau.put(monthOf(region), ordinary, basedOn(2)),
        await bureau.post(monthOf(region, 10, 'submit'), {}, basedOn(2)),
        await bureau.post(monthOf(region, 10, 'correct'), { ...ordinary, reason: '更正数据' }, basedOn(2)),
      ];
      for (const response of responses) expect(response.statusCode).toBe(404);
      bodies.push(responses.map((response) => ({ ...response.json(), instance: '' })));
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toEqual(bodies[2]);
    expect(await storedState(database)).toEqual(before);
  });

  it('lists its own months alone', async () => {
    const { signedInAs } = await demoApp();
    const list = (await (await signedInAs('bureau', hangzhou)).get('/api/submissions?year=2020')).json();
    expect(new Set(list.submissions.map(({ region }: { region: string }) => region))).toEqual(new Set([hangzhou]));
  });

  it('reviews nothing', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', quzhou);
    expect((await bureau.get('/api/review')).statusCode).toBe(403);
    expect((await bureau.post(monthOf(quzhou, 10, 'accept'), {}, basedOn(2))).statusCode).toBe(403);
    expect((await bureau.post(monthOf(quzhou, 10, 'return'), { reason: '请核对数据' }, basedOn(2))).statusCode).toBe(
      403,
    );
  });
});

describe('an official', () => {
  it('learns nothing of a draft, nor that there is one', async () => {
    const { signedInAs } = await demoApp();
    const own = submissionIn(await (await signedInAs('bureau', huzhou)).get(monthOf(huzhou)));
    expect(own.versions[0]).toMatchObject({ state: 'draft', figures: [{ cumulative: 509.84 }, { cumulative: 296.2 }] });
    const response = await (await signedInAs('official')).get(monthOf(huzhou));
    expect(submissionIn(response)).toMatchObject({ status: 'missing', versions: [], hints: [] });
    expect(response.body).not.toContain('509.84');
    const list = (await (await signedInAs('official')).get('/api/submissions?year=2020')).json();
    const line = list.submissions.find(({ region }: { region: string }) => region === huzhou);
    expect(line).toMatchObject({ status: 'missing', asOf: null });
  });

  it('reads what was accepted beneath a draft', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', jiaxing);
    const { version } = submissionIn(await bureau.get(monthOf(jiaxing)));
    await bureau.put(monthOf(jiaxing), { figures: { 'prefab-area': { cumulative: 661.23 } } }, basedOn(version));
    const response = await (await signedInAs('official')).get(monthOf(jiaxing));
    expect(submissionIn(response).status).toBe('accepted');
    expect(submissionIn(response).versions.map(({ state }) => state)).toEqual(['accepted']);
    expect(response.body).not.toContain('661.23');
    const stale = await (await signedInAs('official')).post(monthOf(jiaxing, 10, 'accept'), {}, basedOn(version));
    expect(stale.statusCode).toBe(409);
    expect(stale.body).not.toContain('661.23');
    expect(stale.body).not.toContain('草稿');
  });

  it('writes no figures', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    expect((await official.put(monthOf(hangzhou), ordinary, basedOn(0))).statusCode).toBe(403);
    expect((await official.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(0))).statusCode).toBe(403);
  });

  it('does not decide on what they submitted themselves', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    // A person who moved from the bureau to the department.
    await database.write((tx) =>
      tx
        .update(submissionVersions)
        .set({ submittedBy: `demonstration-${official.name}` })
        .where(eq(submissionVersions.state, 'submitted')),
    );
    const before = await storedState(database);
    for (const [command, body] of [
      ['accept', {}],
      ['return', { reason: '请核对数据' }],
    ] as const) {
      const response = await official.post(monthOf(quzhou, 10, command), body, basedOn(1));
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: 'own-submission' });
    }
    expect(submissionIn(await official.get(monthOf(quzhou))).can).toMatchObject({ accept: false, return: false });
    expect(await storedState(database)).toEqual(before);
  });
});

describe('everybody else', () => {
  it('is kept out of reports', async () => {
    const { signedInAs, anonymous } = await demoApp();
    for (const role of ['leader', 'administrator'] as const) {
      const caller = await signedInAs(role);
      expect((await caller.get(monthOf(quzhou))).statusCode).toBe(403);
      expect((await caller.get('/api/submissions?year=2020')).statusCode).toBe(403);
      expect((await caller.get('/api/review')).statusCode).toBe(403);
    }
    expect((await anonymous.get(monthOf(quzhou))).statusCode).toBe(401);
  });
});
