import type { Level } from '#api/measures/vocabulary.ts';
import { useText } from '../text/messages/use-text.ts';
import { LevelShape } from './level-shape.tsx';
import styles from './level-mark.module.css';

interface LevelMarkProps {
  readonly level: Level;
  /** Whether the word stands beside the shape; without it the word is the shape's accessible name. */
  readonly withWord?: boolean;
  /** The shape's side: pixels, or a length that grows with the text. */
  readonly size?: number | `${number}em`;
}

const textStyles: Readonly<Record<Level, string | undefined>> = {
  achieved: styles.achievedText,
  'on-pace': styles.onPaceText,
  watch: styles.watchText,
  behind: styles.behindText,
  'no-data': styles.noDataText,
  'no-target': styles.noTargetText,
};

/** A level as people see it: shape, word and colour together, so that none of them is needed alone. */
export function LevelMark({ level, withWord = false, size = 16 }: LevelMarkProps) {
  const { t } = useText();
  const word = t(`levels.word.${level}`);
  // In rem, so that it grows with the type of a very large screen.
  const side = typeof size === 'number' ? `${size / 16}rem` : size;
  const name = withWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word };
  return (
    <span className={`${styles.mark} ${textStyles[level]}`}>
      <svg className={styles.shape} width={side} height={side} viewBox="0 0 16 16" {...name}>
        <LevelShape level={level} />
      </svg>
      {withWord && <span className={styles.word}>{word}</span>}
    </span>
  );
}
