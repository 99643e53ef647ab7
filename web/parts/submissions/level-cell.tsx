import type { Standing } from '#api/measures/vocabulary.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatPoints, noValue } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './figure-value.module.css';

interface LevelCellProps {
  /** Null where nothing can be judged. */
  readonly standing: Pick<Standing, 'level' | 'gapPoints'> | null;
}

/** A level with its gap under it. */
export function LevelCell({ standing }: LevelCellProps) {
  const { language } = useText();
  if (standing === null) return noValue;
  return (
    <span className={styles.amount}>
      <LevelMark level={standing.level} withWord />
      {standing.gapPoints !== null && (
        <span className={styles.parts}>{formatPoints(standing.gapPoints, language)}</span>
      )}
    </span>
  );
}
