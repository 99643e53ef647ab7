/** A rule's condition tree in one line, and whether it holds by the outcome of its leaves. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Condition } from '#api/measures/vocabulary.ts';
import type { Words } from '../../text/messages/words.ts';

type Reason = StandingReply['reasons'][number];

/** How a tree combines its measures: “缺口 且（进度比 或 所需强度）”. */
export function structureText(condition: Condition, words: Pick<Words, 't'>): string {
  const { t } = words;
  if ('measure' in condition) return t(`rules.short.${condition.measure}`);
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => partText(part, words));
  const joint = 'all' in condition ? 'rules.and' : 'rules.or';
  const joined = parts.reduce((a, b) => t(joint, { a, b }));
  // Full-width brackets bring their own space.
  return joined.replaceAll(' （', '（').replaceAll('） ', '）');
}

/** Whether a tree holds; a leaf that was not judged does not. */
export function isHeld(condition: Condition, reasons: readonly Reason[]): boolean {
  if ('all' in condition) return condition.all.every((part) => isHeld(part, reasons));
  if ('any' in condition) return condition.any.some((part) => isHeld(part, reasons));
  const { measure, operator, number } = condition;
  const reason = reasons.find((one) => one.measure === measure && one.operator === operator && one.number === number);
  return reason?.held ?? false;
}

/** A tree within a tree is set in brackets, unless it has one part only. */
function partText(part: Condition, words: Pick<Words, 't'>): string {
  const inner = structureText(part, words);
  const parts = 'measure' in part ? [part] : 'all' in part ? part.all : part.any;
  return parts.length > 1 ? words.t('rules.group', { inner }) : inner;
}
