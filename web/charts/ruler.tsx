import type { Level } from '#api/measures/vocabulary.ts';
import { LevelShape } from './level-shape.tsx';
import { rulerLayout, type PlacedMark } from './ruler-layout.ts';
import { usePictureWidth } from './use-picture-width.ts';
import styles from './ruler.module.css';

export interface RulerStep {
  readonly level: Level;
  readonly amount: number;
  readonly text: string;
}

interface RulerProps {
  /** The words where one stands. */
  readonly start: string;
  /** The better levels, each with what is to be added. */
  readonly steps: readonly RulerStep[];
}

const text = 14;
const middle = 12;

/** A line from where one stands to each better level, true to scale. What it shows is said in words beside it. */
export function Ruler({ start, steps }: RulerProps) {
  const { place, width } = usePictureWidth(640, 640);
  const marks = [
    { key: 'start', amount: 0, text: start },
    ...steps.map(({ level, amount, text: words }) => ({ key: level, amount, text: words })),
  ];
  const placed = rulerLayout(marks, { width, text });
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const height = middle * 2 + rows * text * 1.5;
  return (
    <div ref={place} className={styles.ruler}>
      <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className={styles.line} d={`M${placed[0]?.x ?? 0} ${middle}H${placed.at(-1)?.x ?? width}`} />
        {placed.map((mark) => (
          <Mark key={mark.key} mark={mark} level={steps.find(({ level }) => level === mark.key)?.level ?? null} />
        ))}
      </svg>
    </div>
  );
}

function Mark({
  mark: { x, left, row, text: words },
  level,
}: {
  readonly mark: PlacedMark;
  readonly level: Level | null;
}) {
  return (
    <>
      {level === null ? (
        <circle className={styles.start} cx={x} cy={middle} r="4" />
      ) : (
        <g transform={`translate(${x - 8} ${middle - 8})`}>
          <circle className={styles.ground} cx="8" cy="8" r="10" />
          <LevelShape level={level} />
        </g>
      )}
      <text className={styles.text} x={left} y={middle * 2 + (row + 0.9) * text * 1.4} fontSize={text}>
        {words}
      </text>
    </>
  );
}
