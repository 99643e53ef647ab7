import { useState } from 'react';

/** Text that a person typed and that a failure, a reload or a sign-out must not lose; kept for this tab. */
export interface KeptText {
  readonly value: string;
  readonly write: (value: string) => void;
  readonly forget: () => void;
}

/** A text kept in sessionStorage under a key. Give the component that uses it the same React key: it reads once. */
export function useKeptText(key: string): KeptText {
  const [value, setValue] = useState(() => readKept(key));
  const write = (next: string): void => {
    setValue(next);
    writeKept(key, next);
  };
  return { value, write, forget: () => write('') };
}

function readKept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function writeKept(key: string, value: string): void {
  try {
    if (value === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: the text stays on the page, which is all that is left to do.
  }
}
