import { findAccountByName } from '#db/accounts.ts';
import { listAuditRows, type AuditFilter, type AuditPlace, type AuditRow } from '#db/audit.ts';
import { accountName } from '../accounts/account-name.ts';
import { auditActionNames } from '../http/audit-action.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import type { AuditFilterIn, AuditPage } from './contract.ts';
import { visibleActions, visibleGroups } from './lifecycle.ts';
import { presentEvent } from './present.ts';

const pageSize = 50;
const rowsARead = 500;

/** A page of the events that the caller may see, the newest first. */
export async function listAuditEvents(
  context: Context,
  { before, ...given }: AuditFilterIn & { readonly before?: string | undefined },
): Promise<AuditPage> {
  const groups = [...visibleGroups(context.actor.role)];
  const filter = await filterOf(context, given);
  const rows = await listAuditRows(
    context.database.reader,
    filter,
    before === undefined ? null : placeOf(before),
    pageSize + 1,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const next = rows.length > pageSize && last !== undefined ? `${last.at}~${last.id}` : null;
  return { events: shown.map((row) => presentEvent(row, context.actor.role)), next, groups };
}

/**
 * All events of a filter, read a few hundred at a time as they are taken, so that a year of them needs no memory. That they
 * were taken is on the disk before the first of them leaves.
 */
export async function exportAuditEvents(
  context: Context,
  given: AuditFilterIn,
): Promise<AsyncIterable<readonly AuditRow[]>> {
  const filter = await filterOf(context, given);
  const read = (before: AuditPlace | null) => listAuditRows(context.database.reader, filter, before, rowsARead);
  // Read before the export is recorded, which would else be its own first line.
  const newest = await read(null);
  const told = { changesStandings: false, changesPages: false } as const;
  const command = { action: 'audit.export', object: 'audit', request: given, ...told } as const;
  await runCommand(context, command, async () => ({ reply: null, detail: { ...given } }));
  return batches(newest, read);
}

async function* batches(
  newest: readonly AuditRow[],
  read: (before: AuditPlace) => Promise<readonly AuditRow[]>,
): AsyncGenerator<readonly AuditRow[]> {
  for (let rows = newest; rows.length > 0;) {
    yield rows;
    const last = rows.at(-1);
    rows = last === undefined || rows.length < rowsARead ? [] : await read(last);
  }
}

async function filterOf(
  { actor: { role }, database }: Context,
  { from, to, actor, group, object, outcome }: AuditFilterIn,
): Promise<AuditFilter> {
  // A name that is nobody's has done nothing.
  const account = actor === undefined ? undefined : await findAccountByName(database.reader, accountName(actor));
  return {
    from: from === undefined ? undefined : startOf(from),
    until: to === undefined ? undefined : new Date(Date.parse(startOf(to)) + dayLength).toISOString(),
    actor: actor === undefined ? undefined : (account?.id ?? ''),
    actions: actionsOf(role, group),
    object,
    outcome,
  };
}

const dayLength = 86_400_000;

/** When a day begins in Asia/Shanghai, which knows no summer time, in UTC. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

function actionsOf(role: Context['actor']['role'], group: AuditFilterIn['group']): AuditFilter['actions'] {
  const visible = visibleGroups(role);
  if (group === undefined && role === 'administrator') return undefined;
  if (group === 'request') return visible.includes(group) ? { areNot: auditActionNames } : { are: [] };
  return { are: visibleActions(role, group === undefined ? visible : visible.filter((one) => one === group)) };
}

function placeOf(before: string): AuditPlace {
  const [at = '', id = ''] = before.split('~');
  return { at, id };
}
