/** A saved picture: a file that any program reads, whatever its words are, and whose words stay in the frame. */
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framePicture, type DrawnPicture, type FrameWords } from '#web/charts/saving/frame-picture.ts';
import { element } from '#web/charts/saving/markup.ts';
import { textWidth } from '#web/charts/text-width.ts';

const picture: DrawnPicture = {
  body: element('rect', { x: 0, y: 0, width: 500, height: 100, fill: '#003a8c' }),
  width: 500,
  height: 100.4,
  fonts: "'Noto Sans CJK SC', sans-serif",
};
const words: FrameWords = {
  language: 'zh',
  title: '温州：装配式面积 348 万㎡',
  source: '来源：公开（jxdata.com）、序时',
  asOf: '数据：2020-09-30',
  coverage: '报送已通过 11/11',
  note: '含演示数据（虚构）',
};

/** The texts of a file with their places, read by rules of XML alone: what is left over is not well-formed. */
function read(svg: string) {
  const open: string[] = [];
  const texts: { x: number; y: number; size: number; weight: number; text: string }[] = [];
  const rest = svg.replaceAll(/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>([^<]*)/g, (...match) => {
    const [, closing, name, attributes, empty, content] = match.map(String);
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name ?? '');
    const number = (key: string): number => Number(attributes?.match(new RegExp(` ${key}="([^"]*)"`))?.[1]);
    const known = { x: number('x'), y: number('y'), size: number('font-size'), weight: number('font-weight') };
    if (name === 'text' && closing === '') texts.push({ ...known, text: plain(content ?? '') });
    expect(`${attributes}${content}`.replaceAll(/&(lt|gt|amp|quot);/g, '')).not.toMatch(/[<&]/);
    return '';
  });
  expect([rest, open]).toEqual(['', []]);
  return texts;
}

/** What XML cannot hold. */
const unwritable = '\u0000\u0008\uFFFE';

const bare = (text: string): string => text.replaceAll(/\s/g, '');

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('framePicture', () => {
  it('puts the title above, and source, day, coverage and the note on invented data below', () => {
    const { svg, width, height } = framePicture(picture, words);
    expect(read(svg).map(({ text }) => text)).toEqual([
      '温州：装配式面积 348 万㎡',
      '来源：公开（jxdata.com）、序时 · 数据：2020-09-30 · 报送已通过 11/11',
      '含演示数据（虚构）',
    ]);
    // Margins of 24 on both sides; above the picture 24, one line of 18 × 1.45 and 8, below it 16 and two lines of 12 × 1.45.
    expect({ width, height }).toEqual({ width: 548, height: Math.ceil(24 + 26.1 + 8 + 101 + 16 + 34.8 + 18) });
    expect(svg).toContain(
      '<g transform="translate(24 58)"><rect x="0" y="0" width="500" height="100" fill="#003a8c"/></g>',
    );
    expect(svg).not.toMatch(/href|url\(|<style|<script/);
  });

  it('says nothing of invented data where there is none, and how the picture is read where that is told', () => {
    const texts = read(framePicture(picture, { ...words, note: null, legend: '虚线为目标' }).svg);
    expect(texts.map(({ text }) => text)).toEqual([words.title, '虚线为目标', expect.stringContaining('来源')]);
  });

  it.each([
    'a < b && "c" > \'d\'',
    ']]> <script>alert(1)</script>',
    'تقرير المدينة 2020 温州',
    'a\u0000b\u0008c\uD800d\uFFFE',
  ])('is well-formed with the title %j', (title) => {
    const [first] = read(framePicture(picture, { ...words, title }).svg);
    expect(first?.text).toBe(
      [...title]
        .filter((letter) => !unwritable.includes(letter))
        .join('')
        .replace('\uD800', '\uFFFD'),
    );
  });

  it('wraps any words within the frame, and none is lost', () => {
    const letters = constantFrom(...'温州装配式面积，。（）… abcWWMM 1,234.5% <&">\'ا㎡†'.split(''));
    const text = string({ unit: letters, minLength: 1, maxLength: 160 });
    assert(
      property(text, text, integer({ min: 1, max: 900 }), (title, source, across) => {
        const { svg, width, height } = framePicture({ ...picture, width: across }, { ...words, title, source });
        const texts = read(svg);
        const all = [title, source, '·', words.asOf, '·', words.coverage, words.note ?? ''].join('');
        expect(bare(texts.map(({ text: line }) => line).join(''))).toBe(bare(all));
        for (const { x, y, size, weight, text: line } of texts) {
          expect(x + textWidth(line, size * (weight > 400 ? 1.12 : 1))).toBeLessThanOrEqual(width - 24 + 0.001);
          expect(y + size * 0.3).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 200 },
    );
  });
});
