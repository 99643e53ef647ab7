import type { ReactNode } from 'react';
import type { Level } from '#api/measures/vocabulary.ts';
import { divergingLayout, divergingWidth, type DivergingBar } from './diverging-layout.ts';
import { LevelMark } from './level-mark.tsx';
import styles from './diverging-bars.module.css';

export interface DivergingRow {
  readonly code: string;
  /** The row's name as the page wants it, a link for instance. */
  readonly name: ReactNode;
  readonly level: Level;
  /** In percentage points; null where nothing can be compared. */
  readonly gapPoints: number | null;
  /** The gap in words: its points, and its amount with the unit. */
  readonly points: ReactNode;
  readonly amount: ReactNode;
}

interface DivergingBarsProps {
  readonly rows: readonly DivergingRow[];
}

const kinds: Readonly<Record<Level, string | undefined>> = {
  achieved: styles.achieved,
  'on-pace': styles.onPace,
  watch: styles.watch,
  behind: styles.behind,
  'no-data': styles.noData,
  'no-target': styles.noData,
};

/** A bar a row, to the left of the pace's line what is missing and to the right what is ahead; the numbers stand in columns. */
export function DivergingBars({ rows }: DivergingBarsProps) {
  const { zero, bars } = divergingLayout(rows.map(({ gapPoints }) => gapPoints));
  return (
    <ol className={styles.rows}>
      {rows.map(({ code, name, level, points, amount }, index) => (
        <li key={code} data-region={code} className={styles.row}>
          <span className={styles.name}>
            <LevelMark level={level} size={14} /> {name}
          </span>
          <Bar bar={bars[index] ?? null} zero={zero} kind={kinds[level]} />
          <span className={styles.number}>{points}</span>
          <span className={styles.amount}>{amount}</span>
        </li>
      ))}
    </ol>
  );
}

interface BarProps {
  readonly bar: DivergingBar | null;
  readonly zero: number;
  readonly kind: string | undefined;
}

function Bar({ bar, zero, kind }: BarProps) {
  const end = divergingWidth;
  return (
    <svg className={styles.bar} viewBox={`0 0 ${end} 28`} preserveAspectRatio="none" aria-hidden="true">
      {bar && <rect className={kind} x={bar.from} y="8" width={bar.width} height="12" />}
      {bar?.open && <path className={styles.cut} d={`M${end - 8} 6 ${end - 11} 22M${end - 4} 6 ${end - 7} 22`} />}
      <path className={styles.halo} d={`M${zero} 0V28`} />
      <path className={styles.pace} d={`M${zero} 0V28`} />
    </svg>
  );
}
