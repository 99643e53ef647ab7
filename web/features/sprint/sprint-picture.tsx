import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, PointerEvent } from 'react';
import { movedCursor } from '../../charts/point-cursor.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { pointNumber, sliderOf } from '../../charts/slider.ts';
import { usePictureWidth } from '../../charts/use-picture-width.ts';
import { usePointCursor } from '../../charts/use-point-cursor.ts';
import { formulaKey } from '../../parts/formula/formula.ts';
import { useHighlight } from '../../parts/highlight/highlight.ts';
import { asOfText } from '../../parts/tense.ts';
import { unitOf } from '../../text/format.ts';
import { knownPeriodOf } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import { pictureLayout, type PictureLayout } from './picture-layout.ts';
import { pictureHeads, pictureRows, rowReading, type PictureRow } from './picture-rows.ts';
import { PictureGround, PictureRowDrawing } from './picture-drawing.tsx';
import { sprintFrame } from './sprint-frame.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './sprint-picture.module.css';

interface SprintPictureProps {
  readonly view: SprintView;
  /** How wide it is laid out on paper, in pixels of 1/96 inch. */
  readonly paper?: number;
}

const letters = 13;

/** Who will miss the target and by how much, and what each must do a month: a row a city; the arrow keys and the pointer read it. */
export function SprintPicture({ view, paper = 680 }: SprintPictureProps) {
  const { t, language } = useText();
  const { reply, indicator } = view;
  const rows = pictureRows(view, { t, language });
  const { place, width } = usePictureWidth(960, paper);
  const layout = pictureLayout(rows, pictureHeads(view, { t, language }), { width, text: letters });
  const cursor = useRowCursor(rows);
  const row = rows[cursor.index ?? 0];
  const reading = row === undefined ? t('charts.noPoint') : rowReading(row, { t, language });
  const title = t(view.tense === 'over' ? 'sprint.picture.titleOver' : 'sprint.picture.title', {
    indicator: indicator.name[language],
    asOf: asOfText(reply, reply.today, { t, language }),
    unit: unitOf(indicator, language),
  });
  const legend = t(view.tense === 'over' ? 'sprint.picture.hintOver' : 'sprint.picture.hint');
  const saved = sprintFrame({ title, legend, what: t('sprint.picture.ending') }, view, { t, language });
  return (
    <SavablePicture {...saved}>
      <figure className={styles.figure} ref={place}>
        <figcaption>{title}</figcaption>
        {rows.length > 0 && (
          <svg role="group" className={styles.picture} viewBox={`0 0 ${width} ${layout.height}`} fontSize={letters}>
            <Field
              layout={layout}
              width={width}
              cursor={cursor}
              title={title}
              reading={reading}
              indicator={indicator.code}
            />
            <NameLinks rows={layout.rows} view={view} />
          </svg>
        )}
        <output className={styles.reading}>{cursor.index === null ? '\u00A0' : reading}</output>
      </figure>
    </SavablePicture>
  );
}

interface FieldProps {
  readonly layout: PictureLayout;
  readonly width: number;
  readonly cursor: ReturnType<typeof useRowCursor>;
  readonly title: string;
  readonly reading: string;
  readonly indicator: string;
}

/** What is read row by row; the cities' links stand beside it, because nothing within a slider can be reached. */
function Field({ layout, width, cursor, title, reading, indicator }: FieldProps) {
  const { rows, height } = layout;
  const onPointerMove = (event: PointerEvent<SVGGElement>): void => {
    const svg = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const y = svg === undefined ? 0 : ((event.clientY - svg.top) / svg.height) * height;
    const index = rows.findIndex((row) => y >= row.top && y < row.top + row.height);
    cursor.pointTo(index < 0 ? null : index);
  };
  return (
    <g
      // The reading cursor of a picture: no input element could draw it.
      role="slider"
      tabIndex={0}
      className={styles.rows}
      aria-orientation="vertical"
      aria-valuenow={pointNumber(cursor.index ?? 0, rows.length)}
      {...sliderOf({ title, reading, count: rows.length })}
      onKeyDown={cursor.onKeyDown}
      onFocus={cursor.onFocus}
      onBlur={cursor.onBlur}
      onPointerMove={onPointerMove}
      onPointerLeave={cursor.onBlur}
    >
      <rect className={styles.field} width={width} height={height} />
      <PictureGround layout={layout} />
      {rows.map((row, index) => (
        <PictureRowDrawing
          key={row.region}
          row={row}
          layout={layout}
          isRead={index === cursor.index}
          width={width}
          formula={formulaKey({ region: row.region, indicator })}
        />
      ))}
    </g>
  );
}

interface NameLinksProps {
  readonly rows: PictureLayout['rows'];
  readonly view: Pick<SprintView, 'reply' | 'indicator'>;
}

function NameLinks({ rows, view: { reply, indicator } }: NameLinksProps) {
  return rows.map(({ region, name }) => (
    <Link
      key={region}
      data-region={region}
      to="/cities/$code"
      params={{ code: region }}
      search={{ ...knownPeriodOf(reply), indicator: indicator.code }}
    >
      <text className={styles.name} x={name.x} y={name.y}>
        {name.text}
      </text>
    </Link>
  ));
}

/** Rows are read from the top: down is onwards here, where along a line it is back. */
function useRowCursor(rows: readonly PictureRow[]) {
  const count = rows.length;
  const cursor = usePointCursor(count);
  const { light } = useHighlight();
  const readRow = (index: number): void => {
    const region = rows[index]?.region;
    if (region !== undefined) light({ region, indicator: null });
    cursor.pointTo(region === undefined ? null : index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = cursor.index ?? 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? movedCursor(at, event.key, count) : Math.max(0, Math.min(count - 1, at + step));
    if (next === null || count === 0) return;
    event.preventDefault();
    readRow(next);
  };
  return { ...cursor, onKeyDown, onFocus: () => readRow(0) };
}
