/** Questions about figures: between the department and the one bureau, answered and settled, told of by the inbox. */
import { describe, expect, it } from 'vitest';
import type { Comments } from '#api/comments/contract.ts';
import type { Notice } from '#api/inbox/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import type { Caller } from '#tests/support/app.ts';
import { hangzhou, monthOf, submittedOctober, wenzhou } from '#tests/support/reporting.ts';

const place = monthOf(hangzhou, 10, 'comments');
const about = (text: string, indicator = 'prefab-area') => ({ indicator, text });
const commentsOf = async (caller: Caller) => (await caller.get(place)).json<Comments>();
const kindsIn = async (caller: Caller) =>
  (await caller.get('/api/inbox')).json<{ notices: Notice[] }>().notices.map(({ kind }) => kind);

const openIn = async (official: Caller): Promise<number | undefined> =>
  (await official.get('/api/review'))
    .json<{ waiting: SubmissionLine[] }>()
    .waiting.find(({ region }) => region === hangzhou)?.openComments;

/** The code with which something is refused. */
const refused = async (caller: Caller, path: string, body: object): Promise<string> =>
  (await caller.post(path, body)).json<{ code: string }>().code;

describe('a question about a figure', () => {
  it('is answered by its bureau and settled by the department, each told, and said in the queue while it is open', async () => {
    const { bureau, official } = await submittedOctober();
    expect(await openIn(official)).toBe(0);
    expect((await official.post(place, about(' 请说明来源 '))).statusCode).toBe(200);
    expect(await openIn(official)).toBe(1);
    expect(await kindsIn(bureau)).toContain('figure-remarked');
    const asked = await commentsOf(bureau);
    expect(asked).toMatchObject({ can: { remark: false, answer: true } });
    expect(asked.threads).toMatchObject([{ indicator: 'prefab-area', open: true, waitsForBureau: true }]);
    expect((await bureau.post(place, about('施工许可台账'))).statusCode).toBe(200);
    expect(await kindsIn(official)).toContain('figure-answered');
    await official.post(`${place}/settle`, { indicator: 'prefab-area' });
    expect(await openIn(official)).toBe(0);
    const { threads, can } = await commentsOf(bureau);
    expect(can.answer).toBe(false);
    expect(threads[0]).toMatchObject({ open: false, waitsForBureau: false });
    expect(threads[0]?.comments).toMatchObject([
      { kind: 'remark', text: '请说明来源', by: 'official', at: '2020-10-19T01:00:00.000Z' },
      { kind: 'answer', text: '施工许可台账', by: 'hangzhou' },
      { kind: 'settled', text: '', by: 'official' },
    ]);
  });

  it('is nobody else’s, asks of what was sent, and is answered where it was asked', async () => {
    const { bureau, official, signedInAs } = await submittedOctober();
    await official.post(place, about('请说明来源'));
    const stranger = await signedInAs('bureau', wenzhou);
    expect((await stranger.get(place)).json()).toMatchObject({ code: 'not-found' });
    expect(await refused(stranger, place, about('看看'))).toBe('not-found');
    expect(await kindsIn(stranger)).not.toContain('figure-remarked');
    expect((await (await signedInAs('leader')).get(place)).json()).toMatchObject({ code: 'not-allowed' });
    expect(await refused(bureau, place, about('没有问到', 'green-demo'))).toBe('nothing-to-comment');
    expect(await refused(bureau, `${place}/settle`, { indicator: 'prefab-area' })).toBe('not-allowed');
    expect(await refused(official, `${place}/settle`, { indicator: 'green-demo' })).toBe('nothing-to-comment');
    expect(await refused(official, monthOf(wenzhou, 10, 'comments'), about('还没有报'))).toBe('nothing-to-comment');
    expect(await refused(official, place, about('  '))).toBe('invalid-input');
    expect(await refused(official, place, about('问', 'no-such'))).toBe('unknown-indicator');
  });
});
