import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStored, removeStored, writeStored } from '#web/text/stored.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const { texts, storage } = memoryStorage();

const refuse = (): never => {
  throw new DOMException('switched off', 'SecurityError');
};

beforeEach(() => {
  texts.clear();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

describe('what a browser stores', () => {
  it('is read back, replaced and forgotten, each under its own name', () => {
    expect(readStored('a')).toBeNull();
    expect(writeStored('a', 'one')).toBe(true);
    writeStored('b', 'other');
    writeStored('a', 'two');
    expect(readStored('a')).toBe('two');
    removeStored('a');
    expect(readStored('a')).toBeNull();
    expect(readStored('b')).toBe('other');
  });

  it('may not be available: nothing throws, and whoever writes is told', () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(readStored('a')).toBeNull();
    expect(writeStored('a', 'one')).toBe(false);
    expect(() => removeStored('a')).not.toThrow();
  });
});
