/** The statement that corrects an issued bulletin: what it lists, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import type { Notice } from '#api/inbox/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import {
  bulletinAddress as at,
  bulletinIn,
  codeOf,
  corrected,
  draftedSeptember,
  issued,
  printed,
} from '#tests/support/bulletins.ts';
import { basedOn, hangzhou, lishui, monthOf, ordinary } from '#tests/support/reporting.ts';

/** Its October is not accepted, so a correction of September stands by itself. */
const taizhou = '331000';

describe('a statement that corrects', () => {
  it('lists exactly the sentences, numbers, levels and places that read otherwise', async () => {
    const office = await draftedSeptember();
    const { official, draft } = office;
    await issued(office, draft);
    expect(await codeOf(official.post(at(draft.id, '/correction'), {}))).toBe('nothing-to-correct');
    // 680 of 760 is 89.47 %, more than Jiaxing's 88.49 %: Taizhou and Jiaxing change places.
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 680 } } });
    const statement = bulletinIn(await official.post(at(draft.id, '/correction'), {}));
    const rows = statement.tables[0]?.rows.map(
      ([area, what, before, after]) => `${area} ${what}: ${before} → ${after}`,
    );
    expect(rows).toEqual([
      // 7,009.73 + 38.20 of 7,150.00.
      '浙江省 装配式面积 累计完成: 7,009.73 → 7,047.93',
      '浙江省 装配式面积 完成率: 98.04% → 98.57%',
      '浙江省 装配式面积 同比: 增长22.33% → 增长23.00%',
      '浙江省 装配式面积 完成率比上月: 提高13.55个百分点 → 提高14.08个百分点',
      '浙江省 装配式面积 与序时相差（百分点）: +25.09 → +25.62',
      // The share's numerator is the area, so that it moves with it.
      '浙江省 装配式占比 累计完成: 29.74% → 29.90%',
      '浙江省 装配式占比 完成率: 98.29% → 98.82%',
      '浙江省 装配式占比 同比: 提高4.55个百分点 → 提高4.71个百分点',
      '浙江省 装配式占比 完成率比上月: 提高0.05个百分点 → 提高0.59个百分点',
      '浙江省 装配式占比 与序时相差（百分点）: −0.52 → −0.36',
      '嘉兴市 装配式面积 位次: 第5位 → 第6位',
      '嘉兴市 装配式占比 位次: 第7位 → 第8位',
      '衢州市 装配式占比 位次: 第6位 → 第7位',
      '台州市 装配式面积 累计完成: 641.80 → 680.00',
      '台州市 装配式面积 完成率: 84.45% → 89.47%',
      '台州市 装配式面积 同比: 增长26.71% → 增长34.25%',
      '台州市 装配式面积 完成率比上月: 提高10.73个百分点 → 提高15.75个百分点',
      '台州市 装配式面积 与序时相差（百分点）: +11.50 → +16.52',
      '台州市 装配式占比 累计完成: 33.00% → 34.97%',
      '台州市 装配式占比 完成率: 94.29% → 99.90%',
      '台州市 装配式占比 同比: 提高7.57个百分点 → 提高9.54个百分点',
      '台州市 装配式占比 完成率比上月: 提高0.64个百分点 → 提高6.26个百分点',
      '台州市 装配式占比 与序时相差（百分点）: −2.00 → −0.03',
      '台州市 装配式占比 状态: 预警 → 正常',
      '台州市 装配式面积 位次: 第6位 → 第5位',
      '台州市 装配式占比 位次: 第8位 → 第6位',
    ]);
    expect(statement.fields['changes']).toBe('26');
    const sentences = statement.parts.filter(({ key }) => key.startsWith('sentence/'));
    expect(sentences.map(({ key }) => key)).toEqual([
      'sentence/province/prefab-area/1',
      'sentence/city/330400/3',
      'sentence/city/331000/3',
    ]);
    expect(printed(statement, 'sentence/city/331000/3')).toMatch(
      /^二、各市进展（十）台州市。原文：截至.*居全省第6位。更正为：截至.*居全省第5位。$/,
    );
    expect(await codeOf(official.post(at(draft.id, '/correction'), {}))).toBe('bulletin-exists');
  });

  it('is issued like a bulletin; a later one tells only what changed since', async () => {
    const office = await draftedSeptember();
    const { official, draft, signedInAs } = office;
    await issued(office, draft);
    await corrected(office, taizhou, { figures: { 'prefab-area': { cumulative: 640 } } });
    const first = bulletinIn(await official.post(at(draft.id, '/correction'), {}));
    expect((await issued(office, first)).state).toBe('issued');
    const leader = await signedInAs('leader');
    expect(bulletinIn(await leader.get(at(draft.id))).corrections).toEqual([{ id: first.id, state: 'issued' }]);
    expect(bulletinIn(await official.get(at(draft.id)))).toMatchObject({ outdated: 0, can: { correct: false } });
    await corrected(office, hangzhou, { figures: { 'green-demo': { cumulative: 20 } } });
    const second = bulletinIn(await official.post(at(draft.id, '/correction'), {}));
    expect(second.tables[0]?.rows.map(([area]) => area)).not.toContain('台州市');
    expect(second.tables[0]?.rows.map((row) => row.slice(0, 3))).toContainEqual(['杭州市', '绿建示范 累计完成', '21']);
    const bureau = await signedInAs('bureau', lishui);
    const { notices } = (await bureau.get('/api/inbox')).json<{ notices: Notice[] }>();
    expect(notices.map(({ kind }) => kind)).toContain('bulletin-corrected');
  });

  it('is not called for by what was reported for the first time since', async () => {
    const { signedInAs, clock, ...office } = await draftedSeptember();
    clock.set('2020-11-02T01:00:00Z');
    const official = await signedInAs('official');
    const second = await office.signedIn(office.second.name);
    const body = { year: 2020, month: 10, language: 'zh' };
    const draft = bulletinIn(await official.post('/api/bulletins', body));
    // Jiaxing's October is the only one that is accepted.
    expect(draft.fields).toMatchObject({ accepted: '1', expected: '11' });
    const done = await issued({ official, second }, draft);
    clock.advance(1);
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    const overview = (await official.get('/api/overview?year=2020&month=10')).json<Overview>();
    expect(overview.coverage.accepted).toBe(2);
    expect(bulletinIn(await official.get(at(done.id)))).toMatchObject({ outdated: 0, can: { correct: false } });
  });
});
