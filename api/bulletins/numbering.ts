/** The numbers of headings and items: 一、（一）1.（1） by GB/T 9704-2012, in English 1. and (1). Pure. */
import type { BulletinPart } from './contract.ts';
import type { BulletinLanguage } from './numbers.ts';

/** A part as it is worded. */
export type UnnumberedPart = Omit<BulletinPart, 'number'>;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese figures: 一, 十一, 二十. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return ten + (digits[ones] ?? '');
}

/** The parts with their numbers; items begin anew under each heading, and what is neither has none. */
export function numbered(parts: readonly UnnumberedPart[], language: BulletinLanguage): BulletinPart[] {
  let [heading, item] = [0, 0];
  return parts.map(({ key, kind, text }) => {
    if (kind === 'heading') [heading, item] = [heading + 1, 0];
    if (kind === 'item') item += 1;
    return { key, kind, text, number: numberOf(kind, { heading, item }, language) };
  });
}

function numberOf(
  kind: BulletinPart['kind'],
  { heading, item }: { readonly heading: number; readonly item: number },
  language: BulletinLanguage,
): string {
  if (kind === 'heading') return language === 'zh' ? `${chineseNumber(heading)}、` : `${heading}. `;
  if (kind === 'item') return language === 'zh' ? `（${chineseNumber(item)}）` : `(${item}) `;
  return '';
}

/** The lines of a part's words: of several each is numbered 1. and those that are indented （1） under it. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return lines.map((line) => line.trim());
  let [point, under] = [0, 0];
  return lines.map((line) => {
    if (/^\s/.test(line)) return `（${(under += 1)}）${line.trim()}`;
    [point, under] = [point + 1, 0];
    return `${point}.${line.trim()}`;
  });
}
