import type { ChecklistItem } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Selection } from './use-selection.ts';
import styles from './interview.module.css';

interface SelectBoxProps {
  readonly item: ChecklistItem;
  readonly city: string;
  readonly selection: Selection;
}

/** Chooses an item to be moved together with others; there where something can be done with it. */
export function SelectBox({ item, city, selection }: SelectBoxProps) {
  const { t } = useText();
  if (!item.can.verify && !item.can.extend) return null;
  return (
    <input
      type="checkbox"
      className={styles.select}
      checked={selection.has(item)}
      onChange={() => selection.toggle(item)}
      aria-label={t('interviews.page.select', { city, item: item.item })}
    />
  );
}
