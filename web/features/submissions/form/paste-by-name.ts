/** A pasted block whose first column names indicators: what of it goes where, whatever its order. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import { readAbsence } from '#api/figures/absence.ts';
import { isUnit } from '#api/figures/figure-text.ts';
import type { PlacedText } from './grid.ts';
import { fieldsOf } from './sheet.ts';
import type { FigureField } from './typed.ts';

/** One row of the block on its way into an indicator's row. */
export interface NamedRow {
  /** As the block names it. */
  readonly name: string;
  readonly indicator: Indicator;
  readonly texts: readonly { readonly field: FigureField; readonly text: string }[];
}

export interface NamedBlock {
  readonly rows: readonly NamedRow[];
  /** Rows with figures that go nowhere: no indicator is called so, it was named before, or a ratio has one number alone. */
  readonly left: readonly string[];
  /** The same for the form, by row and column. */
  readonly cells: readonly PlacedText[];
}

type Block = readonly (readonly string[])[];

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** Without a number before it, a colon behind it, and what stands in brackets, as a unit does. */
const bare = (text: string): string =>
  plain(text)
    .replace(/^(\(?\d{1,2}\)?[.、)]|[一二三四五六七八九十]{1,3}、)/, '')
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/:$/, '');

function namesOf({ code, name, short, unit }: Indicator): readonly string[] {
  const units = [unit.zh, unit.en];
  return [code, ...[name.zh, name.en, short.zh, short.en].flatMap((text) => [text, ...units.map((one) => text + one)])];
}

/** Whether a text names an indicator, with its unit or without, in either language. */
const isNamed = (indicator: Indicator, text: string): boolean =>
  bare(text) !== '' && namesOf(indicator).some((name) => plain(name) === plain(text) || bare(name) === bare(text));

const heads: Readonly<Record<FigureField, readonly string[]>> = {
  increment: ['本月新增', '新增', '当月', '本月', 'added this month', 'increment'],
  cumulative: ['累计', '本月累计', '累计完成', 'cumulative'],
  numerator: ['分子', 'numerator'],
  denominator: ['分母', 'denominator'],
};

const fieldNamed = (text: string): FigureField | null =>
  (['increment', 'cumulative', 'numerator', 'denominator'] as const).find((field) =>
    heads[field].some((head) => plain(head) === bare(text)),
  ) ?? null;

/**
 * Reads a block by the names in its first column; null where none of them is an indicator's, and the block is laid over the form as
 * it stands. A line of headings says which column is what. Without it one number is the cumulative, and two are the form's own two;
 * a column of units is passed over.
 */
export function namedBlock(block: Block, indicators: readonly Indicator[]): NamedBlock | null {
  const named = block.map(([name = '', ...texts]) => {
    return { name, texts, indicator: indicators.find((indicator) => isNamed(indicator, name)) };
  });
  if (!named.some(({ indicator, texts }) => indicator !== undefined && texts.length > 0)) return null;
  const columns = columnsIn(block);
  const rows: NamedRow[] = [];
  const left: string[] = [];
  for (const [at, { name, texts, indicator }] of named.entries()) {
    if (at === columns?.row || texts.every((text) => text === '')) continue;
    const isTaken = rows.some((row) => row.indicator === indicator);
    const placed = indicator === undefined || isTaken ? null : textsOf(indicator, texts, columns?.fields ?? null);
    if (indicator === undefined || placed === null) left.push(name);
    else rows.push({ name, indicator, texts: placed });
  }
  return { rows, left, cells: rows.flatMap((row) => cellsOf(row, indicators)) };
}

/** The first line that names columns. */
function columnsIn(block: Block) {
  const row = block.findIndex((line) => line.slice(1).some((text) => fieldNamed(text) !== null));
  return row === -1 ? null : { row, fields: (block[row] ?? []).slice(1).map(fieldNamed) };
}

/** The texts of one row by the cell they belong to; null where that cannot be told. */
function textsOf(
  indicator: Indicator,
  texts: readonly string[],
  fields: readonly (FigureField | null)[] | null,
): NamedRow['texts'] | null {
  const own = fieldsOf(indicator);
  if (fields !== null) {
    const placed = texts.flatMap((text, column) => {
      const field = fields[column];
      return field == null || text === '' || !own.includes(field) ? [] : [{ field, text }];
    });
    return placed.length === 0 ? null : placed;
  }
  const values = texts.filter(
    (text) => text !== '' && !isUnit(text, indicator.unit.zh) && !isUnit(text, indicator.unit.en),
  );
  const [only = ''] = values;
  if (values.length === 2) return own.map((field, at) => ({ field, text: values[at] ?? '' }));
  const takesOne = indicator.kind !== 'ratio' || readAbsence(only) !== null;
  return values.length === 1 && takesOne ? own.slice(1).map((field) => ({ field, text: only })) : null;
}

function cellsOf({ indicator, texts }: NamedRow, indicators: readonly Indicator[]): readonly PlacedText[] {
  const row = indicators.indexOf(indicator);
  return texts.map(({ field, text }) => ({ row, column: fieldsOf(indicator).indexOf(field), text }));
}
