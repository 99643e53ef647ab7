import type { Bilingual } from '#api/http/shapes.ts';
import type { Meeting } from '#api/interviews/contract.ts';

type Demand = Meeting['requirements'][number]['items'][number];

/** The demand behind an item; undefined where the meeting does not know it (any more). */
export function demandOf(meeting: Pick<Meeting, 'requirements'>, item: string): Demand | undefined {
  return meeting.requirements.flatMap(({ items }) => items).find(({ key }) => key === item);
}

/** An item's words in both languages; its number where the meeting does not know it. */
export function titleOf(meeting: Pick<Meeting, 'requirements'>, item: string): Bilingual {
  return demandOf(meeting, item)?.title ?? { zh: item, en: item };
}
