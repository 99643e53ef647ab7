/** When a question about a figure is open. Pure. */

/** What is looked at in an entry. */
interface Entry {
  readonly kind: 'remark' | 'answer' | 'settled';
}

/** Whether anything is left of what was asked about a figure: entries in their order, the department settles it. */
export function isOpen(entries: readonly Entry[]): boolean {
  const last = entries.at(-1);
  return last !== undefined && last.kind !== 'settled';
}
