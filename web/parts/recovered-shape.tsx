import styles from './level-strip.module.css';

interface RecoveredShapeProps {
  /** What the month was before it was made good. */
  readonly level: 'behind' | 'watch';
}

/**
 * A missed month that was made good later, in a box of 16 × 16: the left half is what it was, the right half one level
 * better (红→黄 已补齐, after the codes of Ouhai), each in its own shape.
 */
export function RecoveredShape({ level }: RecoveredShapeProps) {
  return level === 'behind' ? (
    <g>
      <path className={styles.behind} d="M7.2 1 .4 8 7.2 15Z" />
      <path className={styles.watch} d="M9.2 3 14.8 13.6H9.2Z" />
    </g>
  ) : (
    <g>
      <path className={styles.watch} d="M6.8 3 1.2 13.6H6.8Z" />
      <path className={styles.onPace} d="M9 1.8A6.2 6.2 0 0 1 9 14.2Z" />
    </g>
  );
}
