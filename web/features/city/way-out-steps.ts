/** The way out as a ruler: where one stands, and what each better level takes. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { RulerStep } from '../../charts/ruler.tsx';
import { formatBrief, formatBriefEnough } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/**
 * The steps of the ruler, what must suffice rounded up: `+69.6 预警`. A ratio's steps are amounts of its numerator, so that it
 * starts there. Null where nothing can be reached, or where one stands is unknown.
 */
export function wayOutSteps(
  { wayOut, actual, numerator }: StandingReply,
  { kind }: Pick<Indicator, 'kind'>,
  { t }: Pick<Words, 't'>,
): { readonly start: string; readonly steps: readonly RulerStep[] } | null {
  const from = kind === 'ratio' ? numerator : actual;
  const steps = wayOut.flatMap(({ level, add }) =>
    add === null ? [] : [{ level, amount: add, text: `+${formatBriefEnough(add)} ${t(`levels.word.${level}`)}` }],
  );
  return from === null || steps.length === 0 ? null : { start: formatBrief(from, { kind: 'flow' }), steps };
}
