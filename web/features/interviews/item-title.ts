import type { Bilingual } from '#api/http/shapes.ts';
import type { Interview } from '#api/interviews/contract.ts';

type Demand = Interview['requirements'][number]['items'][number];

/** The demand behind an item; undefined where the interview does not know it (any more). */
export function demandOf(interview: Pick<Interview, 'requirements'>, item: string): Demand | undefined {
  return interview.requirements.flatMap(({ items }) => items).find(({ key }) => key === item);
}

/** An item's words in both languages; its number where the interview does not know it. */
export function titleOf(interview: Pick<Interview, 'requirements'>, item: string): Bilingual {
  return demandOf(interview, item)?.title ?? { zh: item, en: item };
}
