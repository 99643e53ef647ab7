/** A bulletin: what is frozen in it, that its words and nothing else are edited, who issues it, who signs, what corrects it. */
import { hash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { BulletinLine } from '#api/bulletins/contract.ts';
import { factsAsKnown } from '#api/bulletins/facts.ts';
import type { Notice } from '#api/inbox/contract.ts';
import { fixed, percent } from '#api/papers/numbers.ts';
import { presets } from '#api/measures/rule.ts';
import type { Overview } from '#api/standings/contract.ts';
import { findBulletin } from '#db/bulletins.ts';
import { raiseRevision } from '#db/revisions.ts';
import { insertRule, listRules } from '#db/rules.ts';
import { verifySeals } from '#db/verification.ts';
import type { Caller } from '#tests/support/app.ts';
import {
  bulletinAddress as at,
  bulletinIn,
  codeOf,
  corrected,
  draftedSeptember,
  issued,
  numbers,
  printed,
} from '#tests/support/bulletins.ts';
import { basedOn, hangzhou, jiaxing, lishui, monthOf, submissionIn, wenzhou } from '#tests/support/reporting.ts';
import { gridOf } from '#tests/support/tables-in-files.ts';

/** Its October is not accepted, so a correction of September stands by itself. */
const taizhou = '331000';

/** The bytes of a file that was given out. */
function fileIn(reply: LightMyRequestResponse): Buffer {
  expect(reply.statusCode).toBe(200);
  return reply.rawPayload;
}

const sha256 = (bytes: Buffer): string => hash('sha256', bytes);

describe('a draft', () => {
  it('says of each city and indicator what the overview says, level and sums of the province included', async () => {
    const { official, draft } = await draftedSeptember();
    const overview = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
    const [table] = draft.tables;
    for (const { region, indicators } of [...overview.regions, overview.province]) {
      const standing = indicators.find(({ indicator }) => indicator === 'prefab-area')!;
      const key = `${region}/prefab-area`;
      const expected = [fixed(standing.target!, 2), fixed(standing.actual!, 2), percent(standing.completion)];
      expect(['target', 'actual', 'completion'].map((measure) => draft.fields[`${key}/${measure}`])).toEqual(expected);
      expect(table?.rows.find(([name]) => name === draft.fields[`${region}/name`])?.slice(1, 4)).toEqual(expected);
    }
    expect(table?.rows).toHaveLength(12);
  });

  it('words the usual sentence, names who is first and last, and quotes what bureaus wrote', async () => {
    const { draft } = await draftedSeptember();
    // 619.40 of 700.00 is 88.49 %; of August's 536.20 it was 76.60 %; a year before it was 441.60: 619.40 / 441.60 = 1.4026.
    expect(printed(draft, `city/${jiaxing}`)).toMatch(
      /^嘉兴市。整体进度正常。截至2020年9月30日，新开工装配式建筑面积累计完成619\.40万平方米，完成率88\.49%，同比增长40\.26%，完成率比上月提高11\.89个百分点，居全省第5位。/,
    );
    expect(printed(draft, 'extreme/prefab-area')).toBe(
      '新开工装配式建筑面积完成率居前的是绍兴市、杭州市、湖州市，居后的是金华市、丽水市、温州市。',
    );
    expect(printed(draft, 'levels')).toContain('滞后3个：温州市、金华市、丽水市');
    expect(printed(draft, 'coverage')).toBe('本月应报送11个市，已报送并审核通过11个。未报送：无。逾期报送：无。');
    expect(printed(draft, `cause/${wenzhou}`)).toMatch(/^温州市（9月）。原因：三季度出让地块.*。措施：.*。$/);
    expect(draft.parts.filter(({ kind }) => kind === 'heading').map(({ number }) => number)).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect(draft.messages.find(({ region }) => region === jiaxing)?.text).toMatch(
      /^【嘉兴市】截至2020年9月30日，装配式面积619\.40万平方米，完成率88\.49%，同比增长40\.26%；/,
    );
  });

  it('is in English where that is asked for', async () => {
    const { draft } = await draftedSeptember('en');
    expect(printed(draft, 'title')).toBe('Bulletin on construction industrialization in 9/2020');
    expect(printed(draft, `city/${jiaxing}`)).toMatch(/619\.40 10k m², a completion of 88\.49%; .* up 40\.26%/);
    expect([...Object.values(draft.fields), ...draft.parts.map(({ text }) => text)].join('')).not.toMatch(
      /增长|第\d位/,
    );
  });

  it('is not begun twice for a month, nor for one that has not ended', async () => {
    const { official } = await draftedSeptember();
    const draft = (month: number) => official.post('/api/bulletins', { year: 2020, month, language: 'zh' });
    expect(await codeOf(draft(9))).toBe('bulletin-exists');
    expect(await codeOf(draft(10))).toBe('bulletin-month-open');
  });

  it('takes other words, and refuses a number that is gone, doubled, unknown or typed', async () => {
    const { official, draft } = await draftedSeptember();
    const part = draft.parts.find(({ key }) => key === 'coverage')!;
    const save = (text: string, key = 'coverage', version = 1) =>
      official.put(at(draft.id), { ...numbers, texts: { [key]: text } }, basedOn(version));
    const reworded = part.text.replace('本月应报送', '按规定，本月应当报送');
    const saved = bulletinIn(await save(reworded));
    expect(printed(saved, 'coverage')).toMatch(/^按规定，本月应当报送11个市/);
    expect(saved.fields).toEqual(draft.fields);
    const refused = async (text: string, key?: string) => codeOf(save(text, key, 2));
    expect(await refused(part.text.replace('[expected]', '十一'))).toBe('bulletin-number-changed');
    expect(await refused(`${part.text}[expected]`)).toBe('bulletin-number-changed');
    expect(await refused(part.text.replace('[late]', '[made-up]'))).toBe('bulletin-number-changed');
    expect(await refused(`${part.text}另有[`)).toBe('bulletin-number-changed');
    expect(await refused(`${part.text}完成率 95.2%`)).toBe('bulletin-number-typed');
    expect(await refused(`${part.text}完成率百分之九十五`)).toBe('bulletin-number-typed');
    expect(await refused('任意', 'no-such-part')).toBe('bulletin-part-unknown');
    expect(await codeOf(save(reworded, 'coverage', 1))).toBe('stale-version');
    // Days and counts of things are words: only amounts come from what is frozen.
    bulletinIn(await save(`${part.text}请于10月31日前报送17项要求的落实情况。`, 'coverage', 2));
  });

  it('is the department’s alone until it is issued, and can be given up', async () => {
    const { official, draft, signedInAs } = await draftedSeptember();
    for (const other of [await signedInAs('leader'), await signedInAs('bureau', hangzhou)]) {
      expect((await other.get('/api/bulletins')).json()).toMatchObject({ bulletins: [], can: { draft: false } });
      const ends = ['', '/docx', '/table?language=zh&format=csv'];
      const statuses = await Promise.all(ends.map(async (end) => (await other.get(at(draft.id, end))).statusCode));
      expect(statuses).toEqual([404, 404, 404]);
    }
    expect(bulletinIn(await official.post(at(draft.id, '/discard'), {}, basedOn(1))).state).toBe('discarded');
    bulletinIn(await official.post('/api/bulletins', { year: 2020, month: 9, language: 'zh' }));
  });
});

describe('issuing', () => {
  it('is for a second person, with both numbers, and tells every bureau; each signs for itself', async () => {
    const office = await draftedSeptember();
    const { official, second, draft, signedInAs, database } = office;
    const issue = (who: Caller, version: number) => who.post(at(draft.id, '/issue'), {}, basedOn(version));
    expect(await codeOf(issue(second, 1))).toBe('bulletin-unnumbered');
    expect(await codeOf(issue(official, 1))).toBe('own-bulletin');
    const done = await issued(office, draft);
    expect(done).toMatchObject({ state: 'issued', version: 3, issueNumber: '9', can: { save: false, issue: false } });
    expect(await codeOf(issue(second, 3))).toBe('illegal-transition');

    const bureau = await signedInAs('bureau', lishui);
    const { notices } = (await bureau.get('/api/inbox')).json<{ notices: Notice[] }>();
    expect(notices.find(({ kind }) => kind === 'bulletin-issued')).toMatchObject({
      bulletin: draft.id,
      text: { zh: '省厅印发了2020年9月的通报（浙建发〔2020〕109号），请签收。' },
    });
    expect(bulletinIn(await bureau.get(at(draft.id)))).toMatchObject({
      can: { acknowledge: true },
      receipts: { signed: 0, expected: 1 },
    });
    const signed = bulletinIn(await bureau.post(at(draft.id, '/acknowledge'), {}));
    expect(signed).toMatchObject({ can: { acknowledge: false }, receipts: { signed: 1, expected: 1 } });
    expect(signed.signed.map(({ region }) => region)).toEqual([lishui]);
    expect(await codeOf(bureau.post(at(draft.id, '/acknowledge'), {}))).toBe('illegal-transition');
    const list = (await official.get('/api/bulletins')).json<{ bulletins: BulletinLine[] }>();
    expect(list.bulletins).toMatchObject([{ id: draft.id, receipts: { signed: 1, expected: 11 } }]);
    const events = (await official.get('/api/audit?group=bulletin')).json<{ events: { action: string }[] }>().events;
    // All at one instant of a clock that stands.
    expect(events.map(({ action }) => action).toSorted()).toEqual([
      'bulletin.acknowledge',
      'bulletin.draft',
      'bulletin.issue',
      'bulletin.save',
    ]);
    expect((await verifySeals(database.reader, { extent: 'all' })).total).toBe(0);
  });

  it('is refused for a draft whose numbers were corrected since, and keeps an acceptance from being taken back', async () => {
    const office = await draftedSeptember();
    const { official, second, draft } = office;
    const revoked = async () => {
      const { version } = submissionIn(await official.get(monthOf(lishui, 9)));
      return official.post(monthOf(lishui, 9, 'revoke'), { reason: '数据与许可证不符' }, basedOn(version));
    };
    await corrected(office, hangzhou, { figures: { 'prefab-area': { cumulative: 1690 } } });
    const saved = bulletinIn(await official.put(at(draft.id), { ...numbers, texts: {} }, basedOn(1)));
    const refused = await second.post(at(draft.id, '/issue'), {}, basedOn(saved.version));
    expect(refused.json()).toMatchObject({ code: 'bulletin-outdated' });
    await official.post(at(draft.id, '/discard'), {}, basedOn(saved.version));
    const anew = bulletinIn(await official.post('/api/bulletins', { year: 2020, month: 9, language: 'zh' }));
    await issued(office, anew);
    const kept = await revoked();
    expect(kept.json()).toMatchObject({ code: 'already-issued' });
    expect(kept.json<{ detail: string }>().detail).toContain('通报第9期（浙建发〔2020〕109号）');
  });
});

describe('an issued bulletin', () => {
  it('is the same to the byte after three corrections and another rule, and is what was known at its moment', async () => {
    const office = await draftedSeptember();
    const { official, draft, database, clock } = office;
    await issued(office, draft);
    const files = async (reader: Caller) => {
      const ends = ['/docx', '/table?language=zh&format=xlsx'];
      return Promise.all(ends.map(async (end) => sha256(fileIn(await reader.get(at(draft.id, end))))));
    };
    const before = await files(official);
    await corrected(office, hangzhou, { figures: { 'prefab-area': { cumulative: 1690 } } });
    await corrected(office, taizhou, { figures: { 'prefab-civil': { cumulative: 390 } } });
    await corrected(office, hangzhou, { figures: { 'prefab-area': { cumulative: 1700 } } });
    const [inForce] = await listRules(database.reader);
    // Of September itself, which no official could still put in force: by it every city would stand otherwise.
    const rule = { ...inForce!, id: 'points', version: 9, conditions: presets.points, effectiveMonth: 9 };
    await database.write(async (tx) => {
      await insertRule(tx, { ...rule, effectiveYear: 2020, createdAt: clock.now().toISOString() });
      await raiseRevision(tx);
    });
    clock.set('2023-10-19T01:00:00Z');
    expect(await files(await office.signedInAs('leader'))).toEqual(before);
    const row = (await findBulletin(database.reader, draft.id))!;
    expect(await factsAsKnown(database.reader, row)).toEqual(row.facts);
  });

  it('has its table as a workbook with the numbers of the overview', async () => {
    const { official, draft } = await draftedSeptember();
    const reply = await official.get(at(draft.id, '/table?language=zh&format=xlsx'));
    const { sheets } = await gridOf(reply.rawPayload, 'xlsx');
    const rows = sheets[0]?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
    expect(rows[0]?.slice(0, 8)).toContain('完成率（%）');
    const own = rows.find((cells) => cells[0] === jiaxing && cells[2] === 'prefab-area');
    // 619.40 / 700 in per cent with four decimals.
    expect(own?.slice(5, 8)).toEqual([700, 619.4, 88.4857]);
  });
});
