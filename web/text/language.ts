/** The page's language: chosen by the person, else the browser's, kept in localStorage. */
import type { Language } from '#api/http/problem.ts';
import { changeTextLanguage } from './messages/use-text.ts';
import { readStored, writeStored } from './stored.ts';

const key = 'xushi.language';

/** The language of a person who never chose: the browser's, and Chinese where that is neither. */
export function firstLanguage(stored: string | null, browser: string): Language {
  return (stored ?? browser).startsWith('en') ? 'en' : 'zh';
}

/** The language that the page starts with. */
export function startLanguage(): Language {
  return firstLanguage(readStored(key), navigator.language);
}

/**
 * Changes the page's language and remembers it.
 * @throws TypeError where its texts cannot be loaded; everything stays in the language before
 */
export async function chooseLanguage(language: Language): Promise<void> {
  await changeTextLanguage(language);
  writeStored(key, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
