/** Requirements while they are edited. Pure. */
import type { InterviewRequirement, TemplateRequirement } from '#api/interviews/contract.ts';
import { checkKinds } from '#api/interviews/contract.ts';
import { daysBetween } from '#api/measures/calendar.ts';
import { isRecord } from '../../ui/is-record.ts';

type Item = InterviewRequirement['items'][number];

/** The requirements with one of them changed. */
export function withRequirement(
  requirements: readonly InterviewRequirement[],
  key: string,
  change: Partial<InterviewRequirement>,
): readonly InterviewRequirement[] {
  return requirements.map((requirement) => (requirement.key === key ? { ...requirement, ...change } : requirement));
}

/** A requirement with one of its items changed. */
export function withItem(requirement: InterviewRequirement, key: string, change: Partial<Item>): InterviewRequirement {
  return { ...requirement, items: requirement.items.map((item) => (item.key === key ? { ...item, ...change } : item)) };
}

/** A requirement with one more item, numbered after its last one: 1.7 after 1.6. */
export function withNewItem(requirement: InterviewRequirement, position: number, dueOn: string): InterviewRequirement {
  const numbers = requirement.items.map(({ key }) => Number(key.split('.').at(-1)));
  const key = `${position}.${Math.max(0, ...numbers) + 1}`;
  const item: Item = { key, title: { zh: '', en: '' }, checkedBy: 'person', evidence: true, owner: '', dueOn };
  return { ...requirement, items: [...requirement.items, item] };
}

/** A requirement without one of its items. */
export function withoutItem(requirement: InterviewRequirement, key: string): InterviewRequirement {
  return { ...requirement, items: requirement.items.filter((item) => item.key !== key) };
}

/** The requirements as a template keeps them: due so many days after the meeting, on its own day at the earliest. */
export function asTemplate(requirements: readonly InterviewRequirement[], heldOn: string): TemplateRequirement[] {
  return requirements.map(({ items, ...requirement }) => ({
    ...requirement,
    items: items.map(({ dueOn, ...item }) => ({ ...item, dueAfterDays: Math.max(0, daysBetween(heldOn, dueOn)) })),
  }));
}

/** Requirements as they were kept while they were edited; null where something else was. */
export function readRequirements(kept: unknown): readonly InterviewRequirement[] | null {
  return Array.isArray(kept) && kept.every(isRequirement) ? kept : null;
}

const isTitle = (value: unknown): boolean =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

function isRequirement(value: unknown): value is InterviewRequirement {
  if (!isRecord(value) || typeof value['key'] !== 'string' || !isTitle(value['title'])) return false;
  return Array.isArray(value['items']) && value['items'].every(isItem);
}

function isItem(value: unknown): value is Item {
  if (!isRecord(value) || !isTitle(value['title'])) return false;
  const { key, owner, dueOn, evidence, checkedBy } = value;
  const areTexts = [key, owner, dueOn].every((text) => typeof text === 'string');
  return areTexts && typeof evidence === 'boolean' && checkKinds.some((kind) => kind === checkedBy);
}
