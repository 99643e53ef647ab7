/** Accounts by the table: shown first with every fault, then made all together or not at all. */
import { insertAccounts, listAccountRows } from '#db/accounts.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem, problemSentence } from '../http/problem.ts';
import { readAccountTable, type TableRow } from './account-table.ts';
import { newAccount, refuseFormerAdministrator } from './accounts.ts';
import type { AccountsMade, AccountTablePreview } from './contract.ts';
import { placesNow } from './duties.ts';
import { newOneTimeSecret } from './one-time-secret.ts';
import { hashSecret } from './password.ts';
import { presentAccount } from './present.ts';

/**
 * What would be made of a pasted table; nothing is written.
 * @throws Problem what `readAccountTable` finds wrong with the table as a whole
 */
export async function previewAccounts(context: Context, text: string): Promise<AccountTablePreview> {
  const { rows, existing } = await read(context, text);
  return {
    rows: rows.map(({ faults, ...row }) => ({
      ...row,
      state: faults.length > 0 ? 'faulty' : existing.has(row.name) ? 'exists' : 'new',
      faults: faults.map(({ column, value, code, values }) => ({
        column,
        value,
        words: { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') },
      })),
    })),
  };
}

/**
 * Makes an account of every row whose name is not there yet, in one command, each with a one-time secret. Where there is
 * nothing to make, nothing is written.
 * @throws Problem the table's, `invalid-input` with a pointer for every fault (`/rows/3/role`), `already-exists` where
 *   somebody made one of them meanwhile
 */
export async function createAccounts(context: Context, text: string): Promise<AccountsMade> {
  const { rows, existing } = await read(context, text);
  const pointers = rows.flatMap(({ row, faults }) =>
    faults.map(({ column, code, values }) => ({ pointer: `/rows/${row}/${column}`, code, values })),
  );
  if (pointers.length > 0) throw new Problem('invalid-input', {}, { pointers });
  const fresh = await Promise.all(rows.filter(({ name }) => !existing.has(name)).map((row) => prepared(context, row)));
  const kept = rows.map(({ name }) => name).filter((name) => existing.has(name));
  if (fresh.length === 0) return { made: [], existing: kept };
  const people = fresh.map(({ person }) => person);
  const command = { action: 'account.create', object: '(table)', request: null, changesStandings: false } as const;
  await runCommand(context, command, async (tx) => {
    await refuseFormerAdministrator(tx, context);
    const taken = new Set((await listAccountRows(tx)).map(({ name }) => name));
    const twin = people.find(({ name }) => taken.has(name));
    if (twin !== undefined) throw new Problem('already-exists', { name: twin.name });
    await insertAccounts(tx, people);
    const each = people.map(({ name, role, region }) => ({ object: name, detail: { role, region } }));
    return { reply: null, detail: {}, each };
  });
  return {
    made: fresh.map(({ person, secret }) => ({ account: presentAccount(context, person, []), secret })),
    existing: kept,
  };
}

async function read(context: Context, text: string) {
  const { reader } = context.database;
  const rows = readAccountTable(text, await placesNow(reader, context));
  const existing = new Set((await listAccountRows(reader)).map(({ name }) => name));
  return { rows, existing };
}

/** A row's account with its secret, which is nowhere else. */
async function prepared({ clock }: Context, { name, title, role, region }: TableRow) {
  if (role === null) throw new Error(`the row of ${name} has no role and was let through`);
  const secret = newOneTimeSecret();
  return { secret, person: newAccount({ name, title, role, region }, await hashSecret(secret), clock.now()) };
}
