/** i18next, set up once: a page loads the texts of its language before it is drawn, and the others when it is switched. */
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
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
  await i18n.use(initReactI18next).init({
    lng: language,
    // Both languages have the same keys, which the compiler holds.
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    nsSeparator: false,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/**
 * Changes the language of every text; the components that use texts render again.
 * @throws TypeError where the texts cannot be loaded; the language stays as it was
 */
export async function changeTextLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { texts } = await catalogues[language]();
    i18n.addResourceBundle(language, 'translation', texts);
  }
  await i18n.changeLanguage(language);
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
export const textNow: Text = (key: TextKey, ...values: readonly unknown[]): string =>
  String(i18n.t(key, Object(values[0])));

/**
 * The typed `t` and the language: `t('overview.title')`, `t('overview.sentence', { behind: 3 })`.
 * Keys and placeholders are checked by the compiler.
 */
export function useText(): Words {
  const { t, i18n: instance } = useTranslation();
  return {
    t: (key: TextKey, ...values: readonly unknown[]): string => String(t(key, Object(values[0]))),
    language: languageOf(instance.language),
  };
}
