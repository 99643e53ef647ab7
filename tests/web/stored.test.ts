import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readStored, removeStored, writeStored } from '#web/stored.ts';

function storage(store: object): void {
  vi.stubGlobal('localStorage', store);
  onTestFinished(() => void vi.unstubAllGlobals());
}

const full = () => {
  throw new Error('QuotaExceededError');
};

describe('what is kept on this device', () => {
  it('is read as it was stored, and forgotten', () => {
    const kept = new Map<string, string>();
    storage({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    expect(readStored('a')).toBeNull();
    expect(writeStored('a', '1')).toBe(true);
    expect(readStored('a')).toBe('1');
    removeStored('a');
    expect(readStored('a')).toBeNull();
  });

  it('is nothing where storage is full or switched off, and no page fails of it', () => {
    storage({ getItem: full, setItem: full, removeItem: full });
    expect(readStored('a')).toBeNull();
    expect(writeStored('a', '1')).toBe(false);
    expect(() => removeStored('a')).not.toThrow();
  });
});
