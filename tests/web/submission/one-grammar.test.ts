/** One grammar of figures: what a person types into the form, a CSV file and a workbook say the same of the same text. */
import { describe, expect, it } from 'vitest';
import { changesOf, type Answer } from '#api/month-files/changes.ts';
import { tableOf } from '#api/month-files/table.ts';
import type { Grid } from '#api/workbooks/grid.ts';
import { indicatorRow } from '#tests/support/small-office.ts';
import { csvOf, gridOf, workbookOf, type Cells } from '#tests/support/tables-in-files.ts';
import { readCell, typeAmount } from '#web/features/submissions/form/cells.ts';

const inputs = [
  '0',
  '5',
  '1234.5',
  '1,234.5',
  '１，２３４．５',
  '1,234,567',
  '12,345,678.9',
  '+5',
  '＋5',
  '-0',
  '−0',
  '－0.00',
  '007',
  '0.1',
  '0.10',
  '1.500',
  '413.87',
  '999999999.99',
  '99999999999.99',
  ' 12 ',
  '　12　',
  '12.',
  '.5',
  '1.234',
  '0.001',
  '-5',
  '－5',
  '−5',
  '1,23',
  '12,34',
  '0,123',
  '01,234',
  '1,2345',
  '1 234',
  "1'234",
  '1.234,5',
  '12万',
  '3亿',
  '1e3',
  '1E309',
  '0x10',
  '(5)',
  '5%',
  '５％',
  '约5',
  '①',
  '五',
  '十二',
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  '--',
  '-',
  '/',
  '无',
  '=1+1',
  '@5',
  '1000000000000',
  '٣',
  '1_000',
  '5-',
  '+-5',
  '++5',
  '',
  '   ',
  '134.50万㎡',
  '134.50 万㎡',
  '１３４．５万㎡',
  '1,234.5万m²',
  '134.5万平方米',
  '+5万㎡',
  '-5万㎡',
  '1.234万㎡',
  '1,23万㎡',
  '万㎡',
  '3项',
  '134.50㎡',
  '134.50万',
  '134.50万㎡左右',
  '5万㎡万㎡',
  '5 10k m²',
  '不适用',
  ' 不 适用 ',
  'N/A',
  'Not applicable',
  '尚未掌握',
  'not yet known',
  '未掌握',
];
const indicators = inputs.map((_, at) => indicatorRow(`i${at}`));
const month = { region: '330100', regionName: { zh: '', en: '' }, year: 2021, month: 5, version: 0, indicators };
const standing = { indicators, version: 0, figures: new Map() };

/** What is said of each input: the figure in base units, a code, or nothing where there is none. */
function saidOf(grid: Grid): (number | string)[] {
  const { rows, head } = tableOf(grid, month);
  if (head === null) throw new Error('the table has no head');
  const faults = new Map(changesOf(rows, head, standing).faults.map(({ row, code }) => [row, code]));
  const good = rows.filter(({ number }) => !faults.has(number));
  const figures = new Map(changesOf(good, head, standing).changes.map(({ row, after }) => [row, saidIn(after)]));
  return inputs.map((_, at) => faults.get(at + 2) ?? figures.get(at + 2) ?? 'nothing');
}

const saidIn = (answer: Answer | null): number | string =>
  answer === null ? 'nothing' : 'absence' in answer ? answer.absence : answer.cumulative;

function saidByForm(text: string): number | string {
  const indicator = { ...indicatorRow('i'), unit: { zh: '万㎡', en: '10k m²' } };
  const sheet = {
    figures: { i: typeAmount(indicator, 'cumulative', text, null) },
    asOf: '',
    note: '',
    cause: '',
    remedies: '',
    words: {},
  };
  const reading = readCell(indicator, sheet, null);
  if (reading.state === 'empty') return 'nothing';
  if (reading.state === 'absent') return reading.absence;
  if (reading.state === 'read') return reading.figure.cumulative;
  return reading.problem.is === 'unread' ? reading.problem.code : reading.problem.is;
}

const tableWith = (values: readonly (string | number)[]): Cells => [
  ['指标代码', '累计'],
  ...values.map((value, at) => [`i${at}`, value]),
];

describe('a figure', () => {
  it(`is the same in the form, a CSV file and a workbook for ${inputs.length} inputs`, async () => {
    const form = inputs.map(saidByForm);
    expect(new Set(form.filter((said) => typeof said === 'string'))).toEqual(
      new Set([
        'nothing',
        'not-applicable',
        'not-yet-known',
        'figure-notation',
        'figure-not-a-number',
        'figure-negative',
        'too-many-decimals',
        'figure-too-large',
      ]),
    );
    expect(form.slice(0, 5)).toEqual([0, 50_000, 12_345_000, 12_345_000, 12_345_000]);
    expect(inputs.length).toBeGreaterThanOrEqual(60);
    const saidOfText = (text: string) => form[inputs.indexOf(text)];
    // The column's own unit may stand behind a number, and no other.
    for (const own of ['134.50万㎡', '134.50 万㎡', '１３４．５万㎡', '134.5万平方米'])
      expect(saidOfText(own)).toBe(1_345_000);
    expect([saidOfText('1,234.5万m²'), saidOfText('5 10k m²')]).toEqual([12_345_000, 50_000]);
    for (const other of ['3项', '134.50㎡', '134.50万', '5万㎡万㎡']) expect(saidOfText(other)).toBe('figure-notation');
    const each = (said: readonly (number | string)[]) => inputs.map((input, at) => [input, said[at]]);
    expect(each(saidOf(await gridOf(csvOf(tableWith(inputs)), 'csv')))).toEqual(each(form));
    expect(each(saidOf(await gridOf(workbookOf(tableWith(inputs)), 'xlsx')))).toEqual(each(form));
    // A cell that holds a number says what its digits say.
    const numbers = inputs.map((input) => (/^-?\d+(\.\d+)?$/.test(input) ? Number(input) : input));
    expect(numbers.filter((value) => typeof value === 'number').length).toBeGreaterThan(10);
    expect(each(saidOf(await gridOf(workbookOf(tableWith(numbers)), 'xlsx')))).toEqual(each(form));
  });
});
