/** Compares what was acknowledged with what is in the database. Reads raw rows, so that it trusts none of the product's code. */
import Sqlite from 'better-sqlite3';
import { cities, type Acknowledgement, type Step } from './writers.ts';

export interface Findings {
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** There without all that belongs to it: figures, audit event, idempotency key, version counter. */
  readonly half: readonly string[];
  /** There more often than it was done. */
  readonly doubled: readonly string[];
  /** SQLite's own verdict; `ok` where the file is sound. */
  readonly integrity: string;
}

interface VersionRow {
  readonly id: string;
  readonly region: string;
  readonly note: string;
  readonly state: string;
  readonly submitted_at: string | null;
  readonly return_reason: string | null;
}

const figuresOfAMonth = 5;

/** Examines the database of a run that is over. The server must be down. */
export function examine(file: string, acknowledged: readonly Acknowledgement[]): Findings {
  const database = new Sqlite(file, { readonly: true });
  try {
    const versions = database
      .prepare<[], VersionRow>(
        `SELECT id, region, note, state, submitted_at, return_reason FROM submission_version
         WHERE year = 2020 AND month = 10 AND note LIKE 'round-%' ORDER BY region, number`,
      )
      .all();
    return {
      lost: lostOf(versions, acknowledged),
      half: halfOf(database, versions),
      doubled: doubledOf(database, versions),
      integrity: String(database.pragma('integrity_check', { simple: true })),
    };
  } finally {
    database.close();
  }
}

const isThere: Readonly<Record<Step, (row: VersionRow, mark: string) => boolean>> = {
  save: (row, mark) => row.note === mark,
  submit: (row, mark) => row.note === mark && row.submitted_at !== null,
  return: (row, mark) => row.note === mark && row.state === 'returned' && row.return_reason === mark,
};

function lostOf(versions: readonly VersionRow[], acknowledged: readonly Acknowledgement[]): readonly string[] {
  const byMark = Map.groupBy(versions, ({ note }) => note);
  return acknowledged
    .filter(({ step, mark }) => !(byMark.get(mark) ?? []).some((row) => isThere[step](row, mark)))
    .map(({ step, mark }) => `${step} ${mark}`);
}

/** How often each step was done, by the rows that tell of it. */
function stepsOf(versions: readonly VersionRow[]): number {
  return versions.reduce(
    (sum, row) => sum + 1 + (row.submitted_at === null ? 0 : 1) + (row.state === 'returned' ? 1 : 0),
    0,
  );
}

function halfOf(database: Sqlite.Database, versions: readonly VersionRow[]): readonly string[] {
  const count = (sql: string, ...values: readonly string[]): number =>
    Number(
      database
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  const half: string[] = [];
  for (const { id, note } of versions) {
    const figures = count('SELECT count(*) FROM figure WHERE submission_version = ?', id);
    if (figures !== figuresOfAMonth) half.push(`${note} has ${figures} figures`);
  }
  for (const region of Object.keys(cities)) {
    const own = versions.filter((row) => row.region === region);
    if (own.length === 0) continue;
    const steps = stepsOf(own);
    const object = `2020-10/${region}`;
    const told = count("SELECT count(*) FROM audit_event WHERE object = ? AND outcome = 'done'", object);
    const keys = count("SELECT count(*) FROM idempotency_key WHERE key LIKE '%-round-' || ? || '-%'", region);
    const counter = count('SELECT version FROM submission WHERE region = ? AND year = 2020 AND month = 10', region);
    if (told !== steps) half.push(`${region}: ${steps} steps, ${told} audit events`);
    if (keys !== steps) half.push(`${region}: ${steps} steps, ${keys} keys`);
    if (counter !== steps) half.push(`${region}: ${steps} steps, version ${counter}`);
  }
  return half;
}

function doubledOf(database: Sqlite.Database, versions: readonly VersionRow[]): readonly string[] {
  const marks = [...Map.groupBy(versions, ({ note }) => note)].filter(([, rows]) => rows.length > 1);
  const requests = database
    .prepare<[], string>(
      `SELECT action || ' ' || object FROM audit_event WHERE object LIKE '2020-10/%' AND outcome = 'done'
       GROUP BY request_id HAVING count(*) > 1`,
    )
    .pluck()
    .all();
  return [...marks.map(([mark]) => mark), ...requests];
}
