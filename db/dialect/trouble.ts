/**
 * What went wrong in the database, in words that mean the same on both engines.
 * `busy`: somebody else holds the lock, try again soon. `serialization`: two units of work met, this one may be repeated.
 * `damaged`: the storage itself failed; nothing may be written until a person has looked.
 */
export type Trouble =
  | 'unique'
  | 'foreign-key'
  | 'not-null'
  | 'check'
  | 'busy'
  | 'serialization'
  | 'read-only'
  | 'full'
  | 'damaged'
  | 'unreachable'
  | 'other';

/** One line of a dialect's table: the driver's codes that start so mean this trouble; the first match counts. */
export type TroubleCode = readonly [start: string, trouble: Trouble];

/** The trouble of the first error in the chain of causes whose driver code is in the table; else `other`. */
export function classifyBy(table: readonly TroubleCode[], error: unknown): Trouble {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
    const known = code === null ? undefined : table.find(([start]) => code.startsWith(start));
    if (known !== undefined) return known[1];
  }
  return 'other';
}
