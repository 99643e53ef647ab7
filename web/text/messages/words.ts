import type { Language } from '#api/http/problem.ts';
import type { Text } from './catalogue.ts';

/** What writes sentences: the texts, and the language of names and units. */
export interface Words {
  readonly t: Text;
  readonly language: Language;
}
