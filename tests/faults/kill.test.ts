/**
 * F1: the server is killed while it writes. Nothing acknowledged is lost, nothing is half done, nothing counts twice; and
 * the same checker sees it where the product's promise is broken on purpose.
 */
import { afterAll, describe, expect, it } from 'vitest';
import Sqlite from 'better-sqlite3';
import { demonstrationFile } from './ground/demonstration.ts';
import { examine } from './ground/checker.ts';
import { killWhileWriting, lineOf, type KillPlan } from './ground/killing.ts';
import { endServers } from './ground/server.ts';
import { isLong, report } from './ground/report.ts';

afterAll(endServers);

const plan = (more: Partial<KillPlan> = {}): KillPlan => ({
  file: demonstrationFile(),
  kills: isLong ? 200 : 4,
  seed: 2612,
  livesMs: isLong ? [200, 1800] : [60, 700],
  ...more,
});

describe('a server that is killed while it writes', () => {
  it('loses nothing that was acknowledged, and leaves nothing half done or doubled', async () => {
    const found = await killWhileWriting(plan());
    report(lineOf('F1 kill', found));
    expect(found).toMatchObject({ lost: [], half: [], doubled: [], integrity: 'ok', strange: [] });
    expect(found.acknowledged).toBeGreaterThan(isLong ? 5000 : 10);
  });

  // Whether a kill falls into the gap is chance, so a control may be tried again.
  it('is seen to lose where it answers before it commits: a control', { retry: 2 }, async () => {
    const found = await killWhileWriting(
      plan({ kills: isLong ? 10 : 3, control: 'answer-before-commit', forgets: true }),
    );
    report(lineOf('F1 control: answers before commit', found));
    expect(found.lost.length).toBeGreaterThan(0);
  });

  it('refuses to start where it answered before it committed, and says what is missing', { retry: 2 }, async () => {
    const run = killWhileWriting(plan({ kills: 3, control: 'answer-before-commit' }));
    await expect(run).rejects.toThrow(
      // Each by what was done, to which month, by whom.
      /lacks \d+ acknowledged change\(s\)[\s\S]*\d{4}-\d\d-\d\dT\S+Z {2}[a-z]+\.[a-z-]+ \S+ [a-z]+\n/,
    );
    report('F1 control: answers before commit: noticed by the next start');
  });

  it('is seen to leave halves where it has no transaction: a control', { retry: 2 }, async () => {
    const found = await killWhileWriting(
      plan({ kills: isLong ? 30 : 8, livesMs: [40, 250], control: 'no-transaction' }),
    );
    report(lineOf('F1 control: no transaction', found));
    expect(found.half.length).toBeGreaterThan(0);
  });
});

describe('the checker', () => {
  it('sees a planted double', async () => {
    const { file, ...rest } = plan({ kills: 1 });
    const before = await killWhileWriting({ file, ...rest });
    expect(before.doubled).toEqual([]);
    const database = new Sqlite(file);
    const [row] = database
      .prepare<[], Record<string, unknown>>("SELECT * FROM submission_version WHERE note LIKE 'round-%' LIMIT 1")
      .all();
    const columns = Object.keys(row ?? {});
    const double = { ...row, id: 'planted', number: 9_999 };
    database
      .prepare(`INSERT INTO submission_version (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`)})`)
      .run(double);
    database.close();
    expect(examine(file, []).doubled).toEqual([row?.['note']]);
  });
});
