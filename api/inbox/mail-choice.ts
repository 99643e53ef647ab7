import type { z } from 'zod';
import { deleteMailChoice, findMailChoice, findNewestMail, putMailChoice } from '#db/mails.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { MailChoice, setMailChoice } from './contract.ts';

/** Nobody gets mail who did not ask for it. */
const none = {
  address: null,
  mode: 'none',
  language: 'zh',
  quietFrom: null,
  quietUntil: null,
  digest: 'none',
  attachBulletin: false,
} as const;

/** What the caller chose, and what became of their newest mail. */
export async function readMailChoice(context: Context): Promise<MailChoice> {
  const { reader } = context.database;
  const row = await findMailChoice(reader, context.actor.id);
  const newest = await findNewestMail(reader, context.actor.id);
  const { address, mode, language, quietFrom, quietUntil, digest, attachBulletin } = row ?? none;
  return {
    address,
    mode,
    language,
    quietFrom,
    quietUntil,
    digest,
    attachBulletin,
    offered: context.offersMail,
    newest: newest === undefined ? null : { at: newest.endedAt ?? newest.createdAt, state: newest.state },
  };
}

/**
 * Keeps what the caller chose; an address that is taken away is forgotten. Notices from before mail was asked for are not sent.
 * @throws Problem `mail-address-required`, `quiet-hours` where only one of both hours is given
 */
export async function chooseMail(context: Context, chosen: z.infer<typeof setMailChoice.body>): Promise<MailChoice> {
  const { address, mode, digest, quietFrom, quietUntil } = chosen;
  if (address === null && (mode !== 'none' || digest !== 'none')) throw refusal('mail-address-required', '/address');
  if ((quietFrom === null) !== (quietUntil === null)) throw refusal('quiet-hours', '/quietFrom');
  const account = context.actor.id;
  await runCommand(
    context,
    {
      action: 'account.choose-mail',
      object: context.actor.author.name,
      request: chosen,
      changesStandings: false,
      changesPages: false,
    },
    async (tx) => {
      const before = await findMailChoice(tx, account);
      if (address === null) await deleteMailChoice(tx, account);
      else {
        const isOn = before !== undefined && before.mode !== 'none';
        const since = isOn ? before.since : context.clock.now().toISOString();
        // The first digest is of the days from now on, not of those before anybody asked for one.
        const lastDigestOn = before?.digest === digest ? before.lastDigestOn : dayInShanghai(context.clock.now());
        const last = { lastDailyOn: before?.lastDailyOn ?? null, lastDigestOn };
        await putMailChoice(tx, { ...chosen, address, account, since, ...last });
      }
      // The address is the person's own and no matter of the trail.
      return { reply: null, detail: { mode, digest } };
    },
  );
  return readMailChoice(context);
}

function refusal(code: 'mail-address-required' | 'quiet-hours', pointer: string): Problem {
  return new Problem(code, {}, { pointers: [{ pointer, code, values: {} }] });
}
