import { createHash } from 'node:crypto';
import { findAccount } from '#db/accounts.ts';
import type { Reader } from '#db/dialect';
import { deleteSession, listSessionsOf, type SessionRow } from '#db/sessions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { isAlive } from '../http/session-rules.ts';
import type { OpenSession } from './contract.ts';

/** How many sessions were ended. */
export interface Ended {
  readonly ended: number;
}

/** The caller's open sessions, the last used first. */
export async function listOwnSessions(context: Context): Promise<OpenSession[]> {
  const open = await openSessionsOf(context.database.reader, context, context.actor.id);
  return open.map((row) => present(row, context));
}

/**
 * Ends another session of the caller. The one that asks ends by signing out, which also clears its cookie.
 * @throws Problem `not-found`, `not-allowed`
 */
export async function endOwnSession(context: Context, id: string): Promise<Ended> {
  const command = {
    action: 'session.end',
    object: context.actor.author.name,
    request: { id },
    changesStandings: false,
  } as const;
  return runCommand(context, command, async (tx) => {
    const session = (await openSessionsOf(tx, context, context.actor.id)).find((row) => publicId(row) === id);
    if (session === undefined) throw new Problem('not-found');
    if (session.tokenHash === context.tokenHash) throw new Problem('not-allowed');
    await deleteSession(tx, session.tokenHash);
    return {
      reply: { ended: 1 },
      detail: { begun: session.createdAt, address: session.address, device: session.device },
    };
  });
}

/** Ends every session of the caller but the one that asks. */
export async function endOtherSessions(context: Context): Promise<Ended> {
  const command = {
    action: 'session.end-others',
    object: context.actor.author.name,
    request: null,
    changesStandings: false,
  } as const;
  return runCommand(context, command, async (tx) => {
    const others = (await openSessionsOf(tx, context, context.actor.id)).filter(
      ({ tokenHash }) => tokenHash !== context.tokenHash,
    );
    for (const { tokenHash } of others) await deleteSession(tx, tokenHash);
    return { reply: { ended: others.length }, detail: { ended: others.length } };
  });
}

/**
 * Ends every session of another account. One's own are ended on the page that shows which of them is in use.
 * @throws Problem `not-found`, `not-allowed`
 */
export async function endSessionsOf(context: Context, id: string): Promise<Ended> {
  if (id === context.actor.id) throw new Problem('not-allowed');
  const account = await findAccount(context.database.reader, id);
  if (account === undefined) throw new Problem('not-found');
  const command = {
    action: 'account.end-sessions',
    object: account.name,
    request: { id },
    changesStandings: false,
  } as const;
  return runCommand(context, command, async (tx) => {
    const open = await openSessionsOf(tx, context, id);
    for (const { tokenHash } of open) await deleteSession(tx, tokenHash);
    return { reply: { ended: open.length }, detail: { ended: open.length } };
  });
}

/** Rows of sessions that have run out lie about until somebody signs in; they are nobody's open session. */
async function openSessionsOf(reader: Reader, { clock }: Context, account: string): Promise<SessionRow[]> {
  const now = clock.now().getTime();
  const isOpen = ({ createdAt, lastSeenAt }: SessionRow) =>
    isAlive({ createdAt: Date.parse(createdAt), lastSeenAt: Date.parse(lastSeenAt) }, now);
  return (await listSessionsOf(reader, account)).filter(isOpen);
}

/** Names a session to its owner; what is stored of its token does not leave the server. */
const publicId = ({ tokenHash }: SessionRow): string =>
  createHash('sha256').update(tokenHash).digest('hex').slice(0, 24);

function present(row: SessionRow, { tokenHash }: Context): OpenSession {
  const { createdAt, lastSeenAt, address, device } = row;
  return { id: publicId(row), createdAt, lastSeenAt, address, device, current: row.tokenHash === tokenHash };
}
