/** The project ledger by file: shown before it is written, cell by cell, and the same after it went out and came in again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFilePreview } from '#api/project-files/contract.ts';
import type { Project } from '#api/projects/contract.ts';
import { projectFields } from '#api/projects/fields.ts';
import { ledgerTable } from '#api/project-files/table.ts';
import { planOf } from '#api/project-files/plan.ts';
import { contentOf } from '#api/projects/actions.ts';
import { presentProject, sightOf } from '#api/projects/present.ts';
import { projectsTableOf } from '#api/tables/projects-table.ts';
import { tableFile } from '#api/tables/table-file.ts';
import { readCsv } from '#api/workbooks/csv-reader.ts';
import { readXlsx } from '#api/workbooks/xlsx-reader.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { anyProject, ordinaryProject, reader, standingProject } from '#tests/support/projects.ts';
import { lishui, storedState, wenzhou } from '#tests/support/reporting.ts';
import { csvOf, workbookOf, xlsxType, type Cells } from '#tests/support/tables-in-files.ts';

const head = [
  '项目名称',
  '施工许可证号',
  '单位工程编号',
  '建筑类型',
  '结构类型',
  '总建筑面积',
  '装配式建筑面积',
  '实际开工',
];
const good = ['城东小学', '331102202009010201', '01', '公共建筑', '钢结构', '12,000', 9000, '2020/9/8'];

const preview = async (bureau: SignedInCaller, file: string | Buffer, type = 'text/csv') => {
  const reply = await bureau.upload('POST', '/api/projects/preview?language=zh', type, file);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ProjectFilePreview>();
};

const confirm = (bureau: SignedInCaller, file: string | Buffer, digest: string, rows = 'all', type = 'text/csv') => {
  const query = new URLSearchParams({ digest, name: '台账.csv', reason: '按施工许可台账导入', rows });
  return bureau.upload('POST', `/api/projects/import?${query}`, type, file);
};

async function bureauOffice() {
  const at = await demoApp();
  return { ...at, bureau: await at.signedInAs('bureau', lishui) };
}

const listed = async (bureau: SignedInCaller): Promise<readonly Project[]> =>
  (await bureau.get('/api/projects')).json().projects;

describe('a file of projects', () => {
  it('is shown without a trace, then written; the same file again changes nothing', async () => {
    const { bureau, database } = await bureauOffice();
    const file = csvOf([head, good]);
    const before = await storedState(database);
    const shown = await preview(bureau, file);
    expect(shown).toMatchObject({ counts: { added: 1, changed: 0, same: 0, refused: 0 }, faults: [], marked: null });
    expect(await storedState(database)).toEqual(before);
    expect((await confirm(bureau, file, shown.digest)).json()).toEqual({ added: 1, changed: 0, same: 0 });
    const added = (await listed(bureau)).find(({ name }) => name === '城东小学');
    expect(added).toMatchObject({
      totalArea: 12_000,
      aboveGroundArea: null,
      startActual: '2020-09-08',
      stage: 'start',
    });

    const again = await preview(bureau, file);
    expect(again.counts).toEqual({ added: 0, changed: 0, same: 1, refused: 0 });
    expect((await confirm(bureau, file, again.digest)).json()).toMatchObject({ code: 'load-nothing-new' });
    expect((await confirm(bureau, file, shown.digest)).json()).toMatchObject({ code: 'load-changed' });
  });

  it('changes what it has columns for, and says which fields', async () => {
    const { bureau } = await bureauOffice();
    await bureau.post('/api/projects', ordinaryProject);
    const file = workbookOf([
      ['项目名称', '施工许可证号', '单位工程编号', '总建筑面积（㎡）', '装配率（%）'],
      [ordinaryProject.name, ordinaryProject.permit, ordinaryProject.unit, 52_300, '60.25%'],
    ]);
    const shown = await preview(bureau, file, xlsxType);
    expect(shown.changes).toMatchObject([
      { name: ordinaryProject.name, fields: [{ field: '装配率（%）', before: '52.5', after: '60.25' }] },
    ]);
    await confirm(bureau, file, shown.digest, 'all', xlsxType);
    const changed = (await listed(bureau)).find(({ permit }) => permit === ordinaryProject.permit);
    expect(changed).toMatchObject({ version: 2, assemblyRate: 60.25, owner: ordinaryProject.owner, greenStars: 1 });
  });

  it('names each wrong cell with its value and how to mend it, and takes good rows alone when it is asked to', async () => {
    const { bureau } = await bureauOffice();
    const wrong: Cells = [
      ['缺面积', '', '', '住宅', '木结构', '', '', ''],
      ['错词', '', '', '宾馆', '钢结构', 100, '1万', '2020-02-30'],
      ['许可证被存成数字', '3.31102E+17', '', '住宅', '钢结构', 100, '', ''],
      [...good.slice(0, 5), 1, 1, ''],
    ];
    const file = csvOf([head, good, ...wrong]);
    const shown = await preview(bureau, file);
    expect(shown.counts).toEqual({ added: 1, changed: 0, same: 0, refused: 4 });
    expect(shown.faults.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [3, 'F', '', 'project-field-empty'],
      [4, 'D', '宾馆', 'project-word-unknown'],
      [5, 'B', '3.31102E+17', 'project-number-cut'],
      [6, 'A', '城东小学', 'sheet-row-twice'],
    ]);
    expect(shown.faults[1]?.detail.zh).toContain('住宅、公共建筑');
    expect(shown.marked).not.toBeNull();
    expect((await confirm(bureau, file, shown.digest)).json()).toMatchObject({ code: 'load-faults' });
    expect((await confirm(bureau, file, shown.digest, 'good')).json()).toEqual({ added: 1, changed: 0, same: 0 });
  });

  it('takes no other city’s project, by region or by number', async () => {
    const { bureau, signedInAs } = await bureauOffice();
    const other = await signedInAs('bureau', wenzhou);
    const { id } = (await other.post('/api/projects', ordinaryProject)).json();
    const shown = await preview(
      bureau,
      csvOf([
        ['台账编号', '地区代码', ...head],
        ['', wenzhou, ...good],
        [id, lishui, ...good],
        ['', '', ordinaryProject.name, ordinaryProject.permit, ordinaryProject.unit, '住宅', '钢结构', 1, 1, ''],
      ]),
    );
    expect(shown.faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'project-other-region'],
      [3, 'project-unknown'],
      [4, 'project-exists'],
    ]);
    expect((await preview(bureau, 'a,b\r\n1,2')).faults).toMatchObject([{ code: 'project-head-missing' }]);
  });

  it('is filled in on a template that has every field', async () => {
    const { bureau } = await bureauOffice();
    const { rawPayload } = await bureau.get('/api/projects/template?language=en');
    expect((await preview(bureau, rawPayload, xlsxType)).counts).toEqual({ added: 0, changed: 0, same: 0, refused: 0 });
    const table = await bureau.get('/api/projects/table?language=en&format=csv');
    for (const { words } of projectFields) expect(table.body).toContain(words.en);
  });
});

describe('the ledger that went out', () => {
  const read = { csv: readCsv, xlsx: readXlsx };
  it.each(['csv', 'xlsx'] as const)(
    'says the same when it comes in again, in both languages, as %s',
    async (format) => {
      const path = join(temporaryFolder(), `ledger.${format}`);
      const projects = fc.uniqueArray(anyProject, {
        minLength: 1,
        maxLength: 8,
        selector: ({ permit, unit }) => permit + unit,
      });
      await fc.assert(
        fc.asyncProperty(projects, fc.constantFrom('zh', 'en'), async (inputs, language) => {
          const standing = inputs.map((input, at) => standingProject(input, `id-${at}`));
          const shown = standing.map((project) =>
            presentProject(project, { actor: reader }, sightOf([], '2020-10-19')),
          );
          const { content } = tableFile(projectsTableOf(shown, [], language), { language, format });
          if (!Buffer.isBuffer(content)) throw new Error('the table is no buffer');
          writeFileSync(path, content);
          const holders = new Map(standing.flatMap(({ project: { id, key } }) => (key === null ? [] : [[key, id]])));
          const ledger = { region: lishui, regionName: { zh: '', en: '' }, standing, holders, today: '2020-10-19' };
          const table = ledgerTable(await read[format](path));
          const plan = planOf(table, ledger);
          expect([table.faults, plan.faults, plan.changes]).toEqual([[], [], []]);
          expect(plan.same).toBe(inputs.length);
          // Into an empty ledger it brings every project as it was.
          const numberless = table.rows.map((row) => ({
            ...row,
            cells: new Map([...row.cells].filter(([column]) => column !== 'id')),
          }));
          const anew = planOf({ ...table, rows: numberless }, { ...ledger, standing: [], holders: new Map() });
          const given = standing.map(({ newest }) => contentOf(newest));
          if (anew.faults.length === 0) expect(anew.changes.map(({ content }) => content)).toEqual(given);
          else expect(anew.faults.every(({ code }) => code === 'sheet-row-twice')).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});
