/** Databases of offices of any size, written as rows: a bench needs hundreds of thousands, and nobody types them. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { hashSessionToken, newSessionToken } from '#api/http/session-cookie.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { openDatabase } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { sealUnsealed } from '#db/seals.ts';
import { settingKeys } from '#db/settings.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';
import { addAreas, addNation, type Cell, type Insert } from './areas.ts';
import { benchFolder } from './folders.ts';

/** The office's day: 2020 is over and its December still comes in, so that 24 whole months can be there. */
const officeNow = '2021-01-11T01:00:00.000Z';

export interface OfficePlan {
  /** Regions that report; of one province 11 or more, because the reference data brings 11. */
  readonly areas: number;
  /** Whether they are the counties of a nation, below its provinces and cities. */
  readonly nation?: boolean;
  readonly years: readonly number[];
  /** How far an area's month has come; `none` where nothing was sent. */
  stateOf(area: number, year: number, month: number): 'accepted' | 'submitted' | 'none';
}

export interface Office {
  readonly file: string;
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  /** The cookie of the department's official. */
  readonly official: string;
  /** The cookie of the bureau of each of the first eleven areas, by area. */
  readonly bureaus: ReadonlyMap<string, string>;
  /** 200 more sessions of officials, for that many open pages. */
  readonly pages: readonly string[];
}

/** The demonstration's office, as the first start of the program makes it. */
export async function demonstrationOffice(): Promise<string> {
  return newDatabase(true);
}

/** The cookie of a new session, written into a database that nobody has open, at its office's own time. */
export function sessionIn(file: string, name: string): string {
  const database = new Sqlite(file);
  const offset = database.prepare('select value from setting where key = ?').pluck().get(settingKeys.demoClock);
  const person = database.prepare('select id from account where name = ?').pluck().get(name);
  const cookie = beginSession(database, String(person), new Date(Date.now() + Number(offset)).toISOString());
  database.close();
  return cookie;
}

/** An office with 8 indicators, targets for 2019 and 2020 and the months that the plan names. */
export async function buildOffice(plan: OfficePlan): Promise<Office> {
  const file = await newDatabase(false);
  const database = new Sqlite(file);
  database.pragma('synchronous = OFF');
  database.exec('begin');
  const insert = inserter(database);
  const offset = Date.parse(officeNow) - Date.now();
  insert('setting', { key: settingKeys.demonstration, value: 'off' });
  insert('setting', { key: settingKeys.demoClock, value: String(offset) });
  const areas = (plan.nation === true ? addNation : addAreas)(database, insert, plan.areas);
  const indicators = addIndicators(database, insert);
  const official = addAccount(database, insert, 'bench-official', 'official', null);
  const cookies = areas.map((code): [string, string] => [
    code,
    addAccount(database, insert, `bench-${code}`, 'bureau', code),
  ]);
  for (const [area, code] of areas.entries()) {
    for (const year of [2019, 2020]) addTargets(insert, { area, code, year }, indicators);
    for (const year of plan.years) addYear(insert, { area, code, year }, indicators, plan);
  }
  const bureaus = new Map(cookies.slice(0, 11));
  const pages = Array.from({ length: 200 }, () => beginSession(database, 'bench-official', officeNow));
  database.exec('commit');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
  await sealAll(file);
  return { file, areas, indicators: indicators.map(({ code }) => code), official, bureaus, pages };
}

/** Seals what was written as rows, as an office that was sealed from its beginning. */
async function sealAll(file: string): Promise<void> {
  const database = await openDatabase({ address: `file:${file}` });
  await database.write(sealUnsealed);
  await database.close();
}

async function newDatabase(demonstration: boolean): Promise<string> {
  const file = join(benchFolder(), 'office.db');
  const database = await openDatabase({ address: `file:${file}` });
  const now = new Date();
  await migrate(database);
  await loadReference(database, now);
  if (demonstration) await loadDemonstration(database, { now });
  await database.close();
  return file;
}

/** Inserts a row by its columns' names; each table's rows must name the same columns in the same order. */
function inserter(database: Sqlite.Database): Insert {
  const kept = new Map<string, Sqlite.Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const known = kept.get(table);
    const places = columns.map(() => '?').join(', ');
    const statement =
      known ??
      database.prepare(`insert into "${table}" (${columns.map((one) => `"${one}"`).join(', ')}) values (${places})`);
    kept.set(table, statement);
    statement.run(Object.values(row));
  };
}

interface Indicator {
  readonly code: string;
  readonly kind: string;
  readonly scale: number;
}

/** The five of the reference data and three more of an office's own. */
function addIndicators(database: Sqlite.Database, insert: Insert): readonly Indicator[] {
  const like = database.prepare<[], Record<string, Cell>>("select * from indicator where code = 'prefab-area'").get();
  for (const number of [1, 2, 3]) {
    insert('indicator', { ...like, code: `own-${number}`, core: 0, part_of: null, position: 10 + number });
  }
  return database.prepare<[], Indicator>('select code, kind, scale from indicator order by position').all();
}

interface AreaYear {
  readonly area: number;
  readonly code: string;
  readonly year: number;
}

/** An area's target in base units; areas differ a little. A part's is below that of its whole, a ratio's in ten-thousandths. */
function targetOf(area: number, { code, kind, scale }: Indicator): number {
  if (kind === 'ratio') return 3000;
  if (scale === 1) return 20 + (area % 7);
  const whole = 5_000_000 + (area % 997) * 1000;
  return code === 'prefab-civil' ? Math.round(whole * 0.6) : whole;
}

function addTargets(insert: Insert, { area, code, year }: AreaYear, indicators: readonly Indicator[]): void {
  for (const indicator of indicators) {
    insert('target_change', {
      id: `${year}-${code}-${indicator.code}-1`,
      region: code,
      indicator: indicator.code,
      year,
      sequence: 1,
      amount: targetOf(area, indicator) + (indicator.kind === 'stock' ? (year - 2018) * 1_000_000 : 0),
      effective_month: 1,
      document_number: `〔${year}〕1号`,
      reason: '年度目标分解下达',
      author: 'bench-official',
      authored_as: authorNamed('bench-official'),
      decided_at: `${year}-01-20T02:00:00.000Z`,
      origin: 'reported',
      source: null,
    });
  }
}

/** What an area has reached at a month's end, in base units: every fifth area well below the pace. */
export function valueOf(area: number, month: number, indicator: Indicator): number {
  const effort = area % 5 === 0 ? 0.7 : 1.02;
  const share = starts2019Points[month - 1] ?? 1;
  // A ratio's numerator is the figure of the whole area.
  const target = indicator.kind === 'ratio' ? targetOf(area, { code: 'prefab-area', kind: 'flow', scale: 10_000 }) : 0;
  const reached = Math.round((target === 0 ? targetOf(area, indicator) : target) * share * effort);
  return indicator.scale === 1 ? reached : Math.round(reached / 100) * 100;
}

function addYear(
  insert: Insert,
  { area, code, year }: AreaYear,
  indicators: readonly Indicator[],
  plan: OfficePlan,
): void {
  for (let month = 1; month <= 12; month += 1) {
    const state = plan.stateOf(area, year, month);
    if (state === 'none') continue;
    const id = randomUUID();
    const asOf = lastDayOfMonth(year, month);
    const sentAt = `${asOf}T09:00:00.000Z`;
    const isAccepted = state === 'accepted';
    insert('submission', { region: code, year, month, version: isAccepted ? 3 : 2, sent_version: isAccepted ? 2 : 1 });
    insert('submission_version', {
      id,
      region: code,
      year,
      month,
      number: 1,
      kind: 'submission',
      state,
      as_of: asOf,
      note: '',
      cause: explanation.cause,
      remedies: explanation.remedies,
      saved_by: `bench-${code}`,
      saved_as: authorNamed(`bench-${code}`),
      saved_at: sentAt,
      submitted_by: `bench-${code}`,
      submitted_as: authorNamed(`bench-${code}`),
      submitted_at: sentAt,
      decided_by: state === 'accepted' ? 'bench-official' : null,
      decided_as: state === 'accepted' ? authorNamed('bench-official') : null,
      decided_at: state === 'accepted' ? sentAt : null,
      return_reason: null,
    });
    for (const indicator of indicators) {
      const cumulative = valueOf(area, month, indicator) + (indicator.kind === 'stock' ? (year - 2018) * 1_000_000 : 0);
      insert('figure', {
        submission_version: id,
        indicator: indicator.code,
        cumulative,
        denominator: indicator.kind === 'ratio' ? cumulative * 3 : null,
        origin: 'reported',
        source: null,
      });
    }
  }
}

/** An author as the column of the database keeps it. */
const authorNamed = (name: string): string => JSON.stringify({ name, title: { zh: name, en: name } });

/** What a bureau says where it is behind; two sentences, as people write them. */
export const explanation = {
  cause: '上半年新出让地块较少，三个装配式项目因设计变更推迟开工。',
  remedies: '已逐个项目明确开工日期和责任人，每周调度，年底前集中开工两批。',
};

function addAccount(
  database: Sqlite.Database,
  insert: Insert,
  name: string,
  role: string,
  region: string | null,
): string {
  insert('account', {
    id: name,
    name,
    title_zh: name,
    title_en: name,
    role,
    region,
    password_hash: 'nobody signs in with a password here',
    must_change_password: 0,
    password_expires_at: null,
    disabled: 0,
    created_at: '2020-01-01T00:00:00.000Z',
  });
  return beginSession(database, name, officeNow);
}

function beginSession(database: Sqlite.Database, person: string, at: string): string {
  const token = newSessionToken();
  database
    .prepare('insert into session (token_hash, account, created_at, last_seen_at, address) values (?, ?, ?, ?, ?)')
    .run(hashSessionToken(token), person, at, at, '127.0.0.1');
  return `xushi=${token}`;
}
