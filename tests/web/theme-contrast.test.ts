/** Whether what is drawn can be seen: colours of the style sheet against their ground, by the formula of WCAG 2.2. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('../../web/app/theme.css', import.meta.url), 'utf8');
const dark = sheet.slice(sheet.indexOf("[data-mantine-color-scheme='dark']"), sheet.indexOf('/* What Mantine draws'));
const light = sheet.slice(sheet.indexOf(':root {'), sheet.indexOf('/* Paper is always light'));

const colourIn = (block: string, name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
  if (found === undefined) throw new Error(`no colour --${name}`);
  return found;
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What carries a meaning in a picture; the filling of watch has an outline of its own. */
const marks = [
  'ink',
  'muted',
  'line',
  'accent',
  'level-achieved',
  'level-on-pace',
  'level-watch-outline',
  'level-behind',
];
const texts = ['ink', 'muted', 'level-achieved-text', 'level-on-pace-text', 'level-watch-text', 'level-behind-text'];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, block) => {
  it.each([...marks, 'level-no-data-text'])('draws --%s with 3 : 1 on the surface', (name) => {
    expect(contrast(colourIn(block, name), colourIn(block, 'surface'))).toBeGreaterThanOrEqual(3);
  });

  it.each([...texts, 'level-no-data-text'])('writes --%s with 4.5 : 1 on the surface', (name) => {
    expect(contrast(colourIn(block, name), colourIn(block, 'surface'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the formula', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#12436d', '#12436d')).toBe(1);
  });
});
