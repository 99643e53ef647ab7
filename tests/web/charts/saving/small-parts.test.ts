/** What saved pictures are written with: names of files, colours, lines. */
import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureFileName } from '#web/charts/saving/file-name.ts';
import { plainColour } from '#web/charts/saving/markup.ts';
import { wrapWords } from '#web/charts/saving/wrap-words.ts';

describe('pictureFileName', () => {
  it('is made of what is shown, indicator, month and region', () => {
    expect(pictureFileName(['走势', '装配式面积', '2020-09', '温州'], 'png')).toBe('走势_装配式面积_2020-09_温州.png');
    expect(pictureFileName(['Course', 'Prefab area', '2020-09', 'Wenzhou'], 'svg')).toBe(
      'Course_Prefab-area_2020-09_Wenzhou.svg',
    );
  });

  it.each([
    [['../../etc/passwd', 'a:b*c?"<>|d'], 'etc-passwd_a-b-c-d.png'],
    [['.hidden', '-rf', '', ' CON. '], 'hidden_rf_CON.png'],
    [['\u202Egnp.exe\u0000', '50%'], 'gnp.exe_50.png'],
    [['长'.repeat(200)], `${'长'.repeat(120)}.png`],
  ])('of %j leaves out what a system forbids or misreads', (parts, name) => {
    expect(pictureFileName(parts, 'png')).toBe(name);
  });
});

describe('plainColour', () => {
  it.each([
    ['rgb(168, 7, 26)', { hex: '#a8071a', opacity: 1 }],
    ['rgba(168, 7, 26, 0.5)', { hex: '#a8071a', opacity: 0.5 }],
    ['color(srgb 0.863529 0.803922 1.2)', { hex: '#dccdff', opacity: 1 }],
    ['color(srgb 1 0 9e-3 / 0.25)', { hex: '#ff0002', opacity: 0.25 }],
    ['rgba(0, 0, 0, 0)', null],
    ['none', null],
    ['color(display-p3 1 0 0)', null],
  ])('of %s is what every program reads', (colour, plain) => {
    expect(plainColour(colour)).toEqual(plain);
  });
});

describe('wrapWords', () => {
  it('breaks at blanks and between Chinese characters, never before a closing sign or behind an opening one', () => {
    // At 10 a Chinese character takes 10, a small letter 6.2, a blank 3.2.
    expect(wrapWords('一二三四，五', 10, 41)).toEqual(['一二三', '四，五']);
    expect(wrapWords('一二三（四五）', 10, 41)).toEqual(['一二三', '（四五）']);
    expect(wrapWords('abc def ghi', 10, 41)).toEqual(['abc def', 'ghi']);
    expect(wrapWords('  ', 10, 41)).toEqual([]);
  });

  it('breaks a word that is wider than a line, and always ends', () => {
    expect(wrapWords('abcdefgh', 10, 26)).toEqual(['abcd', 'efgh']);
    assert(
      property(string({ unit: 'grapheme' }), integer({ min: 0, max: 50 }), (text, width) => {
        expect(wrapWords(text, 10, width).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
