import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useKeptText, type KeptText } from '#web/ui/kept-text.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const { texts, storage } = memoryStorage();

const refuse = (): never => {
  throw new DOMException('full', 'QuotaExceededError');
};

beforeEach(() => {
  texts.clear();
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

/** The text that a component begins with under a key, and what it can do with it. */
function keptUnder(key: string): KeptText {
  const found: KeptText[] = [];
  function Field() {
    found.push(useKeptText(key));
    return null;
  }
  renderToStaticMarkup(<Field />);
  const [kept] = found;
  if (kept === undefined) throw new Error('the component was not drawn');
  return kept;
}

describe('a kept text', () => {
  it('begins empty, and with what was written where it is opened again', () => {
    const first = keptUnder('reason of 331100');
    expect(first.value).toBe('');
    first.write('与项目清单不符');
    expect(keptUnder('reason of 331100').value).toBe('与项目清单不符');
    expect(keptUnder('reason of 330300').value).toBe('');
  });

  it('is gone once it is forgotten or emptied', () => {
    keptUnder('reason').write('一');
    keptUnder('reason').forget();
    expect(texts.size).toBe(0);
    keptUnder('reason').write('一');
    keptUnder('reason').write('');
    expect(texts.size).toBe(0);
  });

  it('is of this tab: it never lies in the storage of all', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('written for all tabs');
      },
    });
    expect(() => keptUnder('reason').write('一')).not.toThrow();
    expect([...texts]).toEqual([['reason', '一']]);
  });

  it('stays on the page alone where the browser stores nothing', () => {
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    const kept = keptUnder('reason');
    expect(kept.value).toBe('');
    expect(() => kept.write('一')).not.toThrow();
    expect(() => kept.forget()).not.toThrow();
  });
});
