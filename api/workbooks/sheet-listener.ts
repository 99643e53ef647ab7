/** Gathers the cells of one sheet from its XML. Cells without a value are no cells: programs write styles far beyond the table. */
import { columnNumber, gridLimits, Unread, type Cell, type Row } from './grid.ts';
import type { PartListener } from './xlsx-parts.ts';
import type { Shared } from './xlsx-reader.ts';

interface Open {
  readonly type: string;
  readonly style: number;
  column: number;
  value: string | null;
  hasFormula: boolean;
}

/** Listens to a sheet's part; `rows` holds what came, and `left` counts down over all sheets. */
export function sheetListener(
  shared: Shared,
  left: { cells: number },
): { readonly listener: PartListener; readonly rows: readonly Row[] } {
  const rows: { number: number; cells: Cell[] }[] = [];
  let row = { number: 0, cells: [] as Cell[] };
  let column = 0;
  let cell: Open | null = null;
  let within: 'value' | 'formula' | null = null;
  let isPhonetic = false;
  const listener: PartListener = {
    open: (name, attributes) => {
      if (name === 'row') {
        row = { number: numberOf(attributes.get('r'), row.number + 1), cells: [] };
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attributes.get('r'), row.number, column + 1);
        const style = Number(attributes.get('s') ?? 0);
        cell = { type: attributes.get('t') ?? 'n', style, column, value: null, hasFormula: false };
      } else if (name === 'rPh') {
        isPhonetic = true;
      } else if (cell !== null && (name === 'v' || (name === 't' && !isPhonetic))) {
        within = 'value';
        cell.value ??= '';
      } else if (cell !== null && name === 'f') {
        within = 'formula';
        cell.hasFormula = true;
      }
    },
    text: (text) => {
      if (cell !== null && within === 'value') cell.value = (cell.value ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') within = null;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c' && cell !== null) {
        const read = cellOf(cell, shared);
        cell = null;
        if (read === null) return;
        left.cells -= 1;
        if (left.cells < 0 || read.column > gridLimits.columns || row.number > gridLimits.rows) {
          throw new Unread({ why: 'too-large' });
        }
        row.cells.push(read);
      }
      if (name === 'row' && row.cells.length > 0) rows.push(row);
    },
  };
  return { listener, rows };
}

function numberOf(written: string | undefined, next: number): number {
  if (written === undefined) return next;
  if (!/^[1-9]\d{0,6}$/.test(written)) throw new Unread({ why: 'unreadable' });
  return Number(written);
}

function columnOf(reference: string | undefined, row: number, next: number): number {
  if (reference === undefined) return next;
  const [, letters, number] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || Number(number) !== row) throw new Unread({ why: 'unreadable' });
  return columnNumber(letters);
}

function cellOf({ type, style, column, value, hasFormula }: Open, shared: Shared): Cell | null {
  if (value === null || (value === '' && !hasFormula)) {
    return hasFormula ? { column, kind: 'text', value: '', formula: 'uncomputed' } : null;
  }
  const formula = hasFormula ? 'computed' : 'none';
  const text = (shown: string): Cell => ({ column, kind: 'text', value: shown, formula });
  if (type === 's') {
    const shown = /^\d+$/.test(value.trim()) ? shared.texts[Number(value)] : undefined;
    if (shown === undefined) throw new Unread({ why: 'unreadable' });
    return shown === '' ? null : text(shown);
  }
  if (type === 'b') return text(value.trim() === '1' ? 'TRUE' : 'FALSE');
  if (type === 'd') return { column, kind: 'day', value: value.slice(0, 10), formula };
  if (type !== 'n') return text(value);
  const number = shownNumber(value.trim());
  if (number === null) return text(value.trim());
  const form = shared.forms[style] ?? 'plain';
  if (form === 'percent') return text(`${fifteenDigits(number * 100)}%`);
  return form === 'day'
    ? { column, kind: 'day', value: dayOf(number, shared.epoch), formula }
    : { column, kind: 'number', value: number, formula };
}

/** Null for what is no number, and for what no spreadsheet can hold, such as 1E309. */
function shownNumber(text: string): number | null {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? fifteenDigits(number) : null;
}

/** Spreadsheets show and compare 15 digits, and write 17: what they show as 1.1 stands in the file as 1.1000000000000001. */
const fifteenDigits = (number: number): number => Number(number.toPrecision(15));

function dayOf(serial: number, epoch: number): string {
  const day = new Date((Math.floor(serial) - epoch) * 86_400_000);
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}
