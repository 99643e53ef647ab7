/** The meeting of an interview from its planning to its close. */
import { describe, expect, it } from 'vitest';
import type { Interview, InterviewLine } from '#api/interviews/contract.ts';
import type { InterviewHistory } from '#api/interviews/history-contract.ts';
import type { RequirementTemplate } from '#api/interviews/template-contract.ts';
import { verifySeals } from '#db/verification.ts';
import { basedOn, hangzhou, huzhou, quzhou } from '#tests/support/reporting.ts';
import { asWritten, attachFile, heldMeeting, moved, office, planned, plannedMeeting } from '#tests/support/meetings.ts';

const addressOf = ({ id }: Pick<Interview, 'id'>, more = '') => `/api/interviews/${id}${more}`;

describe('a planned interview', () => {
  it('has the three requirements due by its day, and a notice that was drafted', async () => {
    const at = await office();
    const meeting = await plannedMeeting(at);
    expect(meeting).toMatchObject({ state: 'planned', version: 1, regions: [quzhou, huzhou], items: [] });
    expect(meeting.requirements.map(({ items }) => items.length)).toEqual([6, 5, 6]);
    // 15 days after 5 November.
    expect(meeting.requirements[0]?.items[0]).toMatchObject({ key: '1.1', dueOn: '2020-11-20', evidence: true });
    expect(meeting.notice.zh).toContain('衢州市、湖州市住房和城乡建设局：');
    expect(meeting.notice.zh).toContain('定于2020年11月5日召开“第四季度约谈”，集中约谈你局负责人。');
    expect(meeting.notice.zh).toContain('地点：省厅三楼会议室。');
    expect(meeting.notice.en).toBe('');
  });

  it('is known to officials alone until the notice is sent', async () => {
    const at = await office();
    const meeting = await plannedMeeting(at);
    const others = [await at.signedInAs('bureau', quzhou), await at.signedInAs('leader')];
    for (const other of others) expect((await other.get(addressOf(meeting))).statusCode).toBe(404);
    await moved(at, meeting, 'call');
    for (const other of others) expect((await other.get(addressOf(meeting))).statusCode).toBe(200);
    expect((await (await at.signedInAs('bureau', hangzhou)).get(addressOf(meeting))).statusCode).toBe(404);
  });

  it('needs cities that report, each once, and a template that there is', async () => {
    const { official } = await office();
    const codeOf = async (more: object) =>
      (await official.post('/api/interviews', { ...planned, ...more })).json().code;
    expect(await codeOf({ regions: ['330000'] })).toBe('unknown-region');
    expect(await codeOf({ regions: [quzhou, quzhou] })).toBe('field-twice');
    expect(await codeOf({ template: 9 })).toBe('not-found');
  });

  it('is cancelled with a reason, and then stands still', async () => {
    const at = await office();
    const meeting = await plannedMeeting(at);
    const bare = await at.official.post(addressOf(meeting, '/move'), { command: 'cancel', reason: '' }, basedOn(1));
    expect(bare.json()).toMatchObject({ code: 'reason-required' });
    const cancelled = await moved(at, meeting, 'cancel', '改为书面提醒');
    expect(cancelled).toMatchObject({ state: 'cancelled', can: { edit: false, call: false } });
  });
});

describe('a called interview', () => {
  it('is signed for by each bureau, which states what it will do; each sees its own alone', async () => {
    const at = await office();
    const called = await moved(at, await plannedMeeting(at), 'call');
    const bureau = await at.signedInAs('bureau', quzhou);
    const signed = await bureau.post(addressOf(called, '/acknowledge'), {}, basedOn(called.version));
    expect(signed.json<Interview>()).toMatchObject({
      regions: [quzhou],
      areas: [{ region: quzhou, acknowledged: { person: 'quzhou', at: '2020-10-19T01:00:00.000Z' } }],
      can: { acknowledge: false, state: true },
    });
    const twice = await bureau.post(addressOf(called, '/acknowledge'), {}, basedOn(called.version + 1));
    expect(twice.json()).toMatchObject({ code: 'illegal-transition' });
    const statement = { statement: '年底前完成任务' };
    const said = await bureau.post(addressOf(called, `/statements/${quzhou}`), statement, basedOn(called.version + 1));
    expect(said.json<Interview>().areas).toMatchObject([{ region: quzhou, ...statement }]);
    const other = await bureau.post(addressOf(called, `/statements/${huzhou}`), statement, basedOn(called.version + 2));
    expect(other.statusCode).toBe(404);
    const seen = (await at.official.get(addressOf(called))).json<Interview>();
    expect(seen.areas.map(({ acknowledged }) => acknowledged !== null)).toEqual([true, false]);
  });

  it('is signed for by several bureaus that saw the same version, and not by one that saw another notice', async () => {
    const at = await office();
    const called = await moved(at, await plannedMeeting(at), 'call');
    const [first, second] = [await at.signedInAs('bureau', quzhou), await at.signedInAs('bureau', huzhou)];
    for (const bureau of [first, second]) {
      const signed = await bureau.post(addressOf(called, '/acknowledge'), {}, basedOn(called.version));
      expect(signed.statusCode).toBe(200);
    }
    // Who edits has not to begin anew because bureaus sign, and takes no signature away.
    const wanted = { ...asWritten(called), place: '省厅一楼' };
    const edited = await at.official.put(addressOf(called), wanted, basedOn(called.version));
    expect(edited.json<Interview>()).toMatchObject({ version: called.version + 3, place: '省厅一楼' });
    expect(edited.json<Interview>().areas.every(({ acknowledged }) => acknowledged !== null)).toBe(true);
    // The bureau's own statement, and an edit, are not passed over.
    const say = (bureau: typeof first, statement: string, version: number) =>
      bureau.post(addressOf(called, `/statements/${quzhou}`), { statement }, basedOn(version));
    expect((await say(first, '年底前完成', called.version + 2)).json()).toMatchObject({ code: 'stale-version' });
    expect((await say(first, '年底前完成', called.version + 3)).statusCode).toBe(200);
    expect((await say(first, '尽力而为', called.version + 3)).json()).toMatchObject({ code: 'stale-version' });
  });

  it('opens an item of every demand for every city when it is held', async () => {
    const at = await office();
    const held = await heldMeeting(at);
    expect(held.items).toHaveLength(2 * 17);
    expect(new Set(held.items.map(({ state }) => state))).toEqual(new Set(['open']));
    const lines = (await at.official.get('/api/interviews')).json<InterviewLine[]>();
    expect(lines[0]).toMatchObject({ id: held.id, state: 'held', counts: { open: 34 } });
    expect(held.can).toMatchObject({ close: false, cancel: false, edit: true });
  });
});

describe('what is written down', () => {
  it('is changed from the version that was seen, and every version is kept with who and what', async () => {
    const at = await office();
    const meeting = await plannedMeeting(at);
    const wanted = { ...asWritten(meeting), place: '省厅一楼', agenda: '通报进展\n表态发言' };
    const edited = await at.official.put(addressOf(meeting), wanted, basedOn(1));
    expect(edited.json<Interview>()).toMatchObject({ version: 2, place: '省厅一楼' });
    const stale = await at.official.put(addressOf(meeting), asWritten(meeting), basedOn(1));
    expect(stale.json()).toMatchObject({ code: 'stale-version', current: { version: 2, place: '省厅一楼' } });
    const history = (await at.official.get(addressOf(meeting, '/history'))).json<InterviewHistory>();
    expect(history.map(({ number, action, person }) => [number, action, person])).toEqual([
      [2, 'edit', 'official'],
      [1, 'create', 'official'],
    ]);
    expect(history[0]?.changes).toEqual([
      { field: 'place', from: '省厅三楼会议室', to: '省厅一楼' },
      { field: 'agenda', from: '', to: '通报进展\n表态发言' },
    ]);
    expect((await verifySeals(at.database.reader)).findings).toEqual([]);
  });

  it('takes demands in and drops them, but never one that has a history', async () => {
    const at = await office();
    const held = await heldMeeting(at);
    const [first, ...others] = held.requirements;
    const added = { ...first!.items[0]!, key: '1.7', title: { zh: '报送周进度', en: '' }, owner: '办公室' };
    const kept = first!.items.filter(({ key }) => key !== '1.2');
    const wanted = { ...asWritten(held), requirements: [{ ...first!, items: [...kept, added] }, ...others] };
    const edited = (await at.official.put(addressOf(held), wanted, basedOn(held.version))).json<Interview>();
    const ofQuzhou = edited.items.filter(({ region }) => region === quzhou).map(({ item }) => item);
    expect(ofQuzhou).toContain('1.7');
    expect(ofQuzhou).not.toContain('1.2');
    const bureau = await at.signedInAs('bureau', quzhou);
    await attachFile(bureau, addressOf(held, `/items/${quzhou}/1.7`));
    await bureau.post(addressOf(held, `/items/${quzhou}/1.7/report`), { note: '已报送周进度' }, basedOn(1));
    const dropped = await at.official.put(addressOf(held), asWritten(held), basedOn(edited.version));
    expect(dropped.json()).toMatchObject({ code: 'item-in-use' });
    const city = await at.official.put(addressOf(held), { ...wanted, regions: [huzhou] }, basedOn(edited.version));
    expect(city.json()).toMatchObject({ code: 'item-in-use' });
  });

  it('becomes a template by its next version, and the meetings before keep theirs', async () => {
    const at = await office();
    const [first] = (await at.official.get('/api/requirement-templates')).json<RequirementTemplate[]>();
    expect(first).toMatchObject({ version: 1, person: null });
    const requirements = first!.requirements.slice(0, 1);
    const save = { requirements, reason: '只提一项要求' };
    const saved = await at.official.post('/api/requirement-templates', save, basedOn(1));
    expect(saved.json()).toMatchObject({ version: 2, person: 'official' });
    expect((await at.official.post('/api/requirement-templates', save, basedOn(1))).json().code).toBe('stale-version');
    expect((await plannedMeeting(at)).requirements).toHaveLength(1);
    const again = await at.official.post('/api/interviews', { ...planned, template: 1 });
    expect(again.json<Interview>().requirements).toHaveLength(3);
  });
});

describe('the close', () => {
  it('waits until every item is verified', async () => {
    const at = await office();
    const held = await heldMeeting(at, { regions: [quzhou] });
    const only = { ...held.requirements[0]!, items: held.requirements[0]!.items.slice(0, 1) };
    const wanted = { ...asWritten(held), requirements: [only] };
    const small = (await at.official.put(addressOf(held), wanted, basedOn(held.version))).json<Interview>();
    const early = await at.official.post(
      addressOf(held, '/move'),
      { command: 'close', reason: '' },
      basedOn(small.version),
    );
    expect(early.json()).toMatchObject({ code: 'items-open' });
    const bureau = await at.signedInAs('bureau', quzhou);
    await attachFile(bureau, addressOf(held, `/items/${quzhou}/1.1`));
    await bureau.post(addressOf(held, `/items/${quzhou}/1.1/report`), { note: '会议纪要已存档' }, basedOn(1));
    await at.official.post(addressOf(held, `/items/${quzhou}/1.1/verify`), { note: '' }, basedOn(2));
    expect(await moved(at, small, 'close')).toMatchObject({ state: 'closed' });
    const late = await bureau.post(addressOf(held, `/items/${quzhou}/1.1/report`), { note: '再补充一份' }, basedOn(3));
    expect(late.json()).toMatchObject({ code: 'illegal-transition' });
  });
});
