/** A completion in words, by the target in force and, where it was changed during the year, by the original one too. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import { formatBriefPercent } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';

export type Completions = Pick<StandingReply, 'completion' | 'byOriginalTarget'>;

/** “63.2%”; of a changed target “63.2%（按原目标 68.6%）”. */
export function completionText({ completion, byOriginalTarget }: Completions, { t }: Pick<Words, 't'>): string {
  const current = formatBriefPercent(completion);
  if (byOriginalTarget === null) return current;
  return t('everywhere.byBoth', { current, original: formatBriefPercent(byOriginalTarget.completion) });
}
