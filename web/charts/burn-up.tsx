import type { PointerEvent } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { BurnUpDrawing } from './burn-up-drawing.tsx';
import type { BurnUpInput, BurnUpPoint, BurnUpWords } from './burn-up-input.ts';
import { burnUpLayout } from './burn-up-layout.ts';
import type { BurnUpLayout } from './burn-up-parts.ts';
import { burnUpSize, shapes, type BurnUpShape } from './burn-up-sizes.ts';
import { pointNumber, sliderOf } from './slider.ts';
import { usePictureWidth } from './use-picture-width.ts';
import { usePointCursor } from './use-point-cursor.ts';
import styles from './burn-up.module.css';

interface BurnUpProps {
  /** The picture's one message, in words. */
  readonly title: string;
  readonly input: BurnUpInput;
  readonly words: BurnUpWords;
  /** A point in words: month, value, pace, gap. */
  readonly read: (point: BurnUpPoint) => string;
  readonly shape?: BurnUpShape;
  /** Whether the message stands above the picture already, so that it is only read aloud here. */
  readonly isTitled?: boolean;
  /** What stands beside the picture and tells how it is read: an element's id. */
  readonly describedBy?: string;
}

/** A burn-up with its message; the arrow keys and the pointer read it point by point. */
export function BurnUp({ title, input, words, read, shape = 'small', isTitled = false, describedBy }: BurnUpProps) {
  const { t } = useText();
  const { place, width, height } = usePictureWidth(shapes[shape].width, shapes[shape].paper);
  const size = burnUpSize(shape, width, height);
  // In a meeting room the picture fills what its words leave; elsewhere its height follows from the figure's width.
  const [onFigure, onPicture] = shape === 'room' ? [undefined, place] : [place, undefined];
  const layout = burnUpLayout(input, words, size);
  const points = input.points.toSorted((a, b) => a.position - b.position);
  const cursor = usePointCursor(points.length);
  const point = points[cursor.index ?? points.length - 1];
  const reading = point === undefined ? t('charts.noPoint') : read(point);
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void =>
    cursor.pointTo(nearest(points, positionAt(event, layout.plot, width)));
  return (
    <figure className={styles[shape]} ref={onFigure} data-reading={cursor.index === null ? undefined : true}>
      {!isTitled && <figcaption className={styles.title}>{title}</figcaption>}
      <svg
        className={styles.chart}
        ref={onPicture}
        viewBox={`0 0 ${size.width} ${size.height}`}
        // The reading cursor of a picture: no input element could draw it.
        role="slider"
        tabIndex={0}
        aria-valuenow={pointNumber(cursor.index, points.length)}
        {...sliderOf({ title, reading, count: points.length })}
        aria-describedby={describedBy}
        onKeyDown={cursor.onKeyDown}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
        onPointerMove={onPointerMove}
        onPointerLeave={cursor.onBlur}
      >
        <BurnUpDrawing layout={layout} size={size} cursor={cursor.index === null ? null : (point?.position ?? null)} />
      </svg>
      <output className={styles.reading}>{cursor.index === null ? '\u00A0' : reading}</output>
    </figure>
  );
}

/** The place of the year under the pointer. */
function positionAt(event: PointerEvent<SVGSVGElement>, { left, right }: BurnUpLayout['plot'], width: number): number {
  const box = event.currentTarget.getBoundingClientRect();
  return ((((event.clientX - box.left) / box.width) * width - left) / (right - left)) * 12;
}

function nearest(points: readonly BurnUpPoint[], position: number): number | null {
  const away = points.map((point) => Math.abs(point.position - position));
  const least = Math.min(...away);
  return away.length === 0 ? null : away.indexOf(least);
}
