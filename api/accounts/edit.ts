import { findAccount, updateAccount, type AccountRow } from '#db/accounts.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { listFailures } from '#db/sign-in-sources.ts';
import type { Writer } from '#db/dialect';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { refuseFormerAdministrator } from './accounts.ts';
import type { Account } from './contract.ts';
import { refuseWrongRegion, type Duties } from './duties.ts';
import { presentAccount } from './present.ts';

/**
 * Writes title, role and region of an account anew; where role or region change, its sessions end. The name stays: the
 * audit trail and the texts kept on people's devices know the account by it.
 *
 * Nobody changes their own role, and who edits must still be an administrator when it is written: so there is always one
 * left who can sign in.
 * @throws Problem `not-found`, `stale-version`, `not-allowed` (own role), `region-required`
 */
export async function editAccount(context: Context, id: string, given: Duties): Promise<Account> {
  const object = (await findAccount(context.database.reader, id))?.name ?? '(unknown)';
  const command = { action: 'account.edit', object, request: { id, ...given }, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const before = await findAccount(tx, id);
    if (before === undefined) throw new Problem('not-found');
    await refuseFormerAdministrator(tx, context);
    if (context.basedOn !== before.version) throw await staleVersion(tx, context, before);
    if (id === context.actor.id && given.role !== before.role) throw new Problem('not-allowed');
    const after = { ...before, ...columnsOf(given), version: before.version + 1, editedAs: context.actor.author };
    if (changesDuty(before, after)) {
      await refuseWrongRegion(tx, context, given);
      await deleteSessionsOf(tx, id);
    }
    await updateAccount(tx, id, after);
    return { reply: presentAccount(context, after, await listFailures(tx, id)), detail: difference(before, after) };
  });
}

const columnsOf = ({ title, role, region }: Duties) => ({ titleZh: title.zh, titleEn: title.en, role, region });

const changesDuty = (before: AccountRow, after: AccountRow): boolean =>
  before.role !== after.role || before.region !== after.region;

/** What the audit trail keeps: the columns that differ, as they were and as they are. */
function difference(before: AccountRow, after: AccountRow) {
  const changed = (['titleZh', 'titleEn', 'role', 'region'] as const).filter(
    (column) => before[column] !== after[column],
  );
  const of = (row: AccountRow) => Object.fromEntries(changed.map((column) => [column, row[column]]));
  return { from: of(before), to: of(after) };
}

async function staleVersion(tx: Writer, context: Context, row: AccountRow): Promise<Problem> {
  return new Problem(
    'stale-version',
    { person: row.editedAs?.name ?? '', version: row.version },
    { current: presentAccount(context, row, await listFailures(tx, row.id)) },
  );
}
