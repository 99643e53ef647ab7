import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { curveLayout, curvePath, shareUnder, xOf, yOf, type CurveLayout } from './curve-layout.ts';
import { formatPercent } from '../text/format.ts';
import { usePictureWidth } from './use-picture-width.ts';
import styles from './curve-picture.module.css';

interface CurvePictureProps {
  /** The picture's message, in words. */
  readonly title: string;
  /** By month end; null where it is not known. */
  readonly points: readonly (number | null)[];
  /** Another curve to compare with, drawn thin. */
  readonly beside?: readonly number[] | undefined;
  readonly monthName: (month: number) => string;
  readonly shareText: (share: number) => string;
  /** With it each month but December has a handle. */
  readonly onMove?: (month: number, share: number) => void;
  /** What a key does to a month; false for a key that does nothing. */
  readonly onKey?: (month: number, key: string) => boolean;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A pace curve by month end; where it is edited its months are moved by pointer, finger or keys. */
export function CurvePicture(props: CurvePictureProps) {
  const { title, points, beside, onMove } = props;
  const { place, width } = usePictureWidth(640, 640);
  const layout = curveLayout(width);
  return (
    <figure className={styles.figure} ref={place}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role={onMove === undefined ? 'img' : 'group'}
        aria-label={title}
      >
        <Scale layout={layout} {...props} />
        {beside !== undefined && <path className={styles.beside} d={curvePath(layout, beside)} />}
        <path className={styles.line} d={curvePath(layout, points)} />
        {months.map((month) => (
          <MonthMark key={month} layout={layout} month={month} {...props} />
        ))}
      </svg>
    </figure>
  );
}

interface Placed extends CurvePictureProps {
  readonly layout: CurveLayout;
}

function Scale({ layout, monthName }: Placed) {
  const isNarrow = layout.width < 560;
  return (
    <g aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className={styles.grid}
            x1={layout.left}
            x2={layout.right}
            y1={yOf(layout, share)}
            y2={yOf(layout, share)}
          />
          <text className={styles.share} x={layout.left - 6} y={yOf(layout, share) + 4}>
            {formatPercent(share, 0)}
          </text>
        </g>
      ))}
      {months
        .filter((month) => !isNarrow || month % 3 === 0)
        .map((month) => (
          <text key={month} className={styles.month} x={xOf(layout, month)} y={layout.bottom + 20}>
            {monthName(month)}
          </text>
        ))}
    </g>
  );
}

function MonthMark({ layout, month, ...props }: Placed & { readonly month: number }) {
  const share = props.points[month - 1] ?? null;
  if (share === null) return null;
  const at = { cx: xOf(layout, month), cy: yOf(layout, share) };
  if (props.onMove === undefined || month === 12) return <circle className={styles.point} {...at} r={3} />;
  return <Handle layout={layout} month={month} share={share} {...props} />;
}

function Handle({
  layout,
  month,
  share,
  monthName,
  shareText,
  onMove,
  onKey,
}: Placed & { readonly month: number; readonly share: number }) {
  const at = { cx: xOf(layout, month), cy: yOf(layout, share) };
  const dragging = useDragging((y, drawn) => onMove?.(month, shareUnder(layout, y, drawn)));
  return (
    <g
      className={styles.handle}
      // No input element could be drawn in the picture.
      role="slider"
      tabIndex={0}
      aria-label={monthName(month)}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 10_000) / 100}
      aria-valuetext={shareText(share)}
      onKeyDown={(event: KeyboardEvent) => {
        if (onKey?.(month, event.key) === true) event.preventDefault();
      }}
      {...dragging}
    >
      <circle className={styles.reach} {...at} r={14} />
      <circle className={styles.knob} {...at} r={6} />
    </g>
  );
}

/** Follows a pointer that holds a mark: how far it is below the picture's upper edge, of how many pixels that it is drawn high. */
function useDragging(onDrag: (y: number, drawn: number) => void) {
  const held = useRef(false);
  const release = (): void => {
    held.current = false;
  };
  return {
    onPointerDown: (event: PointerEvent<SVGGElement>): void => {
      held.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<SVGGElement>): void => {
      const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
      if (held.current && box !== undefined) onDrag(event.clientY - box.top, box.height);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
