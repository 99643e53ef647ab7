/** i18next, set up once: both languages are in the bundle, so that switching needs no request and never suspends. */
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#api/http/problem.ts';
import { resources } from './catalogue.ts';
import type { Text, TextKey } from './catalogue.ts';
import type { Words } from './words.ts';

const i18n = createInstance();

/** Starts the texts in a language; call it once, before the first render. */
export async function startText(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: resources.zh }, en: { translation: resources.en } },
    nsSeparator: false,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Changes the language of every text; the components that use texts render again. */
export async function changeTextLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
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
