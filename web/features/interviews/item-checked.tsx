import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

/** What the data say of an item now: whether it holds, why, and the numbers that this rests on. */
export function ItemChecked({ check }: { readonly check: NonNullable<ItemHistory['check']> }) {
  const { t, language } = useText();
  return (
    <div className={styles.check}>
      <p>
        <strong>{t(`interviews.item.check.${check.verdict}`)}</strong>
        {`：${check.reason[language]}`}
      </p>
      <ul className={styles.facts}>
        {check.numbers.map(({ label, value }) => (
          <li key={label.zh}>{`${label[language]} ${value[language]}`}</li>
        ))}
      </ul>
      <p className={styles.caption}>{t('interviews.item.checkHint')}</p>
    </div>
  );
}
