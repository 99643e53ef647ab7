import { useText } from '../../messages/use-text.ts';
import { useTitleOf } from '../../people-titles.ts';
import { useSession } from '../../session.ts';

/** Who made a change that one meets while typing: another office's person, or oneself in another window. */
export function useWhoChanged(): (name: string | null) => string {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { person } = useSession();
  return (name) => (name === person.name ? t('report.choose.yourself') : titleOf(name));
}
