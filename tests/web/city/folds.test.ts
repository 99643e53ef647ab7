/** What of a city's page the address unfolds. */
import { describe, expect, it } from 'vitest';
import { foldNames, isShown, withFold } from '#web/features/city/folds.ts';

describe('the folds in the address', () => {
  it('are open where they are named, whatever else is', () => {
    expect(foldNames.filter((name) => isShown('ledger.nonsense.proof', name))).toEqual(['proof', 'ledger']);
    expect(foldNames.filter((name) => isShown(undefined, name))).toEqual([]);
  });

  it('are written in one order, and not at all where none is open', () => {
    expect(withFold('ledger', 'proof', true)).toBe('proof.ledger');
    expect(withFold('proof.ledger', 'proof', true)).toBe('proof.ledger');
    expect(withFold('proof.ledger', 'proof', false)).toBe('ledger');
    expect(withFold('ledger', 'ledger', false)).toBeUndefined();
    expect(withFold(undefined, 'figures', true)).toBe('figures');
  });
});
