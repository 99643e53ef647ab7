/** i18next, set up once: a page loads the texts of its language before it is drawn, and the others when it is switched. */
import { createInstance } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '#api/http/problem.ts';
import type { MessageTree } from './messages.ts';
import type { Text, TextKey } from './catalogue.ts';
import type { Words } from './words.ts';

const i18n = createInstance();

type Load = () => Promise<{ readonly texts: MessageTree }>;

const catalogues: Readonly<Record<Language, { readonly first: Load; readonly further: Load }>> = {
  zh: { first: () => import('./zh.ts'), further: () => import('./zh-further.ts') },
  en: { first: () => import('./en.ts'), further: () => import('./en-further.ts') },
};

/** By language, the further texts that were asked for: a page that has them keeps them when its language is switched. */
const asked = new Map<Language, Promise<void>>();
const loaded = new Set<Language>();
/** Whether a text was to be shown that was not there yet. */
let isMissed = false;
const started = Promise.withResolvers<void>();

/** Starts the texts of the first pages in a language; call it once, before the first render. */
export async function startText(language: Language): Promise<void> {
  words = wordsIn(language);
  const { texts } = await catalogues[language].first();
  await i18n.init({
    lng: language,
    // Both languages have the same keys, which the compiler holds.
    fallbackLng: false,
    resources: { [language]: { translation: flat(texts) } },
    // A key is one name, `overview.title`: walking a tree for each text took a tenth of drawing a page.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    parseMissingKeyHandler: whileLoading,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  started.resolve();
}

/**
 * Loads the texts of all further pages, in the language of this moment.
 * @throws TypeError where they cannot be loaded; the next call tries again
 */
export const furtherText = (): Promise<void> => furtherIn(words.language);

function furtherIn(language: Language): Promise<void> {
  const loading = asked.get(language) ?? loadFurther(language);
  asked.set(language, loading);
  return loading;
}

async function loadFurther(language: Language): Promise<void> {
  try {
    const { texts } = await catalogues[language].further();
    await started.promise;
    i18n.addResourceBundle(language, 'translation', flat(texts));
    loaded.add(language);
  } catch (error) {
    asked.delete(language);
    throw error;
  }
  if (isMissed && language === words.language) tell(wordsIn(language));
}

/** A part of a first page that has a further text shows it as soon as it is there. */
function whileLoading(key: string): string {
  if (loaded.has(words.language)) return key;
  // What cannot be loaded now is asked for again with the next page.
  furtherText().catch(() => undefined);
  isMissed = true;
  return '';
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
    const { texts } = await catalogues[language].first();
    i18n.addResourceBundle(language, 'translation', flat(texts));
  }
  if (asked.size > 0) await furtherIn(language);
  await i18n.changeLanguage(language);
  tell(wordsIn(language));
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

function tell(newWords: Words): void {
  words = newWords;
  for (const changed of readers) changed();
}

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
