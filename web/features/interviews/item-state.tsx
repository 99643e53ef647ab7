import type { ChecklistItem, ItemState as State } from '#api/interviews/contract.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { daysOverdue } from './checklist.ts';
import { glyphs } from './glyph.ts';
import { isDueSoon } from './matrix-rows.ts';
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

interface ItemGlyphProps extends ItemStateProps {
  /** The day that stands once for the row; an item that is due on another one says so itself. */
  readonly rowDue: string | null;
}

/** An item's state in a sign and its word, because a bare sign beside a box to tick looks like another box; bold where it is due soon. */
export function ItemGlyph({ item, today, rowDue }: ItemGlyphProps) {
  const { t } = useText();
  const late = daysOverdue(item, today);
  return (
    <span className={styles.state}>
      <span className={isDueSoon(item, today) ? styles.glyphSoon : styles.glyph} aria-hidden="true">
        {glyphs[item.state]}
      </span>
      <span className={styles.word}>{t(`interviews.state.${item.state}`)} </span>
      {item.dueOn !== rowDue && <span className={styles.due}>{t('interviews.page.due', { day: item.dueOn })}</span>}
      {late > 0 && <span className={styles.late}>{t('interviews.page.overdueDays', { n: late })}</span>}
    </span>
  );
}
