import { describe, expect, it } from 'vitest';
import { pageIndex, turnedPage } from '#web/features/sprint/present-pages.ts';

const pages = ['330000', '330300', '331100', '330700'];

describe('the keys of the meeting mode', () => {
  it('turn to the next page, and stop at the last', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) {
      expect(turnedPage(pages, '330300', key)).toBe('331100');
      expect(turnedPage(pages, '330700', key)).toBe('330700');
    }
  });

  it('turn to the page before, and stop at the first', () => {
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) {
      expect(turnedPage(pages, '331100', key)).toBe('330300');
      expect(turnedPage(pages, '330000', key)).toBe('330000');
    }
  });

  it('turn to the first and to the last', () => {
    expect(turnedPage(pages, '331100', 'Home')).toBe('330000');
    expect(turnedPage(pages, '330300', 'End')).toBe('330700');
  });

  it('turn no page for any other key, and none where there are none', () => {
    expect(turnedPage(pages, '330300', 'x')).toBeNull();
    expect(turnedPage(pages, '330300', 'Enter')).toBeNull();
    expect(turnedPage([], '330300', 'Home')).toBeNull();
  });

  it('begin with the first page where the address names none', () => {
    expect(pageIndex(pages, '330700')).toBe(3);
    expect(pageIndex(pages, '999999')).toBe(0);
    expect(turnedPage(pages, '999999', 'ArrowRight')).toBe('330300');
  });
});
