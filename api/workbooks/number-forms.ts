/** How numbers are shown by the styles of a workbook, as far as it changes what they mean: as a day, in per cent, or plainly. */
import type { Parts } from './xlsx-parts.ts';

export type NumberForm = 'plain' | 'day' | 'percent';

/** Forms that every program knows without their being written down: ECMA-376, 18.8.30, with those of Chinese and Japanese. */
const builtIn = new Map<number, NumberForm>([
  [9, 'percent'],
  [10, 'percent'],
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, NumberForm] => [
    id,
    'day',
  ]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, NumberForm] => [id, 'day']),
]);

/** The form of each style that a cell may name. */
export async function readFormats(parts: Parts, part: string): Promise<readonly NumberForm[]> {
  const own = new Map<number, NumberForm>();
  const forms: NumberForm[] = [];
  if (!parts.has(part)) return forms;
  let isOfCells = false;
  await parts.read(part, {
    open: (name, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt') own.set(id, formOf(attributes.get('formatCode') ?? ''));
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) forms.push(own.get(id) ?? builtIn.get(id) ?? 'plain');
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return forms;
}

/** By the letters of a format's first part; what stands in quotation marks, brackets or after a backslash is only words. */
function formOf(code: string): NumberForm {
  const [first = ''] = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';');
  if (/[ymdhs年月日]/i.test(first.replaceAll(/general/gi, ''))) return 'day';
  return first.includes('%') ? 'percent' : 'plain';
}
