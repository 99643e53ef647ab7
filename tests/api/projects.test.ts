/** The project ledger: what its bureau writes, what everybody else reads, and what is refused. */
import { describe, expect, it } from 'vitest';
import type { Attachment } from '#api/attachments/contract.ts';
import type { LedgerMonth, Project, ProjectReply } from '#api/projects/contract.ts';
import { insertAccount } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { beginSession, demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { plainPdf } from '#tests/support/attachment-corpus.ts';
import { ownOffice } from '#tests/support/own-office.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { basedOn, lishui, once, wenzhou } from '#tests/support/reporting.ts';

const ledger = '/api/projects';

const listed = async (caller: SignedInCaller, query = ''): Promise<readonly Project[]> =>
  (await caller.get(`${ledger}${query}`)).json().projects;

const table = async (caller: SignedInCaller, query: string): Promise<string> =>
  (await caller.get(`${ledger}/table?language=zh&format=csv${query}`)).body;

async function ledgerOffice() {
  const at = await demoApp();
  const bureau = await at.signedInAs('bureau', lishui);
  const added = (await bureau.post(ledger, ordinaryProject)).json<ProjectReply>();
  return { ...at, bureau, added, address: `${ledger}/${added.id}` };
}

describe('a project', () => {
  it('is added to its bureau’s city, edited with a reason and withdrawn; every version is kept', async () => {
    const { bureau, added, address, database } = await ledgerOffice();
    expect(added).toMatchObject({ region: lishui, version: 1, totalArea: 52_300, assemblyRate: 52.5, stage: 'start' });
    const finished = { ...ordinaryProject, completionActual: '2020-10-12', reason: '项目已竣工验收' };
    const edited = (await bureau.put(address, finished, basedOn(1))).json<ProjectReply>();
    expect(edited).toMatchObject({ version: 2, stage: 'completion', can: { edit: true } });
    const withdrawn = await bureau.post(`${address}/withdraw`, { reason: '重复录入的项目' }, basedOn(2));
    expect(withdrawn.json<ProjectReply>()).toMatchObject({
      withdrawn: { reason: '重复录入的项目' },
      can: { edit: false },
      history: [{ action: 'withdraw' }, { action: 'edit', reason: '项目已竣工验收' }, { action: 'add' }],
    });
    expect((await listed(bureau)).some(({ id }) => id === added.id)).toBe(false);
    expect((await bureau.get(address)).statusCode).toBe(200);
    const again = await bureau.put(address, { ...finished, reason: '再改一次看看' }, basedOn(3));
    expect(again.json()).toMatchObject({ code: 'illegal-transition' });
    const trail = (await database.reader.select().from(auditEvents)).map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(['project.add', 'project.edit', 'project.withdraw']));
  });

  it('is read by officials and leadership and by no other city', async () => {
    const { official, leader, other, address, added } = await ledgerOffice().then(async (at) => ({
      ...at,
      official: await at.signedInAs('official'),
      leader: await at.signedInAs('leader'),
      other: await at.signedInAs('bureau', wenzhou),
    }));
    for (const reader of [official, leader]) {
      expect((await listed(reader, `?region=${lishui}`)).map(({ id, can }) => [id, can.edit])).toContainEqual([
        added.id,
        false,
      ]);
    }
    expect((await listed(other)).some(({ region }) => region !== wenzhou)).toBe(false);
    const refused = [
      await other.get(address),
      await other.put(address, { ...ordinaryProject, reason: '不是本市的项目' }, basedOn(1)),
      await other.post(`${address}/withdraw`, { reason: '不是本市的项目' }, basedOn(1)),
      await other.get(`${address}/attachments`),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  });

  it('is one by permit and unit, however they are typed', async () => {
    const { bureau } = await ledgerOffice();
    const twice = await bureau.post(ledger, { ...ordinaryProject, permit: '３３１１０２ 202008010101' });
    expect(twice.json()).toMatchObject({ code: 'project-exists', errors: [{ pointer: '/permit' }] });
    expect((await bureau.post(ledger, { ...ordinaryProject, unit: '02' })).statusCode).toBe(200);
    const unpermitted = { ...ordinaryProject, permit: '' };
    expect((await bureau.post(ledger, unpermitted)).statusCode).toBe(200);
    expect((await bureau.post(ledger, unpermitted)).statusCode).toBe(200);
  });

  it('is counted once when it is sent twice, and is not changed from an old version or without a reason', async () => {
    const { bureau, address } = await ledgerOffice();
    const body = { ...ordinaryProject, remarks: '已复核', reason: '补充备注说明' };
    const first = await bureau.put(address, body, once(1, 'k'));
    expect((await bureau.put(address, body, once(1, 'k'))).json()).toEqual(first.json());
    expect((await bureau.put(address, body, basedOn(1))).json()).toMatchObject({ code: 'stale-version' });
    expect((await bureau.put(address, { ...body, reason: '' }, basedOn(2))).json()).toMatchObject({
      code: 'reason-required',
    });
  });

  it('names every field that is wrong, and holds apart what is unknown and what is zero', async () => {
    const { bureau } = await ledgerOffice();
    const wrong = {
      ...ordinaryProject,
      totalArea: '',
      prefabricatedArea: '3.8万',
      decoratedArea: 1.5,
      assemblyRate: 100.01,
      startActual: '2020-10-20',
    };
    const { errors } = (await bureau.post(ledger, wrong)).json();
    expect(errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/totalArea', 'project-field-empty'],
      ['/prefabricatedArea', 'figure-notation'],
      ['/decoratedArea', 'too-many-decimals'],
      ['/assemblyRate', 'rate-above-whole'],
      ['/startActual', 'day-after-today'],
    ]);
    const zero = { ...ordinaryProject, permit: '', decoratedArea: 0, aboveGroundArea: ' ' };
    expect((await bureau.post(ledger, zero)).json()).toMatchObject({ decoratedArea: 0, aboveGroundArea: null });
  });

  it('is found by stage, year and words', async () => {
    const { bureau, added } = await ledgerOffice();
    const finds = async (query: string) => (await listed(bureau, query)).some(({ id }) => id === added.id);
    expect([await finds('?stage=start'), await finds('?stage=completion')]).toEqual([true, false]);
    expect([await finds('?year=2020'), await finds('?year=2021')]).toEqual([true, false]);
    const words = encodeURIComponent('城北安置');
    expect([await finds(`?find=${words}`), await finds('?find=nothing')]).toEqual([true, false]);
  });

  it('goes out by the filters of the page, and to a bureau its own city alone', async () => {
    const { bureau, added, signedInAs } = await ledgerOffice();
    const official = await signedInAs('official');
    const found = await table(official, `&region=${lishui}&find=${encodeURIComponent(ordinaryProject.name)}`);
    expect(found.trimEnd().split('\r\n')).toHaveLength(2);
    expect(found).toContain(added.id);
    expect(await table(official, '&stage=completion')).not.toContain(added.id);
    const own = await table(bureau, '');
    expect([own.includes(added.id), own.includes(`,${wenzhou},`)]).toEqual([true, false]);
    expect((await table(official, '')).includes(`,${wenzhou},`)).toBe(true);
    expect(own).toContain('演示数据（虚构）');
  });

  it('takes evidence from its bureau alone, until it is withdrawn', async () => {
    const { bureau, address, signedInAs } = await ledgerOffice();
    const official = await signedInAs('official');
    const attach = (caller: SignedInCaller, name: string) =>
      caller.upload('POST', `${address}/attachments?name=${name}`, 'application/pdf', plainPdf);
    const attached = (await attach(bureau, 'permit.pdf')).json<Attachment>();
    expect((await attach(official, 'mine.pdf')).statusCode).toBe(403);
    expect((await official.get(`${address}/attachments`)).json().attachments).toMatchObject([{ name: 'permit.pdf' }]);
    expect((await official.get(`/api/attachments/${attached.id}`)).rawPayload).toEqual(plainPdf);
    const other = await signedInAs('bureau', wenzhou);
    expect((await other.get(`/api/attachments/${attached.id}`)).statusCode).toBe(404);
    const back = await bureau.post(`/api/attachments/${attached.id}/remove`, { reason: '上传了错误的文件' });
    expect(back.json<Attachment>().removed).toMatchObject({ reason: '上传了错误的文件' });
    await bureau.post(`${address}/withdraw`, { reason: '重复录入的项目' }, basedOn(1));
    expect((await attach(bureau, 'late.pdf')).json()).toMatchObject({ code: 'illegal-transition' });
  });
});

describe('the ledger of an empty office', () => {
  it('is empty, has no sums, and takes its first project', async () => {
    const { app, database, clock } = await ownOffice();
    const account = { id: 'b', name: 'b', titleZh: 'b', titleEn: 'b', role: 'bureau', region: lishui } as const;
    const more = {
      passwordHash: 'x',
      mustChangePassword: false,
      disabled: false,
      createdAt: clock.now().toISOString(),
    };
    await database.write((tx) => insertAccount(tx, { ...account, ...more }));
    const bureau = await beginSession({ app, database, clock }, 'b');
    expect((await bureau.get(ledger)).json()).toMatchObject({ projects: [], can: { add: true } });
    const months: readonly LedgerMonth[] = (await bureau.get(`${ledger}/sums?year=2020`)).json().months;
    expect(new Set(months.map(({ cumulative, difference }) => [cumulative.amount, difference].join()))).toEqual(
      new Set([',']),
    );
    expect((await bureau.post(ledger, ordinaryProject)).json()).toMatchObject({ origin: 'reported', version: 1 });
  });
});
