/**
 * Seals what must never change unseen. Whoever writes a protected row says so with `seal`, in the same unit of work; at
 * its end the rows are read as they stand, and each gets the next seal of the chain. `verification.ts` finds what differs.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import { eq, gt, max } from 'drizzle-orm';
import type { Database, Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { seals, type SealedAbout } from './schema.ts';
import type { SealKey } from './seal-key.ts';
import { aboutOf, contentsOf, keysAfter, sealedKinds, unsealedAmong, type SealedKind } from './sealed-rows.ts';
import { canonical, digestOf } from './digest.ts';
import { findSetting, putSetting, settingKeys } from './settings.ts';

export type Seal = typeof seals.$inferSelect;

/** Rows that one statement reads or writes. */
const rowsAtOnce = 500;

/** A unit of work: the key of its database, and what it has to seal at its end. */
interface Unit {
  readonly key: SealKey;
  readonly written: Map<SealedKind, Set<string>>;
}

const units = new WeakMap<Writer, Unit>();
const keys = new WeakMap<Reader, SealKey>();

/** The same database, whose units of work end with the seals of what they wrote. */
export function sealing(database: Database, key: SealKey): Database {
  keys.set(database.reader, key);
  return {
    ...database,
    write: (work, label) =>
      database.write(async (tx) => {
        // Anew each time: SQLite gives every unit the same `tx`, and PostgreSQL may run one again.
        units.set(tx, { key, written: new Map() });
        const result = await work(tx);
        await addSeals(tx);
        return result;
      }, label),
  };
}

/** The key of the database that this reader reads. */
export function keyOf(reader: Reader): KeyObject {
  const key = keys.get(reader);
  if (key === undefined) throw new Error('this reader is of no database that was opened by openDatabase');
  return key();
}

/** Has the row of this key sealed at the end of the unit of work, as it then stands. A draft needs no seal and gets none. */
export function seal(tx: Writer, kind: SealedKind, key: string): void {
  const { written } = unitOf(tx);
  written.set(kind, (written.get(kind) ?? new Set()).add(key));
}

/** Seals what was written so far, so that a long unit of work need not do it all at its end in one go. */
export function sealWritten(tx: Writer): Promise<void> {
  return addSeals(tx);
}

function unitOf(tx: Writer): Unit {
  const unit = units.get(tx);
  if (unit === undefined) throw new Error('only a unit of work of a database opened by openDatabase can seal');
  return unit;
}

/** Seals every protected row that has no seal; says how many there were. */
export async function sealUnsealed(tx: Writer): Promise<number> {
  let count = 0;
  for (const kind of sealedKinds) {
    let after = '';
    for (;;) {
      const page = await keysAfter(tx, kind, after, rowsAtOnce);
      const missing = await unsealedAmong(tx, kind, page);
      for (const key of missing) seal(tx, kind, key);
      count += missing.length;
      // Page by page, so that the content of a large office is never in memory at once.
      await addSeals(tx);
      const last = page.at(-1);
      if (last === undefined || page.length < rowsAtOnce) break;
      after = last;
    }
  }
  return count;
}

/** Takes every seal away and seals all rows as they stand, with the key of this database; says how many there were. */
export async function sealAnew(tx: Writer): Promise<number> {
  await tx.delete(seals);
  await putSetting(tx, settingKeys.sealKey, fingerprintOf(unitOf(tx).key()));
  await putSetting(tx, settingKeys.sealHead, headAt(unitOf(tx).key(), 0));
  return sealUnsealed(tx);
}

/** Whether anything was ever sealed here. */
export async function hasSeals(reader: Reader): Promise<boolean> {
  const [first] = await reader.select({ position: seals.position }).from(seals).where(gt(seals.position, 0)).limit(1);
  return first !== undefined || (await findSetting(reader, settingKeys.sealKey)) !== undefined;
}

async function addSeals(tx: Writer): Promise<void> {
  const { key, written } = unitOf(tx);
  if (written.size === 0) return;
  const added: Seal[] = [];
  const chain = await endOfChain(tx, key());
  for (const [kind, some] of written) {
    const contents = await contentsOf(tx, kind, [...some]);
    for (const id of some) {
      const content = contents.get(id);
      if (content !== undefined) {
        added.push(chain.next({ subject: `${kind}:${id}`, about: aboutOf(kind, content), digest: digestOf(content) }));
      }
    }
  }
  written.clear();
  if (added.length === 0) return;
  for (let from = 0; from < added.length; from += rowsAtOnce) {
    await insertSeals(tx, { rows: added.slice(from, from + rowsAtOnce) });
  }
  await putSetting(tx, settingKeys.sealHead, headAt(key(), added.at(-1)?.position ?? 0));
  if (chain.isNew) await putSetting(tx, settingKeys.sealKey, fingerprintOf(key()));
}

/** The chain as the next seal finds it. */
async function endOfChain(tx: Writer, key: KeyObject) {
  const [last] = await newestSeal(tx, {});
  const head = await findSetting(tx, settingKeys.sealHead);
  const found = last?.position ?? 0;
  const isNew = last === undefined && head === undefined;
  const told = head === undefined ? null : positionAt(key, head);
  // A head that does not fit is never mended by going on: a gap stays, in which every later check sees it.
  let position = isNew || told === found ? found : Math.max(found + 1, told ?? 0);
  let mac = last?.mac ?? '';
  return {
    isNew,
    next: (sealed: Omit<Seal, 'position' | 'mac'>): Seal => {
      position += 1;
      mac = macOf(key, mac, { ...sealed, position });
      return { ...sealed, position, mac };
    },
  };
}

const newestSeal = keptQuery((tx: Writer) =>
  tx
    .select({ position: seals.position, mac: seals.mac })
    .from(seals)
    .where(eq(seals.position, tx.select({ position: max(seals.position) }).from(seals))),
);

const insertSeals = keptQuery((tx: Writer, { rows }: { readonly rows: Seal[] }) => tx.insert(seals).values(rows));

const hmac = (key: KeyObject, message: string): string => createHmac('sha256', key).update(message).digest('hex');

/** The code of a seal, which covers the one before it. */
export function macOf(key: KeyObject, before: string, { position, subject, about, digest }: Omit<Seal, 'mac'>): string {
  return hmac(key, canonical([before, position, subject, about satisfies SealedAbout, digest]));
}

/** What the setting of the head says where the newest seal has this position. */
export function headAt(key: KeyObject, position: number): string {
  return `${position}:${hmac(key, `head ${position}`)}`;
}

/** The position that a head names; null where it was not written with this key. */
export function positionAt(key: KeyObject, head: string): number | null {
  const position = Number.parseInt(head, 10);
  return head === headAt(key, position) ? position : null;
}

/** What tells one key from another without giving it away. */
export function fingerprintOf(key: KeyObject): string {
  return hmac(key, 'key').slice(0, 16);
}
