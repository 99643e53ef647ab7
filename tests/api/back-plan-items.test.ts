/** What of a checklist the data close by plans, projects and next year's targets, and open again. */
import { describe, expect, it } from 'vitest';
import { moveByData, pendingDataMoves } from '#api/interviews/data-closing.ts';
import type { Targets } from '#api/targets/contract.ts';
import type { BackPlanReply } from '#api/back-plans/contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import type { ProjectReply } from '#api/projects/contract.ts';
import { office, type Office } from '#tests/support/meetings.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { basedOn, lishui } from '#tests/support/reporting.ts';
import { approved, bureauWith, planAt, proposed } from '#tests/support/back-plans.ts';

async function setTarget(at: Office, year: number, indicator: string, amount: number): Promise<void> {
  const listed = (await at.official.get(`/api/targets?year=${year}`)).json<Targets>();
  const cell = listed.cells.find((one) => one.region === lishui && one.indicator === indicator);
  const change = { amount, effectiveMonth: 1, documentNumber: '浙建〔2020〕99号', reason: '调整年度目标' };
  const path = `/api/targets/${year}/${lishui}/${indicator}`;
  const changed = await at.official.post(path, change, basedOn(cell?.version ?? 0));
  if (changed.statusCode !== 200) throw new Error(changed.body);
}

/** What the data then do to the items, as the system's job does it; those of Lishui. */
async function movesOf(at: Office): Promise<readonly string[]> {
  const moves = await pendingDataMoves(at.database.reader);
  for (const move of moves) await at.database.write((tx) => moveByData(tx, move, new Date('2020-10-19T03:00:00.000Z')));
  return moves.filter(({ item }) => item.row.region === lishui).map(({ item, action }) => `${item.row.item} ${action}`);
}

describe('projects and items', () => {
  it('cover a plan by their planned starts, and the data close and reopen 2.4, 1.6 by it', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    const remaining = plan.base?.remaining ?? 0;
    const ids: string[] = [];
    for (const [index, share] of [0.5, 0.3, 0.3].entries()) {
      const added = await bureau.post('/api/projects', {
        ...ordinaryProject,
        name: `项目${index}`,
        permit: '',
        permitActual: null,
        startActual: null,
        startPlanned: `2020-1${index}-15`,
        totalArea: Math.round(remaining * 10_000),
        aboveGroundArea: null,
        prefabricatedArea: Math.round(remaining * share * 10_000),
      });
      if (added.statusCode !== 200) throw new Error(added.body);
      ids.push(added.json<ProjectReply>().id);
    }
    const said = async (item: string) =>
      (await at.official.get(`/api/interviews/2020-10-15/items/${lishui}/${item}`)).json<ItemHistory>().check;
    expect((await said('2.4'))?.verdict).toBe('fails');
    const { response } = await approved(at, { projects: ids });
    const coverage = response.json<BackPlanReply>().inForce?.coverage;
    expect(coverage?.share).toBeCloseTo(1.1, 3);
    expect(coverage?.missing).toBe(0);
    // The other core indicator has no plan yet.
    expect((await said('2.4'))?.verdict).toBe('fails');
    const other = `/api/back-plans/2020/${lishui}/prefab-civil`;
    const civil = await planAt(bureau, other);
    await bureau.put(other, proposed(civil, { projects: ids }), basedOn(0));
    await bureau.post(`${other}/submit`, {}, basedOn(1));
    await at.official.post(`${other}/decide`, { approve: true, reason: '' }, basedOn(2));
    expect([(await said('2.4'))?.verdict, (await said('1.6'))?.verdict]).toEqual(['holds', 'holds']);
    expect(await movesOf(at)).toEqual(['1.6 close', '2.4 close']);
    expect(await movesOf(at)).toEqual([]);
    await bureau.post(`/api/projects/${ids[0]}/withdraw`, { reason: '地块收回，项目取消' }, basedOn(1));
    expect((await said('1.6'))?.verdict).toBe('fails');
    expect(await movesOf(at)).toEqual(['1.6 reopen']);
    // A plan is towards the target that it was approved for.
    await setTarget(at, 2020, 'prefab-area', 900);
    expect((await said('2.4'))?.verdict).toBe('fails');
    expect(await movesOf(at)).toEqual(['2.4 reopen']);
    expect(await planAt(bureau)).toMatchObject({ outdated: true });
  });

  it('close 3.2 with next year’s targets, and reopen it once one of them is withdrawn', async () => {
    const at = await office();
    const said = async () =>
      (await at.official.get(`/api/interviews/2020-10-15/items/${lishui}/3.2`)).json<ItemHistory>().check;
    expect(await said()).toMatchObject({ verdict: 'fails', reason: { en: expect.stringContaining('next year') } });
    for (const indicator of ['prefab-area', 'prefab-civil']) await setTarget(at, 2021, indicator, 900);
    expect((await said())?.verdict).toBe('holds');
    expect(await movesOf(at)).toEqual(['3.2 close']);
    const withdrawn = await at.official.post(
      `/api/targets/2021/${lishui}/prefab-civil/withdraw`,
      { reason: '文件作废，另行下达' },
      basedOn(1),
    );
    expect(withdrawn.statusCode).toBe(200);
    expect(await movesOf(at)).toEqual(['3.2 reopen']);
  });
});
