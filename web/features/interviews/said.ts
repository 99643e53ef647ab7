import type { Bilingual } from '#api/http/shapes.ts';
import type { Language } from '#api/http/problem.ts';

/** A text in the reader's language, in the other one where the office gave that alone. */
export function said(text: Bilingual, language: Language): string {
  return text[language] === '' ? text.zh : text[language];
}
