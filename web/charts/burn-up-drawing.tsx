import type { BurnUpSize } from './burn-up-input.ts';
import { lineNames, type BurnUpLayout, type LineName } from './burn-up-parts.ts';
import type { Point } from './place-labels.ts';
import styles from './burn-up.module.css';

interface BurnUpDrawingProps {
  readonly layout: BurnUpLayout;
  readonly size: BurnUpSize;
  /** The place of the year that is read. */
  readonly cursor?: number | null;
}

interface MarksProps extends Pick<BurnUpDrawingProps, 'layout'> {
  readonly radius: number;
}

const kinds: Readonly<Record<LineName, string | undefined>> = {
  lastYear: styles.lastYear,
  pace: styles.pace,
  plan: styles.plan,
  target: styles.target,
  alsoTarget: styles.alsoTarget,
  needed: styles.needed,
  projection: styles.projection,
  pending: styles.pendingLine,
  actual: styles.actual,
};

/** The marks of a laid out burn-up, for any SVG: solid accepted, hollow pending, dotted the estimate, thin solid what is needed. */
export function BurnUpDrawing({ layout, size, cursor = null }: BurnUpDrawingProps) {
  const { plot, wedge, band } = layout;
  const at = cursor === null ? null : round(plot.left + (cursor / 12) * (plot.right - plot.left));
  return (
    <g fontSize={round(size.text)}>
      <Ground layout={layout} />
      {band.length > 0 && <path className={styles.band} d={`${pathOf(band)}Z`} />}
      {wedge.length > 0 && <path className={styles.wedge} d={`${pathOf(wedge)}Z`} />}
      {lineNames.map((name) =>
        layout.lines[name].map((piece) => (
          <path key={`${name} ${piece[0]?.x}`} className={kinds[name]} d={pathOf(piece)} />
        )),
      )}
      <Marks layout={layout} radius={size.text / 3.6} />
      {at !== null && <path className={styles.cursor} d={`M${at} ${round(plot.top)}V${round(plot.bottom)}`} />}
      {layout.labels.map(({ key, x, y, text, size: letters }) => (
        <text
          key={key}
          className={key === 'value' ? styles.value : styles.label}
          x={round(x)}
          y={round(y)}
          fontSize={round(letters)}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** What stands on the lines: points, where the estimate ends, what is missing there, and where lines go on beyond the scale. */
function Marks({ layout: { bracket, exits, markers, projectionEnd }, radius }: MarksProps) {
  return (
    <>
      {bracket && <path className={styles.bracket} d={bracketPath(bracket)} />}
      {exits.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          className={styles.exit}
          d={`M${round(x - radius)} ${round(y)}L${round(x)} ${round(y - radius * 1.6)}L${round(x + radius)} ${round(y)}`}
        />
      ))}
      {markers.map(({ x, y, point }) => (
        <circle
          key={`${point.position} ${point.accepted}`}
          className={point.accepted ? styles.marker : styles.hollow}
          cx={round(x)}
          cy={round(y)}
          r={round(radius * (point.accepted ? 0.85 : 1))}
        />
      ))}
      {projectionEnd && (
        <circle className={styles.hollow} cx={round(projectionEnd.x)} cy={round(projectionEnd.y)} r={round(radius)} />
      )}
    </>
  );
}

function bracketPath({ x, from, to }: NonNullable<BurnUpLayout['bracket']>): string {
  const [left, right] = [round(x - 4), round(x + 4)];
  return `M${left} ${round(from)}H${right}M${round(x)} ${round(from)}V${round(to)}M${left} ${round(to)}H${right}`;
}

/** The axes and their words. */
function Ground({ layout: { plot, ticks, months } }: Pick<BurnUpDrawingProps, 'layout'>) {
  return (
    <>
      {ticks.map(({ text, x, y, line }) => (
        <g key={text}>
          <path className={styles.grid} d={`M${round(plot.left)} ${round(line)}H${round(plot.right)}`} />
          <text className={styles.label} x={round(x)} y={round(y)}>
            {text}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${round(plot.left)} ${round(plot.bottom)}H${round(plot.right)}`} />
      {months.map(({ text, x, y }) => (
        <text key={text} className={styles.label} x={round(x)} y={round(y)}>
          {text}
        </text>
      ))}
    </>
  );
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
