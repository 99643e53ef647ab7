import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { dueFirst, itemKey } from './checklist.ts';
import { ItemLink } from './item-link.tsx';
import { ItemPanel } from './item-panel.tsx';
import { ItemState } from './item-state.tsx';
import { titleOf } from './item-title.ts';
import { said } from './said.ts';
import styles from './interview.module.css';

interface OwnChecklistProps {
  readonly interview: Interview;
  readonly open: ChecklistItem | null;
}

/** A bureau's own items, those due first on top; made for a phone too. */
export function OwnChecklist({ interview, open }: OwnChecklistProps) {
  const { t, language } = useText();
  return (
    <section aria-labelledby="own-items">
      <h2 id="own-items">{t('interviews.page.ownList')}</h2>
      <ol className={styles.own}>
        {dueFirst(interview.items).map((item) => {
          const opened = open !== null && itemKey(open) === itemKey(item);
          return (
            <li key={itemKey(item)}>
              <ItemLink interview={interview.id} item={item} opened={opened}>
                <span className={styles.ownTitle}>
                  <span className={styles.number}>{item.item}</span> {said(titleOf(interview, item.item), language)}
                </span>
                <ItemState item={item} today={interview.today} />
              </ItemLink>
              {opened && <ItemPanel interview={interview} item={item} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
