import type { Bilingual } from '#api/http/shapes.ts';
import { useText } from '../../text/messages/use-text.ts';

/** A curve's name, with its version where the office wrote it. */
export function useCurveName(): (curve: { readonly name: Bilingual; readonly version: number }) => string {
  const { t, language } = useText();
  return ({ name, version }) =>
    version === 0 ? name[language] : t('curves.version', { name: name[language], version });
}
