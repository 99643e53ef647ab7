import type { Level } from '#api/measures/vocabulary.ts';
import styles from './level-mark.module.css';

interface LevelShapeProps {
  readonly level: Level;
}

/** The shape of a level in a box of 16 × 16, for any SVG: each level has its own, so that none needs its colour. */
export function LevelShape({ level }: LevelShapeProps) {
  switch (level) {
    case 'achieved':
      return (
        <g className={styles.achieved}>
          <circle cx="8" cy="8" r="7.5" />
          <path className={styles.check} d="M4.4 8.3 7 10.9 11.7 5.4" />
        </g>
      );
    case 'on-pace':
      return <circle className={styles.onPace} cx="8" cy="8" r="6.2" />;
    case 'watch':
      return <path className={styles.watch} d="M8 1.8 15 14H1Z" />;
    case 'behind':
      return <path className={styles.behind} d="M8 .6 15.4 8 8 15.4.6 8Z" />;
    case 'no-data':
      return (
        <g className={styles.noData}>
          <path className={styles.hatch} d="M4 9 9 4M4.6 11.4 11.4 4.6M7 12 12 7" />
          <circle cx="8" cy="8" r="6.2" />
        </g>
      );
    case 'no-target':
      return <path className={styles.noTarget} d="M3 8H13" />;
  }
}
