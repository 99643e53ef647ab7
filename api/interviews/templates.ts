/** Sets of requirements as data: what the program comes with, and what the department saved. */
import type { Reader } from '#db/dialect';
import {
  insertTemplate,
  listRequirements,
  listTemplates,
  type RequirementRow,
  type TemplateRow,
} from '#db/interviews.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { TemplateRequirement } from './contract.ts';
import type { RequirementTemplate } from './template-contract.ts';

/** Every version of the requirements, the newest first; the last one is the program's own. */
export async function readTemplates(reader: Reader): Promise<readonly [RequirementTemplate, ...RequirementTemplate[]]> {
  const saved = (await listTemplates(reader, 'requirements')).map(presentTemplate);
  const first = firstTemplate(await listRequirements(reader));
  const [newest = first, ...others] = [...saved, first];
  return [newest, ...others];
}

/**
 * Saves a set of requirements as the next version.
 * @throws Problem `stale-version` where somebody saved another one meanwhile, `reason-required`, `field-twice`
 */
export async function saveTemplate(
  context: Context,
  { requirements, reason }: { readonly requirements: readonly TemplateRequirement[]; readonly reason: string },
): Promise<RequirementTemplate> {
  requireReason(reason);
  requireUniqueKeys(requirements);
  const request = { requirements, reason };
  const command = {
    action: 'interview.save-template',
    object: 'requirements',
    request,
    changesStandings: false,
  } as const;
  return runCommand(context, command, async (tx) => {
    const [newest] = await readTemplates(tx);
    if (context.basedOn !== newest.version) {
      const person = newest.person ?? 'xushi';
      throw new Problem('stale-version', { person, version: newest.version }, { current: newest });
    }
    const row: TemplateRow = {
      kind: 'requirements',
      version: newest.version + 1,
      at: context.clock.now().toISOString(),
      author: context.actor.id,
      authoredAs: context.actor.author,
      reason: reason.trim(),
      requirements,
      ladder: null,
    };
    await insertTemplate(tx, row);
    return { reply: presentTemplate(row), detail: { version: row.version, reason: row.reason } };
  });
}

/** @throws Problem `reason-required` */
export function requireReason(reason: string): void {
  if (isReason(reason)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

/** @throws Problem `field-twice` where two items, or two requirements, have one key */
export function requireUniqueKeys(
  requirements: readonly { readonly key: string; readonly items: readonly { readonly key: string }[] }[],
): void {
  requireUnique(requirements.map(({ key }) => key));
  requireUnique(requirements.flatMap(({ items }) => items.map(({ key }) => key)));
}

/** @throws Problem `field-twice` */
export function requireUnique(keys: readonly string[]): void {
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Problem('field-twice', { field: twice });
}

function presentTemplate({ version, at, authoredAs, reason, requirements }: TemplateRow): RequirementTemplate {
  return { version, at, person: authoredAs.name, reason, requirements: [...(requirements ?? [])] };
}

function firstTemplate(rows: readonly RequirementRow[]): RequirementTemplate {
  const requirements = rows.map(({ requirement, items }) => ({
    key: requirement.key,
    title: { zh: requirement.titleZh, en: requirement.titleEn },
    items: items.map(({ key, titleZh, titleEn, checkedBy, evidence, owner, dueAfterDays }) => ({
      key,
      title: { zh: titleZh, en: titleEn },
      checkedBy,
      evidence,
      owner,
      dueAfterDays,
    })),
  }));
  return { version: 1, at: null, person: null, reason: '', requirements };
}
