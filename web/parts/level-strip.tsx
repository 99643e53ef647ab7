import type { StripMonth } from '#api/measures/strip.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import { useText } from '../text/messages/use-text.ts';
import { LevelShape } from '../charts/level-shape.tsx';
import { RecoveredShape } from './recovered-shape.tsx';
import { stripText } from './strip-text.ts';
import { useStripWords } from './use-strip-words.ts';
import styles from './level-strip.module.css';

interface LevelStripProps {
  readonly months: readonly StripMonth[];
  /** Whether the months' numbers stand under the shapes. */
  readonly withMonths?: boolean;
}

const cell = 18;
const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * A year's levels, month by month: a month that was made good later shows both what it was and what it became; a month
 * without a figure of its own, whose level is that of an older one, is hollow.
 */
export function LevelStrip({ months, withMonths = false }: LevelStripProps) {
  const { t } = useText();
  const words = useStripWords();
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const height = withMonths ? 34 : 18;
  const name = t('levels.strip.name', { text: stripText(months, words) });
  return (
    <svg
      className={styles.strip}
      // In rem, so that it grows with the type of a very large screen.
      width={`${(cell * 12) / 16}rem`}
      height={`${height / 16}rem`}
      viewBox={`0 0 ${cell * 12} ${height}`}
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      {monthNumbers.map((month) => (
        <g key={month} transform={`translate(${(month - 1) * cell + 1} 0)`}>
          <StripCell month={byMonth.get(month)} />
          {withMonths && (
            <text className={styles.month} x="8" y="31" textAnchor="middle">
              {month}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function StripCell({ month }: { readonly month: StripMonth | undefined }) {
  if (month === undefined || month.level === null) return <path className={styles.open} d="M5 8H11" />;
  return (
    <g className={month.reported ? undefined : styles.carried} data-level={month.level}>
      <StripShape level={month.level} recovered={month.recoveredIn !== null} />
    </g>
  );
}

function StripShape({ level, recovered }: { readonly level: Level; readonly recovered: boolean }) {
  return recovered && (level === 'behind' || level === 'watch') ? (
    <RecoveredShape level={level} />
  ) : (
    <LevelShape level={level} />
  );
}
