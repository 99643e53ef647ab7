/** From a row of the ledger to a project as its bureau would send it, or to what is wrong with its cells. Pure. */
import { faultAt, shownValue, type Fault } from '../month-files/layout.ts';
import { projectIn, type ProjectIn } from '../projects/contract.ts';
import { blankProject, requiredFields, valueOf } from '../projects/field-text.ts';
import { projectFields, type ProjectField } from '../projects/fields.ts';
import { readContent, wordsOf, type ProjectContent } from '../projects/read-project.ts';
import type { Cell } from '../workbooks/grid.ts';
import { isKeepable } from '../http/json-body.ts';
import type { LedgerHead, LedgerRow } from './table.ts';

export interface RowRead {
  /** Null where anything is wrong. */
  readonly content: ProjectContent | null;
  readonly faults: readonly Fault[];
}

/**
 * A row on what stands of its project: a column that the file does not have keeps what stands, an empty cell empties it.
 * Null stands for a project that is not in the ledger yet.
 */
export function readRow(row: LedgerRow, head: LedgerHead, standing: ProjectIn | null, today: string): RowRead {
  const input: Record<string, unknown> = { ...(standing ?? blankProject) };
  const faults: Fault[] = [];
  for (const field of projectFields) {
    const cell = row.cells.get(field.key);
    if (cell !== undefined) {
      const read = readCell(row.number, cell, field);
      if ('code' in read) faults.push(read);
      else input[field.key] = read.value;
    } else if (requiredFields.has(field.key) && (standing === null || head.columns.has(field.key))) {
      faults.push(faultFor(row, head, field.key, 'project-field-empty', { field: field.words }));
    } else if (head.columns.has(field.key)) input[field.key] = emptyOf(field);
  }
  if (faults.length > 0) return { content: null, faults };
  return checked(input, row, head, today);
}

const emptyOf = ({ kind, key }: ProjectField) => (kind === 'text' ? '' : key === 'recognition' ? 'none' : null);

function readCell(row: number, cell: Cell, field: ProjectField): { readonly value: unknown } | Fault {
  if (cell.formula === 'uncomputed') return faultAt(row, cell, 'sheet-formula');
  const text = String(cell.value).trim();
  const told = { field: field.words, value: shownValue(text) };
  switch (field.kind) {
    case 'text': {
      if (!isKeepable(text)) return faultAt(row, cell, 'text-not-allowed', told);
      const isCut = field.key === 'permit' && isCutNumber(cell, text);
      return isCut ? faultAt(row, cell, 'project-number-cut', told) : { value: text };
    }
    case 'area':
    case 'percent':
      return cell.kind === 'day' ? faultAt(row, cell, 'sheet-day', told) : { value: cell.value };
    case 'stars': {
      return /^[0-3]$/.test(text)
        ? { value: Number(text) }
        : faultAt(row, cell, 'project-word-unknown', starsTold(told));
    }
    case 'choice':
    case 'flag':
    case 'day': {
      const value = valueOf(field, text);
      if (value !== undefined) return { value };
      if (field.kind === 'day') return faultAt(row, cell, 'project-day', told);
      return faultAt(row, cell, 'project-word-unknown', { ...told, words: wordsTaken(field) });
    }
  }
}

const starsTold = <Told extends object>(told: Told) => ({ ...told, words: { zh: '0 至 3', en: '0 to 3' } });

/** A permit has more digits than a spreadsheet keeps of a number: the last ones would be zeros. */
const isCutNumber = ({ kind, value }: Cell, text: string): boolean =>
  (kind === 'number' && Math.abs(Number(value)) >= 1e15) || /^\d(\.\d+)?E\+\d+$/i.test(text);

function wordsTaken(field: ProjectField) {
  if (field.kind !== 'choice') return { zh: '是、否', en: 'yes, no' };
  const words = Object.values(field.choices);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

function checked(input: Record<string, unknown>, row: LedgerRow, head: LedgerHead, today: string): RowRead {
  const parsed = projectIn.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const key = keyNamed(String(issue.path[0]));
      const isLong = issue.code === 'too_big';
      return isLong
        ? faultFor(row, head, key, 'field-too-long', { field: wordsOf(key), limit: Number(issue.maximum) })
        : faultFor(row, head, key, 'project-day', { field: wordsOf(key), value: shownValue(String(input[key])) });
    });
    return { content: null, faults };
  }
  const { content, problems } = readContent(parsed.data, today);
  const faults = problems.map(({ pointer, code, values }) =>
    faultFor(row, head, keyNamed(pointer.slice(1)), code, values),
  );
  return { content: faults.length > 0 ? null : content, faults };
}

function keyNamed(name: string): keyof ProjectIn {
  const field = projectFields.find(({ key }) => key === name);
  if (field === undefined) throw new Error(`there is no field ${name}`);
  return field.key;
}

/** A fault at a field's cell, also where it is empty. */
export function faultFor(
  { number, cells }: LedgerRow,
  { columns }: LedgerHead,
  key: keyof ProjectIn,
  code: Fault['code'],
  values: Fault['values'],
): Fault {
  return faultAt(number, cells.get(key) ?? { column: columns.get(key) ?? 1, value: '' }, code, values);
}
