import type { Level } from '#api/measures/vocabulary.ts';
import { LevelShape } from '../../charts/level-shape.tsx';
import type { PictureLayout } from './picture-layout.ts';
import { hatchPath, type PictureRowLayout, type RateBar } from './picture-row-layout.ts';
import styles from './sprint-picture.module.css';

const levelStyles: Readonly<Record<Level, string | undefined>> = {
  achieved: styles.achieved,
  'on-pace': styles.onPace,
  watch: styles.watch,
  behind: styles.behind,
  'no-data': styles.none,
  'no-target': styles.none,
};

/** The scale and the columns' heads. */
export function PictureGround({ layout: { ticks, heads, height, text } }: { readonly layout: PictureLayout }) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.text}>
          <path className={styles.grid} d={`M${tick.line} ${text * 2.9}V${height}`} />
          <text className={styles.label} x={tick.x} y={tick.y}>
            {tick.text}
          </text>
        </g>
      ))}
      {heads.map((head) => (
        <text key={head.text} className={styles.label} x={head.x} y={head.y}>
          {head.text}
        </text>
      ))}
    </>
  );
}

interface PictureRowDrawingProps {
  readonly row: PictureRowLayout;
  readonly layout: Pick<PictureLayout, 'columns' | 'text'>;
  readonly isRead: boolean;
  readonly width: number;
  /** Of which formula its numbers are; left out where none can be shown. */
  readonly formula?: string;
}

/** A city's row but its name: solid what is done, hatched the estimate, what will be missing, and the pair of a month. */
export function PictureRowDrawing({ row, layout: { columns, text }, isRead, width, formula }: PictureRowDrawingProps) {
  const { bar, shape, ending, wayOut } = row;
  const [above, below] = [bar.y - text * 0.25, bar.y + bar.height + text * 0.25];
  return (
    <g className={levelStyles[row.level]} data-region={row.region}>
      <rect className={isRead ? styles.read : styles.lit} y={row.top} width={width} height={row.height} />
      <g transform={`translate(${shape.x} ${shape.y}) scale(${shape.size / 16})`}>
        <LevelShape level={row.level} />
      </g>
      <RowBar row={row} left={columns.left} />
      <path className={styles.halo} d={`M${row.target} ${above}V${below}`} />
      <path className={styles.target} d={`M${row.target} ${above}V${below}`} />
      {row.pace !== null && (
        <>
          <path className={styles.halo} d={`M${row.pace} ${above}V${below}`} />
          <path className={styles.pace} d={`M${row.pace} ${above}V${below}`} />
        </>
      )}
      {row.projected !== null && !row.isOpen && (
        <circle className={styles.estimate} cx={row.projected} cy={bar.y + bar.height / 2} r={bar.height / 3} />
      )}
      <text className={row.isShort ? styles.short : styles.label} x={ending.x} y={ending.y} data-formula={formula}>
        {ending.text}
      </text>
      <Rate bar={row.needed} kind={styles.needed} formula={formula} />
      <Rate bar={row.recent} kind={styles.recent} formula={formula} />
      {wayOut && (
        <text className={styles.value} x={wayOut.x} y={wayOut.y} data-formula={formula}>
          {wayOut.text}
        </text>
      )}
    </g>
  );
}

function RowBar({
  row: { bar, done, projected, missing, isOpen },
  left,
}: {
  readonly row: PictureRowLayout;
  readonly left: number;
}) {
  const [top, bottom] = [bar.y, bar.y + bar.height];
  const middle = bar.y + bar.height / 2;
  const end = Math.max(done ?? left, projected ?? left);
  return (
    <>
      {projected !== null && (
        <>
          <path className={styles.hatch} d={hatchPath({ left: done ?? left, right: projected, top, bottom }, 5)} />
          <rect
            className={styles.outline}
            x={done ?? left}
            y={top}
            width={projected - (done ?? left)}
            height={bar.height}
          />
        </>
      )}
      {done !== null && <rect className={styles.done} x={left} y={top} width={done - left} height={bar.height} />}
      {missing && <path className={styles.missing} d={`M${missing.from} ${middle}H${missing.to}`} />}
      {isOpen && (
        <path
          className={styles.cut}
          d={`M${end - 8} ${bottom + 2}l4 ${-bar.height - 4}M${end - 3} ${bottom + 2}l4 ${-bar.height - 4}`}
        />
      )}
    </>
  );
}

interface RateProps {
  readonly bar: RateBar | null;
  readonly kind: string | undefined;
  readonly formula: string | undefined;
}

function Rate({ bar, kind, formula }: RateProps) {
  if (bar === null) return null;
  return (
    <>
      <rect className={kind} x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
      <text className={styles.value} x={bar.words.x} y={bar.words.y} data-formula={formula}>
        {bar.words.text}
      </text>
    </>
  );
}
