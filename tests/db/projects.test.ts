import { beforeEach, describe, expect, it } from 'vitest';
import { classify, type Database } from '#db/dialect';
import {
  addProjectVersion,
  findProject,
  findProjectByKey,
  insertProject,
  listProjects,
  listProjectVersions,
  type ProjectRow,
  type ProjectVersionRow,
} from '#db/projects.ts';
import { projectVersions, regions } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import { readProject } from '#api/projects/read-project.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { author, region } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write((tx) => tx.insert(regions).values([region(), region('340200')]));
});

const row = (id: string, of = '340100', key: string | null = null): ProjectRow => ({
  id,
  region: of,
  version: 1,
  key,
  origin: 'reported',
});

const version = (project: string, more: Partial<ProjectVersionRow> = {}): ProjectVersionRow => ({
  ...readProject(ordinaryProject, '2020-10-19'),
  project,
  number: 1,
  action: 'add',
  reason: '',
  at: '2020-10-19T01:00:00.000Z',
  actor: null,
  actedAs: author('hefei'),
  ...more,
});

const add = (project: ProjectRow, more: Partial<ProjectVersionRow> = {}) =>
  database.write((tx) => insertProject(tx, project, version(project.id, more)));

describe('the project ledger', () => {
  it('lists the newest versions by region and id, of one city or all, without what was withdrawn', async () => {
    await add(row('b'));
    await add(row('a', '340200'));
    await add(row('c'), { action: 'withdraw' });
    await database.write((tx) =>
      addProjectVersion(tx, row('b'), version('b', { number: 2, action: 'edit', bim: true })),
    );
    const all = await listProjects(database.reader, { region: null });
    expect(all.map(({ project, newest }) => [project.id, newest.number, newest.bim])).toEqual([
      ['b', 2, true],
      ['a', 1, false],
    ]);
    expect((await listProjects(database.reader, { region: '340200' })).map(({ project }) => project.id)).toEqual(['a']);
    expect((await listProjectVersions(database.reader, 'b')).map(({ number }) => number)).toEqual([2, 1]);
    expect(await findProject(database.reader, 'd')).toBeUndefined();
  });

  it('takes one version of two that were based on the same', async () => {
    await add(row('a'));
    const next = (remarks: string) =>
      database.write((tx) => addProjectVersion(tx, row('a'), version('a', { number: 2, remarks })));
    expect([await next('first'), await next('second')]).toEqual([true, false]);
    expect((await findProject(database.reader, 'a'))?.newest.remarks).toBe('first');
  });

  it('holds a key once and frees it', async () => {
    await add(row('a', '340100', 'p/1'));
    const second = add(row('b', '340100', 'p/1')).catch((error: unknown) => classify(error));
    expect(await second).toBe('unique');
    const freed = { id: 'a', version: 1, key: null };
    await database.write((tx) => addProjectVersion(tx, freed, version('a', { number: 2, action: 'withdraw' })));
    expect(await findProjectByKey(database.reader, 'p/1')).toBeUndefined();
    await add(row('b', '340100', 'p/1'));
    expect((await findProjectByKey(database.reader, 'p/1'))?.id).toBe('b');
  });

  it('is sealed: a version that was altered behind the program’s back is named', async () => {
    await add(row('a'));
    expect((await verifySeals(database.reader)).findings).toEqual([]);
    await database.write((tx) => tx.update(projectVersions).set({ prefabricatedArea: 1 }));
    expect((await verifySeals(database.reader)).findings).toMatchObject([
      { kind: 'altered', subject: 'project_version:a@1', about: { what: 'project.add', object: 'a@1' } },
    ]);
  });
});
