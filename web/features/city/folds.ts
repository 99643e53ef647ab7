/** What of a city's page stands folded, and which of it the address opens: `show=proof.ledger`. Pure. */

export const foldNames = ['proof', 'conditions', 'ledger', 'reports', 'projects', 'figures'] as const;
export type FoldName = (typeof foldNames)[number];

/** Whether the address opens this one. */
export function isShown(show: string | undefined, name: FoldName): boolean {
  return (show ?? '').split('.').includes(name);
}

/** The address's word after one was opened or closed, always in the same order; undefined where none is open. */
export function withFold(show: string | undefined, name: FoldName, isOpen: boolean): string | undefined {
  const open = foldNames.filter((one) => (one === name ? isOpen : isShown(show, one)));
  return open.length === 0 ? undefined : open.join('.');
}
