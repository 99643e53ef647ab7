import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { BurnUpDrawing } from './burn-up-drawing.tsx';
import type { BurnUpInput, BurnUpPoint, BurnUpWords } from './burn-up-input.ts';
import { burnUpLayout } from './burn-up-layout.ts';
import { burnUpSize, shapes, type BurnUpShape } from './burn-up-sizes.ts';
import { pointUnder } from './point-under.ts';
import { pointNumber, sliderOf } from './slider.ts';
import { usePictureWidth } from './use-picture-width.ts';
import { usePointCursor } from './use-point-cursor.ts';
import styles from './burn-up.module.css';

interface BurnUpProps {
  /** The picture's one message, in words. */
  readonly title: string;
  /** The message as the page wants it, a button for instance; as it is where it is left out. */
  readonly caption?: ReactNode;
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
export function BurnUp(props: BurnUpProps) {
  const { title, caption = title, input, words, read, shape = 'small', isTitled = false, describedBy } = props;
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
  return (
    <figure className={styles[shape]} ref={onFigure} data-reading={cursor.index === null ? undefined : true}>
      {!isTitled && <figcaption className={styles.title}>{caption}</figcaption>}
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
        onPointerMove={(event) => cursor.pointTo(pointUnder(event, points, layout.plot, width))}
        onPointerLeave={cursor.onBlur}
      >
        <BurnUpDrawing layout={layout} size={size} cursor={cursor.index === null ? null : (point?.position ?? null)} />
      </svg>
      <output className={styles.reading}>{cursor.index === null ? '\u00A0' : reading}</output>
    </figure>
  );
}
