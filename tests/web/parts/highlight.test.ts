import { describe, expect, it } from 'vitest';
import { createHighlight, litRule } from '#web/parts/highlight/highlight.ts';

describe('the highlight of a page', () => {
  it('shows the city that is pointed at beside the one that is kept, and tells listeners only what changes', () => {
    const shown: string[] = [];
    let told = 0;
    const highlight = createHighlight((regions) => shown.push(regions.join(' ')));
    const leave = highlight.subscribe(() => (told += 1));
    highlight.keep('330300');
    highlight.light({ region: '330700', indicator: null });
    highlight.light({ region: '330700', indicator: null });
    highlight.light({ region: '330700', indicator: 'steel' });
    highlight.light(null);
    expect(shown).toEqual(['330300', '330300 330700', '330300 330700', '330300']);
    expect(told).toBe(3);
    leave();
    highlight.light({ region: '330300', indicator: null });
    expect([told, shown.at(-1), highlight.lit()?.region]).toEqual([3, '330300', '330300']);
  });

  it('is one rule on the screen, which a code cannot break out of', () => {
    expect(litRule([])).toBe('');
    expect(litRule(['330300', '1"]{}'])).toBe(
      '@media screen{[data-region="330300"],[data-region="1\\"]{}"]{--lit-ground:var(--raised);--lit-line:var(--accent)}}',
    );
  });
});
