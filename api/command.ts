import { createHash, randomUUID } from 'node:crypto';
import type { Author } from '#db/accounts.ts';
import type { Writer } from '#db/dialect';
import { insertAuditEvent } from '#db/audit.ts';
import { findIdempotentReply, insertIdempotentReply } from '#db/idempotency.ts';
import { raiseChange, raiseRevision, type StandingChange } from '#db/revisions.ts';
import type { AuditAction } from './http/audit-action.ts';
import { auditEvent } from './http/audit-event.ts';
import type { Actor, Changes, PublicContext, Services } from './http/context.ts';
import { Problem } from './http/problem.ts';

/** What changes something without being a person: a job of the system, or an import. */
export interface ProgramActor {
  readonly id: null;
  readonly author: Author;
  readonly role: 'system' | 'import';
}

/** All that a command needs to know of where it comes from; every request of a signed-in person is one. */
export interface CommandContext
  extends
    Pick<Services, 'database' | 'clock'>,
    Pick<PublicContext, 'requestId' | 'address' | 'basedOn' | 'idempotencyKey'> {
  readonly changes: Pick<Changes, 'announce'>;
  /** Null where nobody is known: a name without an account, the console of an empty office. */
  readonly actor: Pick<Actor, 'id' | 'author' | 'role'> | ProgramActor | null;
}

/** The context of a command that no request asked for: what the audit trail calls the program by, and what it did as. */
export function programContext(
  { database, clock, changes }: Pick<CommandContext, 'database' | 'clock' | 'changes'>,
  { name, role }: { readonly name: string; readonly role: ProgramActor['role'] },
): CommandContext {
  return {
    database,
    clock,
    changes,
    // A program has no office: its name is what the trail calls it.
    actor: { id: null, author: { name, title: { zh: name, en: name } }, role },
    requestId: randomUUID(),
    address: '',
    basedOn: null,
    idempotencyKey: null,
  };
}

/** What is done, named for the audit trail: `submission.accept` on `2020-10/331100`. */
export interface Command {
  readonly action: AuditAction;
  readonly object: string;
  /** What was asked for, so that a key used again for something else is noticed. */
  readonly request: unknown;
  /**
   * Whether a standing or what is shown beside it may be different afterwards; a draft, a password, a note are not. Where
   * only what belongs to one region's year may be, that is named, so that nothing else is read and computed again; where
   * that shows only while it is done, the outcome names them.
   */
  readonly changesStandings: boolean | StandingChange;
  /** False where nobody's page shows what changes (a sign-in, a clearing), so that open pages are not told to read again. */
  readonly changesPages?: false;
  /** The city whose people alone can see the change, so that nobody else's pages are made to read again. */
  readonly seenOnlyBy?: string;
}

/** What came of it: the reply, and what the audit trail keeps of it. */
export interface Outcome<Reply> {
  readonly reply: Reply;
  /** What is kept of a large reply for its key, where `answerAgain` makes the rest anew; all of it unless told otherwise. */
  readonly kept?: unknown;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The regions' years of which alone a standing may be different; left out where that is not known. */
  readonly touched?: readonly StandingChange[];
  /** Where the command did the same to several things: a row of the trail for each, in place of the one. */
  readonly each?: readonly { readonly object: string; readonly detail: Readonly<Record<string, unknown>> }[];
  /** `refused` where a refusal leaves something written: a failure that was counted. Done unless told otherwise. */
  readonly outcome?: 'done' | 'refused';
}

/**
 * Carries out a command in one transaction with its audit row, its idempotency key and the new revisions, then tells open
 * pages. Every write of a person, a job or an import goes through here; what does not is listed in README.md.
 *
 * A key that comes again gets what `answerAgain` makes of what was kept for it: that very thing unless told otherwise.
 *
 * @throws Problem `key-reused` where the Idempotency-Key named another request; whatever `work` throws, with nothing kept.
 */
export async function runCommand<Reply>(
  context: CommandContext,
  command: Command,
  work: (tx: Writer) => Promise<Outcome<Reply>>,
  // What is kept is what this function stored for the same command, so its type is Reply.
  answerAgain: (tx: Writer, kept: unknown) => Promise<Reply> | Reply = (_tx, kept) => kept as Reply,
): Promise<Reply> {
  const key = keyOf(context, command);
  const seenBy = command.seenOnlyBy ?? null;
  const unit = async (tx: Writer) => {
    const earlier = key === null ? undefined : await findIdempotentReply(tx, key.account, key.key);
    if (earlier !== undefined) {
      if (earlier.requestHash !== key?.requestHash) throw new Problem('key-reused');
      return { reply: await answerAgain(tx, JSON.parse(earlier.reply)), change: null };
    }
    const done = await work(tx);
    const { reply, kept = reply, detail, outcome = 'done', each = [{ object: command.object, detail }] } = done;
    const { action } = command;
    for (const one of each) await insertAuditEvent(tx, auditEvent(context, context.actor, { action, outcome, ...one }));
    if (key !== null && outcome === 'done') {
      const createdAt = context.clock.now().toISOString();
      await insertIdempotentReply(tx, { ...key, endpoint: action, reply: JSON.stringify(kept), createdAt });
    }
    const { changesStandings } = command;
    if (changesStandings !== false) {
      await raiseRevision(tx, changesStandings === true ? (done.touched ?? null) : [changesStandings]);
    }
    return { reply, change: command.changesPages === false ? null : await raiseChange(tx, seenBy) };
  };
  const done = await context.database.write(unit, labelOf(context, command));
  if (done.change !== null) context.changes.announce(done.change, seenBy);
  return done.reply;
}

/** What the list of acknowledged changes calls it, should it ever be missing: what was done, to what, by whom. */
const labelOf = ({ actor }: CommandContext, { action, object }: Command): string =>
  `${action} ${object} ${actor?.author.name ?? ''}`.trim();

/** Whose key it is and what it stands for; null where there is none. Only accounts have keys. */
function keyOf({ actor, basedOn, idempotencyKey: key }: CommandContext, { action, object, request }: Command) {
  const account = actor?.id ?? null;
  if (key === null || account === null) return null;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([action, object, basedOn, request]))
    .digest('hex');
  return { account, key, requestHash };
}
