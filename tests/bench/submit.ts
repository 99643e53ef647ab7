/** Submitting a month (figures, audit, durable) against one bare fsync'd transaction of the same rows in better-sqlite3. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { benchApp } from './app.ts';
import { median, timed, type Finding } from './measure.ts';

const rows = 8;
const rounds = 200;

/** Milliseconds of one bare transaction that writes what a save writes: figures, version, counter, audit row, revision. */
function bareTransactions(folder: string): () => void {
  const bare = new SqliteDatabase(join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec(
    'create table line (id integer primary key, kind text not null, value integer not null, words text not null)',
  );
  const insert = bare.prepare('insert into line (kind, value, words) values (?, ?, ?)');
  return bare.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run('row', row, 'as long as an audit row is'.repeat(6));
  });
}

export async function measureSubmit(): Promise<Finding[]> {
  const ours = await benchApp();
  const headers = {
    cookie: await ours.cookieOf('lishui'),
    origin: ours.origin,
    host: `127.0.0.1:${ours.port}`,
    'content-type': 'application/json',
  };
  const commit = bareTransactions(ours.folder);
  const figures = {
    'prefab-area': { cumulative: 100 },
    'prefab-civil': { cumulative: 60 },
    'prefab-share': { numerator: 100, denominator: 400 },
    'steel-housing': { cumulative: 20 },
    'green-demo': { cumulative: 3 },
  };
  const bareTimes: number[] = [];
  const ourTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareTimes.push(await timed(commit));
    ourTimes.push(
      await timed(async () => {
        const reply = await ours.app.inject({
          method: 'PUT',
          url: '/api/submissions/2020/10/331100',
          headers: { ...headers, 'if-match': `"${round}"` },
          payload: { figures },
        });
        if (reply.statusCode !== 200) throw new Error(`the draft was answered ${reply.statusCode}`);
      }),
    );
  }
  await ours.close();
  const ratio = median(ourTimes.slice(20)) / median(bareTimes.slice(20));
  return [
    {
      budget: 'a month of figures saved durably within 2× of one bare fsync’d transaction',
      figure: `${ratio.toFixed(1)}× (${median(ourTimes).toFixed(2)} ms of ${median(bareTimes).toFixed(2)} ms)`,
      met: ratio <= 2,
    },
  ];
}
