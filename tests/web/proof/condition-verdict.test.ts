import { beforeAll, describe, expect, it } from 'vitest';
import type { StandingReply } from '#api/http/shapes.ts';
import { presets } from '#api/measures/rule.ts';
import type { Condition } from '#api/measures/vocabulary.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { isHeld, structureText } from '#web/parts/proof/condition-verdict.ts';

const { behind, watch } = presets['three-measures'].flow;
const words = { t: textNow };

const reasonsOf = (gap: boolean, ratio: boolean, intensity: boolean): StandingReply['reasons'] => [
  { level: 'behind', measure: 'gapPoints', operator: 'at-or-below', number: -5, value: -4, held: gap },
  { level: 'behind', measure: 'scheduleRatio', operator: 'below', number: 0.85, value: 0.8, held: ratio },
  { level: 'behind', measure: 'intensity', operator: 'at-or-above', number: 1.5, value: 1, held: intensity },
];

describe('a rule’s structure in words', () => {
  beforeAll(() => startText('zh'));

  it('says what must hold together and what of them is enough', () => {
    expect(structureText(behind, words)).toBe('缺口 且（进度比 或 所需强度）');
    expect(structureText(watch, words)).toBe('进度比 或 所需强度');
  });

  it('is the measure alone for a single leaf, also within a tree', () => {
    const leaf: Condition = { measure: 'completion', operator: 'below', number: 0.7 };
    expect(structureText(leaf, words)).toBe('完成率');
    expect(structureText({ any: [{ all: [leaf] }, leaf] }, words)).toBe('完成率 或 完成率');
  });
});

describe('whether a tree holds', () => {
  it('follows all and any', () => {
    expect(isHeld(behind, reasonsOf(true, false, true))).toBe(true);
    expect(isHeld(behind, reasonsOf(false, true, true))).toBe(false);
    expect(isHeld(behind, reasonsOf(true, false, false))).toBe(false);
  });

  it('is not so where a leaf was not judged', () => {
    expect(isHeld(behind, [])).toBe(false);
  });
});
