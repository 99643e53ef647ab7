import type { Language } from '#api/http/problem.ts';
import type { Text } from '../messages/catalogue.ts';

/** What a function needs to write sentences: the texts, and the language of names and units. */
export interface Words {
  readonly t: Text;
  readonly language: Language;
}
