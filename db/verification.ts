/** Finds every protected row that was altered, deleted or inserted since it was sealed, and every seal that was. */
import type { KeyObject } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, lte, max, sql } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { seals, settings, type SealedAbout } from './schema.ts';
import { aboutOf, contentsOf, keysAfter, sealedKinds, unsealedAmong, type SealedKind } from './sealed-rows.ts';
import { digestOf } from './digest.ts';
import { fingerprintOf, keyOf, macOf, positionAt, type Seal } from './seals.ts';
import { findSetting, settingKeys } from './settings.ts';

/** Something that is not as it was sealed. */
export type Finding =
  | { readonly kind: 'altered' | 'deleted' | 'inserted'; readonly subject: string; readonly about: SealedAbout }
  | { readonly kind: 'seal-altered'; readonly position: number; readonly about: SealedAbout }
  /** `after` is when the last row before the gap was written. */
  | { readonly kind: 'seals-missing'; readonly from: number; readonly to: number; readonly after: string | null }
  | { readonly kind: 'head' }
  | { readonly kind: 'key' };

/** What a check saw. */
export interface Verification {
  readonly rows: number;
  readonly seals: number;
  /** The first of them; `total` counts all. */
  readonly findings: readonly Finding[];
  readonly total: number;
}

export interface VerificationOptions {
  /** `newest`: only the newest seals and their rows, for a start that should not wait. */
  readonly extent?: 'all' | 'newest';
  readonly signal?: AbortSignal;
}

/** So many findings are told; whoever altered more has altered everything. */
const findingsTold = 200;

/** Seals of one page. With its rows it takes some 10 ms, and others have their turn after it. */
const sealsAtOnce = 200;

/** Keys of one page. */
const keysAtOnce = 1000;

/** How many of the newest seals a start looks at. */
const newestSeals = 250;

/**
 * Compares the rows with their seals, and the seals with each other, page by page, while others read and write.
 * @throws Error where the signal ends it; whatever a database throws that cannot be read
 */
export async function verifySeals(reader: Reader, options: VerificationOptions = {}): Promise<Verification> {
  const { extent = 'all', signal } = options;
  const report = reportOf();
  const key = keyOf(reader);
  const isKey = await checkKey(reader, key, report);
  const end = await checkHead(reader, isKey ? key : null, report);
  const from = extent === 'all' ? 0 : Math.max(0, end - newestSeals);
  const walked = await walkSeals(reader, { key: isKey ? key : null, from, end, signal }, report);
  const rows = extent === 'all' ? await findInserted(reader, report, signal) : walked;
  return { rows, seals: walked, findings: report.findings, total: report.total() };
}

function reportOf() {
  const findings: Finding[] = [];
  let total = 0;
  return {
    findings,
    total: () => total,
    add(finding: Finding): void {
      total += 1;
      if (findings.length < findingsTold) findings.push(finding);
    },
  };
}
type Report = ReturnType<typeof reportOf>;

/** Whether the seals were begun with this key. Codes of another key say nothing, but digests still do. */
async function checkKey(reader: Reader, key: KeyObject, report: Report): Promise<boolean> {
  const fingerprint = await findSetting(reader, settingKeys.sealKey);
  const isOther = fingerprint !== undefined && fingerprint !== fingerprintOf(key);
  if (isOther) report.add({ kind: 'key' });
  return !isOther;
}

/** The newest position that must be there, asked together with the newest that is, so that no write comes between. */
async function checkHead(reader: Reader, key: KeyObject | null, report: Report): Promise<number> {
  const [row] = await reader
    .select({
      head: sql<
        string | null
      >`(select ${settings.value} from ${settings} where ${eq(settings.key, settingKeys.sealHead)})`,
      fingerprint: sql<
        string | null
      >`(select ${settings.value} from ${settings} where ${eq(settings.key, settingKeys.sealKey)})`,
      newest: sql<number | null>`(select ${max(seals.position)} from ${seals})`,
    })
    .from(sql`(select 1) as one`);
  const newest = Number(row?.newest ?? 0);
  const head = row?.head ?? null;
  if (head === null || row?.fingerprint == null) {
    if (newest > 0 || head !== null) report.add({ kind: 'head' });
    return newest;
  }
  if (key === null) return newest;
  const told = positionAt(key, head);
  if (told === null || told < newest) report.add({ kind: 'head' });
  return Math.max(told ?? 0, newest);
}

interface Walk {
  readonly key: KeyObject | null;
  readonly from: number;
  readonly end: number;
  readonly signal: AbortSignal | undefined;
}

/** Walks along the chain; says how many seals there are. */
async function walkSeals(reader: Reader, { key, from, end, signal }: Walk, report: Report): Promise<number> {
  let [before] = await pageOfSeals(reader, from - 1, from);
  let count = 0;
  let position = from;
  for (;;) {
    const page = await pageOfSeals(reader, position, end);
    for (const seal of page) {
      checkLink(key, before, seal, position, report);
      before = seal;
      position = seal.position;
    }
    await compareRows(reader, page, report);
    count += page.length;
    if (page.length < sealsAtOnce) break;
    await pause(signal);
  }
  if (position < end) report.add(gap(position + 1, end, before));
  return count;
}

function pageOfSeals(reader: Reader, after: number, end: number): Promise<Seal[]> | Seal[] {
  if (end < 1) return [];
  return reader
    .select()
    .from(seals)
    .where(and(gt(seals.position, after), lte(seals.position, end)))
    .orderBy(asc(seals.position))
    .limit(sealsAtOnce);
}

const gap = (from: number, to: number, before: Seal | undefined): Finding => ({
  kind: 'seals-missing',
  from,
  to,
  after: before?.about.at ?? null,
});

function checkLink(key: KeyObject | null, before: Seal | undefined, seal: Seal, last: number, report: Report): void {
  const isNext = seal.position === last + 1;
  if (!isNext) report.add(gap(last + 1, seal.position - 1, before));
  // After a gap the code covers a seal that is not there.
  if (key === null || !isNext || seal.mac === macOf(key, before?.mac ?? '', seal)) return;
  report.add({ kind: 'seal-altered', position: seal.position, about: seal.about });
}

/** Compares the rows of a page of seals with them. A row that differs from an older seal of its own is compared with the newest. */
async function compareRows(reader: Reader, page: readonly Seal[], report: Report): Promise<void> {
  const suspects: { readonly seal: Seal; readonly kind: 'altered' | 'deleted' }[] = [];
  for (const [kind, some] of Map.groupBy(page, ({ subject }) => splitSubject(subject).kind)) {
    const known = sealedKinds.find((candidate) => candidate === kind);
    if (known === undefined) continue;
    const contents = await contentsOf(reader, known, [
      ...new Set(some.map(({ subject }) => splitSubject(subject).key)),
    ]);
    for (const seal of some) {
      const content = contents.get(splitSubject(seal.subject).key);
      if (content === undefined) suspects.push({ seal, kind: 'deleted' });
      else if (digestOf(content) !== seal.digest) suspects.push({ seal, kind: 'altered' });
    }
  }
  // Asked after the rows were read: whatever changed them meanwhile left its newer seal with them.
  const newest = await newestOf(
    reader,
    suspects.map(({ seal }) => seal.subject),
  );
  for (const { seal, kind } of suspects) {
    if (newest.get(seal.subject) === seal.position) report.add({ kind, subject: seal.subject, about: seal.about });
  }
}

async function newestOf(reader: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (subjects.length === 0) return new Map();
  const rows = await reader
    .select({ subject: seals.subject, position: max(seals.position) })
    .from(seals)
    .where(inArray(seals.subject, [...subjects]))
    .groupBy(seals.subject);
  return new Map(rows.map(({ subject, position }) => [subject, Number(position)]));
}

/** Finds rows that were never sealed; says how many rows there are. */
async function findInserted(reader: Reader, report: Report, signal: AbortSignal | undefined): Promise<number> {
  let count = 0;
  for (const kind of sealedKinds) {
    let after = '';
    for (;;) {
      const page = await keysAfter(reader, kind, after, keysAtOnce);
      const missing = await unsealedAmong(reader, kind, page);
      await reportInserted(reader, kind, missing, report);
      count += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < keysAtOnce) break;
      after = last;
      await pause(signal);
    }
  }
  return count;
}

async function reportInserted(
  reader: Reader,
  kind: SealedKind,
  keys: readonly string[],
  report: Report,
): Promise<void> {
  const contents = await contentsOf(reader, kind, keys);
  for (const [key, content] of contents) {
    report.add({ kind: 'inserted', subject: `${kind}:${key}`, about: aboutOf(kind, content) });
  }
}

/** Lets others have their turn. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await turn();
}

/** The kind and the key that a subject is made of. */
export function splitSubject(subject: string): { readonly kind: string; readonly key: string } {
  const at = subject.indexOf(':');
  return { kind: subject.slice(0, at), key: subject.slice(at + 1) };
}
