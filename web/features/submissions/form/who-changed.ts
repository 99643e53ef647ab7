import { useText } from '../../../text/messages/use-text.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { useSession } from '../../../api/session.ts';

/** Who made a change that one meets while typing: another office's person, or oneself in another window. */
export function useWhoChanged(): (name: string | null) => string {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { person } = useSession();
  return (name) => (name === person.name ? t('submission.choose.yourself') : titleOf(name));
}
