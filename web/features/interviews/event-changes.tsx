import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

interface EventChangesProps {
  readonly detail: ItemHistory['history'][number]['detail'];
}

/** What an entry of the history changed beside the state. */
export function EventChanges({ detail }: EventChangesProps) {
  const { t, language } = useText();
  if (detail === null) return null;
  const changed = (['dueOn', 'owner', 'person'] as const).flatMap((field) => {
    const change = detail[field];
    return change === undefined ? [] : [t(`interviews.item.change.${field}`, { from: change.from, to: change.to })];
  });
  const numbers = (detail.check?.numbers ?? []).map(({ label, value }) => `${label[language]} ${value[language]}`);
  const lines = [...changed, ...numbers];
  return lines.length === 0 ? null : <p className={styles.caption}>{lines.join('；')}</p>;
}
