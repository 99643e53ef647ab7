/** i18next, set up once: a page loads the texts of its language before it is drawn, and the others when it is switched. */
import { createInstance } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '#api/http/problem.ts';
import type { MessageTree } from './messages.ts';
import type { Text, TextKey } from './catalogue.ts';
import type { Words } from './words.ts';

const i18n = createInstance();

const catalogues: Readonly<Record<Language, () => Promise<{ readonly texts: MessageTree }>>> = {
  zh: () => import('./zh.ts'),
  en: () => import('./en.ts'),
};

/** Starts the texts in a language; call it once, before the first render. */
export async function startText(language: Language): Promise<void> {
  const { texts } = await catalogues[language]();
  await i18n.init({
    lng: language,
    // Both languages have the same keys, which the compiler holds.
    fallbackLng: false,
    resources: { [language]: { translation: flat(texts) } },
    // A key is one name, `overview.title`: walking a tree for each text took a tenth of drawing a page.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  words = wordsIn(language);
}

/** The texts of a tree by their whole keys. */
function flat(tree: MessageTree, before = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(tree))
    if (typeof value === 'string') texts[before + key] = value;
    else Object.assign(texts, flat(value, `${before}${key}.`));
  return texts;
}

/**
 * Changes the language of every text; the components that use texts render again.
 * @throws TypeError where the texts cannot be loaded; the language stays as it was
 */
export async function changeTextLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { texts } = await catalogues[language]();
    i18n.addResourceBundle(language, 'translation', flat(texts));
  }
  await i18n.changeLanguage(language);
  words = wordsIn(language);
  for (const changed of readers) changed();
}

/** Whether a key that comes from elsewhere is one of the texts. */
export function hasText(key: string): boolean {
  return i18n.exists(key);
}

const languageOf = (code: string): Language => (code === 'en' ? 'en' : 'zh');

/** The language of the texts at this moment, outside of React. */
export function currentLanguage(): Language {
  return languageOf(i18n.language);
}

/** One text outside of React, in the language of this moment. */
export const textNow: Text = (key: TextKey, ...values: readonly unknown[]): string => filled(key, values);

const filled = (key: TextKey, values: readonly unknown[]): string => String(i18n.t(key, Object(values[0])));

const readers = new Set<() => void>();
let words = wordsIn('zh');

const wordsNow = (): Words => words;

function wordsIn(language: Language): Words {
  const whole = new Map<TextKey, string>();
  return {
    language,
    t: (key: TextKey, ...values: readonly unknown[]): string => {
      if (values.length > 0) return filled(key, values);
      // Most texts of a page have nothing to fill in, and are the same at every drawing.
      const known = whole.get(key) ?? filled(key, []);
      whole.set(key, known);
      return known;
    },
  };
}

function subscribe(changed: () => void): () => void {
  readers.add(changed);
  return () => void readers.delete(changed);
}

/**
 * The typed `t` and the language: `t('overview.title')`, `t('overview.sentence', { behind: 3 })`.
 * Keys and placeholders are checked by the compiler.
 */
export function useText(): Words {
  // The second says it where there is no browser.
  return useSyncExternalStore(subscribe, wordsNow, wordsNow);
}
