import { createHash } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { insertAuditEvent } from '#db/audit.ts';
import { findIdempotentReply, insertIdempotentReply } from '#db/idempotency.ts';
import { raiseChange, raiseRevision } from '#db/revisions.ts';
import type { AuditAction } from './http/audit-action.ts';
import { auditEvent } from './http/audit-event.ts';
import type { Context } from './http/context.ts';
import { Problem } from './http/problem.ts';

/** What a person does, named for the audit trail: `submission.accept` on `2020-10/331100`. */
export interface Command {
  readonly action: AuditAction;
  readonly object: string;
  /** What was asked for, so that a key used again for something else is noticed. */
  readonly request: unknown;
  /** Whether a standing or what is shown beside it may be different afterwards; a draft, a password, a note are not. */
  readonly changesStandings: boolean;
  /** The city whose people alone can see the change, so that nobody else's pages are made to read again. */
  readonly seenOnlyBy?: string;
}

/** What came of it: the reply, and what the audit trail keeps of it. */
export interface Outcome<Reply> {
  readonly reply: Reply;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Carries out a command in one transaction with its audit row, its idempotency key and the new revisions, then tells open
 * pages. Every write of a signed-in person goes through here.
 *
 * @throws Problem `key-reused` where the Idempotency-Key named another request; whatever `work` throws, with nothing kept.
 */
export async function runCommand<Reply>(
  context: Context,
  command: Command,
  work: (tx: Writer) => Promise<Outcome<Reply>>,
): Promise<Reply> {
  const requestHash = createHash('sha256')
    .update(JSON.stringify([command.action, command.object, context.basedOn, command.request]))
    .digest('hex');
  const done = await context.database.write(async (tx) => {
    const key = context.idempotencyKey;
    if (key !== null) {
      const earlier = await findIdempotentReply(tx, context.actor.id, key);
      if (earlier !== undefined) {
        if (earlier.requestHash !== requestHash) throw new Problem('key-reused');
        // The very reply that this function stored for the same command, so its type is Reply.
        return { reply: JSON.parse(earlier.reply) as Reply, change: null };
      }
    }
    const { reply, detail } = await work(tx);
    const entry = auditEvent(context, context.actor, {
      action: command.action,
      object: command.object,
      outcome: 'done',
      detail,
    });
    await insertAuditEvent(tx, entry);
    if (key !== null) {
      await insertIdempotentReply(tx, {
        person: context.actor.id,
        key,
        endpoint: command.action,
        requestHash,
        reply: JSON.stringify(reply),
        createdAt: entry.at,
      });
    }
    if (command.changesStandings) await raiseRevision(tx);
    return { reply, change: await raiseChange(tx) };
  });
  if (done.change !== null) context.changes.announce(done.change, command.seenOnlyBy ?? null);
  return done.reply;
}
