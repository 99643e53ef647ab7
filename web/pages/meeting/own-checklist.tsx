import type { ChecklistItem, Meeting } from '#api/interviews/contract.ts';
import { useText } from '../../messages/use-text.ts';
import { dueFirst, itemKey } from './checklist.ts';
import { ItemLink } from './item-link.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemState } from './item-state.tsx';
import { titleOf } from './item-title.ts';
import styles from './meeting.module.css';

interface OwnChecklistProps {
  readonly meeting: Meeting;
  readonly open: ChecklistItem | null;
}

/** A bureau's own items, those due first on top; made for a phone too. */
export function OwnChecklist({ meeting, open }: OwnChecklistProps) {
  const { t, language } = useText();
  return (
    <section aria-labelledby="own-items">
      <h2 id="own-items">{t('meetings.page.ownList')}</h2>
      <ol className={styles.own}>
        {dueFirst(meeting.items).map((item) => {
          const opened = open !== null && itemKey(open) === itemKey(item);
          return (
            <li key={itemKey(item)}>
              <ItemLink meeting={meeting.id} item={item} opened={opened}>
                <span className={styles.ownTitle}>
                  <span className={styles.number}>{item.item}</span> {titleOf(meeting, item.item)[language]}
                </span>
                <ItemState item={item} today={meeting.today} />
              </ItemLink>
              {opened && <ItemPanel meeting={meeting} item={item} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
