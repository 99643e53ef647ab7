/** The ladder as data: what the program comes with, and what the department saved. */
import type { Reader } from '#db/dialect';
import { insertTemplate, listTemplates } from '#db/interviews.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { requireReason, requireUnique } from '../interviews/templates.ts';
import type { Ladder, LadderStep } from './contract.ts';

/** What an office climbs until it writes down its own: remind, name publicly, call in, visit again. */
export const firstLadder: readonly LadderStep[] = [
  {
    key: 'remind',
    name: { zh: '提醒', en: 'Reminder' },
    description: { zh: '书面提醒，指出差距', en: 'A letter that names the gap' },
    callsIn: false,
  },
  {
    key: 'circulate',
    name: { zh: '通报', en: 'Circular' },
    description: { zh: '在全省通报中点名', en: 'Named in the circular to the province' },
    callsIn: false,
  },
  {
    key: 'call-in',
    name: { zh: '约谈', en: 'Interview' },
    description: { zh: '约谈负责人，提出要求', en: 'The heads are called in and requirements set' },
    callsIn: true,
  },
  {
    key: 'revisit',
    name: { zh: '回访', en: 'Revisit' },
    description: { zh: '现场回访，核对整改', en: 'A visit that checks what was promised' },
    callsIn: false,
  },
];

/** The ladder in force. */
export async function readLadder(reader: Reader): Promise<Ladder> {
  const [newest] = await listTemplates(reader, 'ladder');
  return { version: newest?.version ?? 0, steps: [...(newest?.ladder ?? firstLadder)] };
}

/** Saves the next version of the ladder. @throws Problem `stale-version`, `reason-required`, `field-twice` */
export async function saveLadder(
  context: Context,
  { steps, reason }: { readonly steps: readonly LadderStep[]; readonly reason: string },
): Promise<Ladder> {
  requireReason(reason);
  requireUnique(steps.map(({ key }) => key));
  const request = { steps, reason };
  const command = { action: 'interview.save-ladder', object: 'ladder', request, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const [newest] = await listTemplates(tx, 'ladder');
    const version = newest?.version ?? 0;
    if (context.basedOn !== version) {
      const current = await readLadder(tx);
      throw new Problem('stale-version', { person: newest?.authoredAs.name ?? 'xushi', version }, { current });
    }
    await insertTemplate(tx, {
      kind: 'ladder',
      version: version + 1,
      reason: reason.trim(),
      requirements: null,
      ladder: steps,
      at: context.clock.now().toISOString(),
      author: context.actor.id,
      authoredAs: context.actor.author,
    });
    return { reply: await readLadder(tx), detail: { version: version + 1, reason: reason.trim() } };
  });
}
