/** City bureaus and an official that write without a pause, and remember what was acknowledged. */
import { setTimeout } from 'node:timers/promises';
import type { Submission } from '#api/submissions/contract.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { ordinary } from '#tests/support/reporting.ts';

/** Cities whose October is untouched in the demonstration, each with the account of its bureau. */
export const cities: Readonly<Record<string, string>> = {
  '330100': 'hangzhou',
  '330200': 'ningbo',
  '330300': 'wenzhou',
  '330600': 'shaoxing',
  '330700': 'jinhua',
  '331000': 'taizhou',
  '331100': 'lishui',
};

export type Step = 'save' | 'submit' | 'return';

/** A command that was answered with 2xx. `mark` is a text that only this round of this city carries. */
export interface Acknowledgement {
  readonly region: string;
  readonly step: Step;
  readonly mark: string;
}

/** What the writers share: where the server is just now, and when to stop. */
export interface Office {
  /** Null while it is down. */
  origin: string | null;
  /** No new round is begun. */
  isOver: boolean;
  /** Tells this run's marks and keys from those of others on the same database. */
  readonly name: string;
  readonly acknowledged: Acknowledgement[];
  /** Requests whose answer never came, and which were sent again with the same key. */
  inDoubt: number;
  /** Answers of 503: the request was refused for now, and sent again. */
  unavailable: number;
  /** Answers that no person should get: anything but 2xx, 409 after a retry, 503. */
  readonly strange: string[];
}

export const newOffice = (name = 'a'): Office => ({
  origin: null,
  isOver: false,
  name,
  acknowledged: [],
  inDoubt: 0,
  unavailable: 0,
  strange: [],
});

/** Signs in and gives the cookie. */
export async function cookieOf(origin: string, name: string): Promise<string> {
  const reply = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: demonstrationPassword }),
  });
  if (!reply.ok) throw new Error(`${name} could not sign in: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The cookies of all who write: each bureau's by the code of its city. */
export interface Cookies {
  readonly official: string;
  readonly bureaus: readonly (readonly [region: string, cookie: string])[];
}

/** Signs everybody in by name and password. */
export async function signEverybodyIn(origin: string): Promise<Cookies> {
  return {
    official: await cookieOf(origin, 'official'),
    bureaus: await Promise.all(
      Object.entries(cities).map(async ([region, name]) => [region, await cookieOf(origin, name)] as const),
    ),
  };
}

/** Starts each city's writer. Whoever finds no server waits for one. */
export function beginWriting(office: Office, { official, bureaus }: Cookies): readonly Promise<void>[] {
  return bureaus.map(([region, bureau]) => writeMonth(office, region, { bureau, official }));
}

/** Waits until so many more writes were acknowledged, but not for ever. */
export async function untilAcknowledged({ acknowledged }: Office, more: number): Promise<void> {
  const enough = acknowledged.length + more;
  const until = performance.now() + 10_000;
  while (acknowledged.length < enough && performance.now() < until) await setTimeout(1);
}

interface Attempt {
  readonly method: 'PUT' | 'POST' | 'GET';
  readonly path: string;
  readonly cookie: string;
  readonly version?: number;
  readonly key?: string;
  readonly body?: object;
}

/** Sends until an answer comes, over crashes and starts. @throws Error where none comes for a minute of a server that runs */
async function answered(office: Office, attempt: Attempt): Promise<{ status: number; text: string }> {
  let tries = 0;
  let until = performance.now() + 60_000;
  while (performance.now() < until) {
    const { origin } = office;
    if (origin === null) {
      const before = performance.now();
      await setTimeout(5);
      until += performance.now() - before;
      continue;
    }
    if (tries > 0) office.inDoubt += 1;
    tries += 1;
    try {
      const reply = await fetch(origin + attempt.path, {
        method: attempt.method,
        headers: headersOf(attempt),
        ...(attempt.body !== undefined && { body: JSON.stringify(attempt.body) }),
      });
      const answer = { status: reply.status, text: await reply.text() };
      if (answer.status !== 503) return answer;
      office.unavailable += 1;
    } catch {
      // The line broke: nobody knows whether it was done.
    }
    await setTimeout(5);
  }
  throw new Error(`${attempt.method} ${attempt.path} was not answered for a minute`);
}

function headersOf({ cookie, version, key, body }: Attempt): Record<string, string> {
  return {
    cookie,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
}

/** One city's month, saved, submitted and returned again and again; once the run is over, to the end of the round. */
async function writeMonth(
  office: Office,
  region: string,
  cookies: { readonly bureau: string; readonly official: string },
): Promise<void> {
  const path = `/api/submissions/2020/10/${region}`;
  const versionOf = async (cookie: string): Promise<number> => {
    const { version }: Submission = JSON.parse((await answered(office, { method: 'GET', path, cookie })).text);
    return version;
  };
  // The bureau's version counts every step, the official's only what was sent and decided.
  const versions = { bureau: await versionOf(cookies.bureau), official: await versionOf(cookies.official) };
  for (let round = 1; !office.isOver; round += 1) {
    const mark = `round-${region}-${office.name}${round}`;
    const explained = { cause: 'fault test', remedies: 'fault test' };
    const attempts: Readonly<Record<Step, Omit<Attempt, 'version' | 'key'>>> = {
      save: { method: 'PUT', path, cookie: cookies.bureau, body: { ...ordinary, ...explained, note: mark } },
      submit: { method: 'POST', path: `${path}/submit`, cookie: cookies.bureau, body: {} },
      return: { method: 'POST', path: `${path}/return`, cookie: cookies.official, body: { reason: mark } },
    };
    for (const step of ['save', 'submit', 'return'] as const) {
      const answer = await answered(office, {
        ...attempts[step],
        version: versions[step === 'return' ? 'official' : 'bureau'],
        key: `${step}-${mark}`,
      });
      if (answer.status !== 200) {
        office.strange.push(`${step} ${mark}: ${answer.status} ${answer.text}`);
        return;
      }
      office.acknowledged.push({ region, step, mark });
      versions.bureau += 1;
      if (step !== 'save') versions.official += 1;
    }
  }
}
