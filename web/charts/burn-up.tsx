import { formatShortMonth } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { burnUpLayout } from './burn-up-layout.ts';
import type { BurnUpInput, BurnUpLayout, BurnUpPoint, BurnUpSize } from './burn-up-layout.ts';
import { pointNumber, sliderOf } from './slider.ts';
import { usePointCursor } from './use-point-cursor.ts';
import styles from './burn-up.module.css';

interface BurnUpProps extends BurnUpInput {
  /** The chart's one message, in words. */
  readonly title: string;
  readonly format: (value: number) => string;
  readonly size?: 'small' | 'large';
}

type SizedBurnUp = BurnUpSize & { readonly text: number };
const sizes: Readonly<Record<'small' | 'large', SizedBurnUp>> = {
  small: { width: 264, height: 148, left: 6, right: 42, top: 16, bottom: 20, text: 12 },
  large: { width: 960, height: 540, left: 12, right: 110, top: 36, bottom: 40, text: 28 },
};

/** A burn-up: the pace thin and grey, the accepted figures dark with markers, pending ones hollow, labels at the lines' ends. */
export function BurnUp({ title, format, size = 'small', ...input }: BurnUpProps) {
  const box = sizes[size];
  const layout = burnUpLayout(input, box);
  const count = layout.markers.length;
  const cursor = usePointCursor(count);
  const read = layout.markers[cursor.index ?? count - 1];
  const reading = useReading(read?.point, format);
  return (
    <figure className={styles[size]}>
      <figcaption className={styles.title}>{title}</figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${box.width} ${box.height}`}
        // The reading cursor of a picture: no input element could draw it.
        role="slider"
        tabIndex={0}
        aria-valuenow={pointNumber(cursor.index, count)}
        {...sliderOf({ title, reading, count })}
        onKeyDown={cursor.onKeyDown}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
      >
        <BurnUpLines layout={layout} box={box} targetLabel={input.target === null ? '' : format(input.target)} />
        {layout.end && (
          <text
            className={styles.value}
            x={layout.end.x + box.text / 2}
            y={layout.end.y + (layout.end.side === 'below' ? box.text : -box.text / 2)}
          >
            {format(layout.end.point.value)}
          </text>
        )}
        {cursor.index !== null && read && (
          <path className={styles.cursor} d={`M${read.x} ${box.top}V${layout.baseline}`} />
        )}
      </svg>
      {cursor.index !== null && read && <p className={styles.reading}>{reading}</p>}
    </figure>
  );
}

/** A point in words: its month, value and pace. */
function useReading(point: BurnUpPoint | undefined, format: (value: number) => string): string {
  const { t, language } = useText();
  if (point === undefined) return t('charts.noPoint');
  return t('charts.point', {
    month: formatShortMonth(point.month, language),
    value: format(point.value),
    expected: point.expected === null ? '--' : format(point.expected),
    state: point.accepted ? '' : t('charts.pending'),
  });
}

interface BurnUpLinesProps {
  readonly layout: BurnUpLayout;
  readonly box: SizedBurnUp;
  readonly targetLabel: string;
}

function BurnUpLines({ layout, box, targetLabel }: BurnUpLinesProps) {
  const { t, language } = useText();
  const end = box.width - box.right;
  return (
    <>
      <path className={styles.axis} d={`M${box.left} ${layout.baseline}H${end}`} />
      {layout.targetY !== null && <path className={styles.target} d={`M${box.left} ${layout.targetY}H${end}`} />}
      {layout.targetY !== null && (
        <text className={styles.label} x={box.left} y={layout.targetY - box.text / 3}>
          {targetLabel}
        </text>
      )}
      <path className={styles.pace} d={layout.pace} />
      {layout.paceEnd && (
        <text className={styles.label} x={layout.paceEnd.x + 4} y={layout.paceEnd.y + box.text / 3}>
          {t('charts.pace')}
        </text>
      )}
      <path className={styles.pendingLine} d={layout.pending} />
      <path className={styles.actual} d={layout.actual} />
      <Markers layout={layout} box={box} />
      {layout.months.map(({ month, x }) => (
        <text key={month} className={styles.label} x={x} y={box.height - 4} textAnchor="middle">
          {formatShortMonth(month, language)}
        </text>
      ))}
    </>
  );
}

function Markers({ layout, box }: Pick<BurnUpLinesProps, 'layout' | 'box'>) {
  return layout.markers.map(({ x, y, point }) => (
    <circle
      key={`${point.month}-${point.position}`}
      className={point.accepted ? styles.marker : styles.hollow}
      cx={x}
      cy={y}
      r={box.text / 4.8}
    />
  ));
}
