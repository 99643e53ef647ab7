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
import { atCall, canTrace } from './ground/tools.ts';

afterAll(endServers);

const plan = (more: Partial<KillPlan> = {}): KillPlan => ({
  file: demonstrationFile(),
  kills: isLong ? 200 : 3,
  seed: 2612,
  // 200 kills make some 6,000 acknowledged writes, of which every fourth server takes none.
  writes: isLong ? [10, 70] : [5, 25],
  ...more,
});

describe('a server that is killed while it writes', () => {
  it('loses nothing that was acknowledged, and leaves nothing half done or doubled', async () => {
    const found = await killWhileWriting(plan());
    report(lineOf('F1 kill', found));
    expect(found).toMatchObject({ lost: [], half: [], doubled: [], integrity: 'ok', strange: [], refusals: [] });
    expect(found.acknowledged).toBeGreaterThanOrEqual(isLong ? 5000 : 10);
  });

  it('is seen to lose where it answers before it commits, and the next start says what is missing: a control', async () => {
    const found = await killWhileWriting(
      // Whether a kill falls into the gap is chance: there are as many as it takes.
      plan({ kills: 12, control: 'answer-before-commit', isEnough: ({ lost }) => lost.length > 0 }),
    );
    report(lineOf('F1 control: answers before commit', found));
    expect(found.lost.length).toBeGreaterThan(0);
    // An earlier start may have missed the server's own notices alone; one start missed what a person had entered.
    expect(found.refusals).toContainEqual(
      // Each by what was done, to which month, by whom.
      expect.stringMatching(
        /lacks \d+ acknowledged change\(s\)[\s\S]*\d{4}-\d\d-\d\dT\S+Z {2}[a-z]+\.[a-z-]+ \S+ [a-z]+\n/,
      ),
    );
    report('F1 control: answers before commit: noticed by the next start');
  });

  it('is seen to leave halves where it has no transaction: a control', async () => {
    const found = await killWhileWriting(
      plan({
        kills: 30,
        writes: [1, 10],
        control: 'no-transaction',
        // Each statement syncs by itself, and at a sync a command is in its middle more often than at a moment by chance.
        ...(canTrace && { endedBy: (turn) => atCall('fsync', 80 + turn * 7, 'signal=SIGKILL') }),
        isEnough: ({ half }) => half.length > 0,
      }),
    );
    report(lineOf('F1 control: no transaction', found));
    expect(found.half.length).toBeGreaterThan(0);
  });
});

describe('the checker', () => {
  it('sees a planted double', () => {
    const file = demonstrationFile();
    const database = new Sqlite(file);
    const [row] = database
      .prepare<[], Record<string, unknown>>('SELECT * FROM submission_version WHERE year = 2020 AND month = 10 LIMIT 1')
      .all();
    const columns = Object.keys(row ?? {});
    const insert = database.prepare(
      `INSERT INTO submission_version (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`)})`,
    );
    const plant = (id: string, number: number): void => {
      insert.run({ ...row, id, number, note: 'round-planted' });
    };
    plant('once', 9_998);
    expect(examine(file, []).doubled).toEqual([]);
    plant('twice', 9_999);
    database.close();
    expect(examine(file, []).doubled).toEqual(['round-planted']);
  });
});
