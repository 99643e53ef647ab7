import { describe, expect, it } from 'vitest';
import { completionText } from '#web/parts/completion-words.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';

await startText('zh');

describe('completionText', () => {
  it('says the completion alone where the target was never changed', () => {
    expect(completionText({ completion: 0.6316, byOriginalTarget: null }, { t: textNow })).toBe('63.2%');
  });

  it('says both where it was', () => {
    const both = { completion: 0.6316, byOriginalTarget: { target: 700, completion: 0.6857 } };
    expect(completionText(both, { t: textNow })).toBe('63.2%（按原目标 68.6%）');
  });
});
