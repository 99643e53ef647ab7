import styles from './loads.module.css';

/** Without a share of what is done the bar only moves. */
export function Progress({ words, percent }: { readonly words: string; readonly percent?: number }) {
  return (
    <div className={styles.line} role="status">
      <progress {...(percent !== undefined && { value: percent })} max={100} aria-label={words} />
      <span>{words}</span>
    </div>
  );
}
