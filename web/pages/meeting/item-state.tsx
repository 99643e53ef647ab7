import type { ChecklistItem, ItemState as State } from '#api/interviews/contract.ts';
import { Tag } from '../../components/tag.tsx';
import type { TagTone } from '../../components/tag.tsx';
import { useText } from '../../messages/use-text.ts';
import { daysOverdue } from './checklist.ts';
import styles from './meeting.module.css';

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
      <Tag tone={late > 0 ? 'strong' : tones[item.state]}>{t(`meetings.state.${item.state}`)}</Tag>
      <span className={late > 0 ? styles.late : styles.due}>
        {late > 0 ? t('meetings.page.overdueDays', { n: late }) : t('meetings.page.due', { day: item.dueOn })}
      </span>
    </span>
  );
}
