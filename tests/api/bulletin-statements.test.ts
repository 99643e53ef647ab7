/** The statement that the program drafts by itself once an issued bulletin reads otherwise: what it lists, and when there is none. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Bulletin } from '#api/bulletins/contract.ts';
import { filled } from '#api/bulletins/marks.ts';
import type { Notice } from '#api/inbox/contract.ts';
import { presets } from '#api/measures/rule.ts';
import { draftStatements } from '#api/server/statement-job.ts';
import { raiseRevision } from '#db/revisions.ts';
import { insertRule, listRules } from '#db/rules.ts';
import { verifySeals } from '#db/verification.ts';
import type { SignedInCaller, TestApp } from '#tests/support/app.ts';
import {
  bulletinAddress as at,
  bulletinIn,
  codeOf,
  corrected,
  draftedSeptember,
  issued,
  lookedAt,
  printed,
  statementsOf,
} from '#tests/support/bulletins.ts';
import { basedOn, hangzhou, huzhou, jiaxing, lishui, monthOf } from '#tests/support/reporting.ts';

/** Its October is not accepted, so a correction of September stands by itself. */
const taizhou = '331000';

type Office = Pick<TestApp, 'signedInAs' | 'clock'> & { readonly official: SignedInCaller };

/** Figures of the month itself, of the month before and of a year before; and a target that reaches back. */
async function correctedThrice(office: Office): Promise<void> {
  await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 680 } } });
  await corrected(office, hangzhou, {
    month: 8,
    figures: { 'prefab-area': { cumulative: 1500 } },
    laterMonths: 'included',
  });
  await corrected(office, huzhou, { figures: { 'green-demo': { cumulative: 30 } } });
}

const raised = { amount: 720, effectiveMonth: 1, documentNumber: '浙建发〔2020〕112号', reason: '年度目标按文件调整' };

async function targetRaised({ official }: Office): Promise<void> {
  const reply = await official.post(`/api/targets/2020/${jiaxing}/prefab-area`, raised, basedOn(1));
  if (reply.statusCode !== 200) throw new Error(reply.body);
}

/** What a statement calls the indicators of the tables. */
const shortNames: Readonly<Record<string, string>> = {
  'prefab-area': '装配式面积',
  'prefab-civil': '装配式住宅和公建',
  'prefab-share': '装配式占比',
  'steel-housing': '钢结构住宅',
  'green-demo': '绿建示范',
};

/** Each place of a bulletin that a reader can point at: sentences and cells of its tables, as printed. */
function placesOf({ parts, fields, tables }: Bulletin): Map<string, string> {
  const values = new Map(Object.entries(fields));
  const sentences = parts.flatMap(({ key, text }) =>
    text
      .split(/(?<=。)/)
      .map((sentence, at): [string, string] => [`sentence/${key}/${at + 1}`, filled(sentence, values)]),
  );
  const cells = tables.flatMap(({ key, head, rows }) =>
    rows.flatMap(([area, ...row]) => row.map((cell, at): [string, string] => [`${area} ${key} ${head[at + 1]}`, cell])),
  );
  return new Map([...sentences, ...cells]);
}

describe('a statement that the program drafts by itself', () => {
  it('lists what differs from a bulletin that had known the corrections, after any rule, and is renewed and issued', async () => {
    const office = await draftedSeptember();
    const { official, draft, database, clock, signedInAs } = office;
    const job = draftStatements();
    await issued(office, draft);
    await lookedAt(office, job);
    expect(await statementsOf(official, draft.id)).toEqual([]);
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 680 } } });
    await lookedAt(office, job);
    const [first] = await statementsOf(official, draft.id);
    expect(first).toMatchObject({ state: 'draft', version: 1, fields: { changes: '26' }, can: { issue: false } });
    const { notices } = (await official.get('/api/inbox')).json<{ notices: Notice[] }>();
    expect(notices.filter(({ kind }) => kind === 'bulletin-outdated')).toMatchObject([
      { bulletin: first?.id, text: { zh: expect.stringContaining('2020年9月通报（浙建发〔2020〕109号）') } },
    ]);
    // A person words it; what is corrected after that changes its numbers and leaves the words and their writer.
    const opening = `${first?.parts.find(({ key }) => key === 'opening')?.text}特此说明。`;
    const words = { issueNumber: '10', documentNumber: '浙建发〔2020〕120号', texts: { opening } };
    bulletinIn(await official.put(at(first!.id), words, basedOn(1)));

    await corrected(office, hangzhou, {
      month: 8,
      figures: { 'prefab-area': { cumulative: 1500 } },
      laterMonths: 'included',
    });
    await corrected(office, huzhou, { figures: { 'green-demo': { cumulative: 30 } } });
    await targetRaised(office);
    const [inForce] = await listRules(database.reader);
    const rule = { ...inForce!, id: randomUUID(), version: 9, conditions: presets.points, effectiveMonth: 9 };
    await database.write(async (tx) => {
      await insertRule(tx, { ...rule, effectiveYear: 2020, createdAt: clock.now().toISOString() });
      await raiseRevision(tx);
    });
    await lookedAt(office, job);
    const [renewed, ...others] = await statementsOf(official, draft.id);
    expect(others).toEqual([]);
    expect(renewed).toMatchObject({
      id: first?.id,
      version: 3,
      issueNumber: '10',
      history: [{ action: 'renew', person: '' }, {}, {}],
    });
    expect(printed(renewed!, 'opening')).toMatch(/特此说明。$/);

    const other = await officeThatKnew();
    const [then, now] = [placesOf(draft), placesOf(other)];
    const differing = [...now.keys()].filter(
      (key) => now.get(key) !== then.get(key) && !key.startsWith('sentence/opening'),
    );
    expect(differing.length).toBeGreaterThan(40);
    const listed = renewed!.tables[0]!.rows.map(([area, what, before, after]) => ({
      place: `${area} ${what}`,
      before,
      after,
    }));
    // Hangzhou's August came down from 1,667.96 to 1,500: the picture of the year says it, and no sentence.
    expect(listed).toContainEqual({
      place: '浙江省 装配式面积 8月末累计完成（附图）',
      before: '6,040.86',
      after: '5,872.90',
    });
    // Each cell that differs is listed with both its texts, each sentence with both its wordings, and nothing else is.
    const cells = differing.filter((key) => !key.startsWith('sentence/'));
    const inTables = listed.filter(({ place }) => !/序时应达|比上月|居前|居后|个数|名单|月末|市 状态/.test(place));
    expect(inTables.map(({ place, before, after }) => `${place}: ${before} → ${after}`).toSorted()).toEqual(
      cells
        .map((key) => {
          const [area = '', indicator = '', head = ''] = key.split(' ');
          return `${area} ${shortNames[indicator]} ${head}: ${then.get(key)} → ${now.get(key)}`;
        })
        .toSorted(),
    );
    const sentences = differing.filter((key) => key.startsWith('sentence/'));
    expect(renewed!.parts.map(({ key }) => key).filter((key) => key.startsWith('sentence/'))).toEqual(sentences);
    for (const key of sentences) {
      expect(printed(renewed!, key)).toContain(`原文：${then.get(key)}更正为：${now.get(key)}`);
    }
    // Who worded it does not issue it; a renewal changed nothing about that.
    expect(await codeOf(official.post(at(first!.id, '/issue'), {}, basedOn(3)))).toBe('own-bulletin');
    expect(bulletinIn(await office.second.post(at(first!.id, '/issue'), {}, basedOn(3))).state).toBe('issued');
    const bureau = await signedInAs('bureau', lishui);
    expect(bulletinIn(await bureau.post(at(first!.id, '/acknowledge'), {})).receipts.signed).toBe(1);
    await lookedAt(office, job);
    expect(await statementsOf(official, draft.id)).toHaveLength(1);
    expect((await verifySeals(database.reader, { extent: 'all' })).total).toBe(0);
  });

  it('is not drafted of what changes nothing, goes with what is corrected back, and not again once a person gave it up', async () => {
    const office = await draftedSeptember();
    const { official, draft, clock, signedInAs } = office;
    const job = draftStatements();
    await issued(office, draft);
    const open = async () => (await statementsOf(official, draft.id)).map(({ version }) => version);
    // A later month is none of this bulletin's.
    const bureau = await signedInAs('bureau', jiaxing);
    const { version } = (await bureau.get(monthOf(jiaxing))).json<{ version: number }>();
    await bureau.post(
      monthOf(jiaxing, 10, 'correct'),
      { figures: { 'prefab-area': { cumulative: 700 } }, reason: '核对后更正' },
      basedOn(version),
    );
    await official.post(monthOf(jiaxing, 10, 'accept'), {}, basedOn(version + 1));
    await lookedAt(office, job);
    expect(await open()).toEqual([]);
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 680 } } });
    // A decision that can still be undone waits for the next look.
    clock.advance(-1);
    await lookedAt(office, job);
    expect(await open()).toEqual([]);
    await lookedAt(office, job);
    expect(await open()).toEqual([1]);
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 641.8 } } });
    await lookedAt(office, job);
    expect(await open()).toEqual([]);
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 680 } } });
    await lookedAt(office, job);
    const [second] = await statementsOf(official, draft.id);
    await official.post(at(second!.id, '/discard'), {}, basedOn(1));
    // Also a process that starts anew leaves it.
    await lookedAt(office, draftStatements());
    expect(await open()).toEqual([]);
    await corrected(office, hangzhou, { figures: { 'green-demo': { cumulative: 20 } } });
    await lookedAt(office, job);
    expect(await open()).toEqual([1]);
  });
});

/** The bulletin of an office in which all of it had been corrected before it was drafted. */
async function officeThatKnew(): Promise<Bulletin> {
  const office = await draftedSeptember();
  const { official, draft } = office;
  await official.post(at(draft.id, '/discard'), {}, basedOn(1));
  await correctedThrice(office);
  await targetRaised(office);
  return bulletinIn(await official.post('/api/bulletins', { year: 2020, month: 9, language: 'zh' }));
}
