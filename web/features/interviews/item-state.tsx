import type { ChecklistItem, ItemState as State } from '#api/interviews/contract.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { daysOverdue } from './checklist.ts';
import styles from './interview.module.css';

interface ItemStateProps {
  readonly item: Pick<ChecklistItem, 'state' | 'dueOn' | 'overdue'>;
  readonly today: string;
}

const tones: Readonly<Record<State, TagTone>> = {
  open: 'quiet',
  reported: 'plain',
  verified: 'settled',
  returned: 'strong',
};

/** An item's state in a word, its due day, and in words that it is late. */
export function ItemState({ item, today }: ItemStateProps) {
  const { t } = useText();
  const late = daysOverdue(item, today);
  return (
    <span className={styles.state}>
      <Tag tone={late > 0 ? 'strong' : tones[item.state]}>{t(`interviews.state.${item.state}`)}</Tag>
      <span className={late > 0 ? styles.late : styles.due}>
        {late > 0 ? t('interviews.page.overdueDays', { n: late }) : t('interviews.page.due', { day: item.dueOn })}
      </span>
    </span>
  );
}
