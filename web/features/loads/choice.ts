/** How the conflicts of a file are decided: by one rule, but for the rows that are decided the other way. Pure. */

export interface Choice {
  /** Whether what was accepted meanwhile stays, or the file counts. */
  readonly rule: 'theirs' | 'file';
  /** The rows of the file that are decided the other way, rising. */
  readonly except: readonly number[];
}

/** What was accepted stays, as long as nobody says otherwise. */
export const untouched: Choice = { rule: 'theirs', except: [] };

/** Whether the file counts in a row. */
export const isTaken = ({ rule, except }: Choice, row: number): boolean => (rule === 'file') !== except.includes(row);

/** The choice with a row decided the other way than before. */
export function turned({ rule, except }: Choice, row: number): Choice {
  const others = except.filter((one) => one !== row);
  return { rule, except: others.length < except.length ? others : [...except, row].toSorted((a, b) => a - b) };
}

/** What a request says of a choice. */
export function queryOf({ rule, except }: Choice): { readonly conflicts: Choice['rule']; readonly except?: string } {
  return except.length === 0 ? { conflicts: rule } : { conflicts: rule, except: except.join(',') };
}

/** A choice that was kept; what cannot be read as one is the usual one. */
export function readChoice(value: unknown): Choice {
  if (typeof value !== 'object' || value === null || !('rule' in value) || !('except' in value)) return untouched;
  const { rule, except } = value;
  const isRows = Array.isArray(except) && except.every((row) => Number.isInteger(row));
  return (rule === 'theirs' || rule === 'file') && isRows ? { rule, except } : untouched;
}

export const isSameChoice = (a: Choice, b: Choice): boolean => a.rule === b.rule && a.except.join() === b.except.join();
