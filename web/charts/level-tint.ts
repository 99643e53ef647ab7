import type { Level } from '#api/measures/vocabulary.ts';
import styles from './level-tint.module.css';

const tints: Readonly<Record<Level, string | undefined>> = {
  achieved: styles.achieved,
  'on-pace': styles.onPace,
  watch: styles.watch,
  behind: styles.behind,
  'no-data': styles.noData,
  'no-target': styles.noData,
};

/** The class that fills a cell or a shape of a picture with a level's pale ground; what cannot be judged has none. */
export function levelTint(level: Level): string {
  return tints[level] ?? '';
}
