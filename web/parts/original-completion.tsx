import { formatPercent } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import type { Completions } from './completion-words.ts';
import styles from './original-completion.module.css';

/** Under a table's completion that by the original target; nothing where the target was never changed. */
export function OriginalCompletion({ of }: { readonly of: Completions | null }) {
  const { t } = useText();
  const by = of?.byOriginalTarget ?? null;
  if (by === null) return null;
  return <span className={styles.original}>{t('everywhere.byOriginal', { share: formatPercent(by.completion) })}</span>;
}
