import { describe, expect, it } from 'vitest';
import { firstLanguage } from '#web/text/language.ts';

describe('firstLanguage', () => {
  it('is the one chosen before', () => {
    expect(firstLanguage('en', 'zh-CN')).toBe('en');
    expect(firstLanguage('zh', 'en-US')).toBe('zh');
  });

  it('is the browser’s for a person who never chose, and Chinese where that is neither', () => {
    expect(firstLanguage(null, 'en-GB')).toBe('en');
    expect(firstLanguage(null, 'zh-CN')).toBe('zh');
    expect(firstLanguage(null, 'fr-FR')).toBe('zh');
  });
});
