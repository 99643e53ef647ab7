import { formatPercent } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { barScale } from './bar-scale.ts';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  /** Shares of the annual target: 0.58 is 58 %; null where there is no figure. */
  readonly completion: number | null;
  readonly pace: number | null;
  /** Another target on the same scale, such as the province's own: a dashed mark. */
  readonly own?: number | null;
  /** The share at the right end, the same for every bar of a table. */
  readonly max?: number;
}

/** A bar from 0 with the target's line at 100 % and a tick where the pace expects it; beyond the scale it ends open. */
export function ProgressBar({ completion, pace, own = null, max = 1.25 }: ProgressBarProps) {
  const { t } = useText();
  const bar = barScale({ completion, pace, own, max });
  const name =
    completion === null
      ? t('charts.progress.none')
      : t('charts.progress.name', { completion: formatPercent(completion), pace: formatPercent(pace) });
  return (
    <svg className={styles.bar} viewBox="0 0 200 16" preserveAspectRatio="none" role="img" aria-label={name}>
      <rect className={styles.track} x="0" y="4" width={bar.target} height="8" />
      <rect className={styles.done} x="0" y="4" width={bar.done} height="8" />
      {bar.open && <path className={styles.cut} d="M192 2 188 14M197 2 193 14" />}
      <path className={styles.halo} d={`M${bar.target} 2V14`} />
      <path className={styles.target} d={`M${bar.target} 2V14`} />
      {bar.own !== null && (
        <>
          <path className={styles.halo} d={`M${bar.own} 0V16`} />
          <path className={styles.own} d={`M${bar.own} 0V16`} />
        </>
      )}
      {bar.pace !== null && (
        <>
          <path className={styles.halo} d={`M${bar.pace} 0V16`} />
          <path className={styles.pace} d={`M${bar.pace} 0V16`} />
        </>
      )}
    </svg>
  );
}
