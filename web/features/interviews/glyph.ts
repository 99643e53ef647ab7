import type { ItemState } from '#api/interviews/contract.ts';

/** A state in one sign; its word always stands beside it. */
export const glyphs: Readonly<Record<ItemState, string>> = { open: '□', reported: '◧', returned: '↩', verified: '✔' };
