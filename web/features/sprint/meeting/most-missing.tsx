import { Link } from '@tanstack/react-router';
import { usePictureWidth } from '../../../charts/use-picture-width.ts';
import { unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { PictureGround, PictureRowDrawing } from '../picture-drawing.tsx';
import { pictureLayout, type PictureLayout } from '../picture-layout.ts';
import { firstRows, pictureHeads, rowReading } from '../picture-rows.ts';
import { paceOf } from '../sprint-sentence.ts';
import type { SprintView } from '../sprint-view.ts';
import { roomText } from './room-text.ts';
import picture from '../sprint-picture.module.css';
import styles from './cover.module.css';

/** So many are named on the cover; the others have their pages. */
const shown = 5;

/** The size of a picture's words on a page. */
const letters = 13;

/** Who will miss most, else who makes it with the least to spare, as the sprint's own picture draws them. */
export function MostMissing({ view }: { readonly view: SprintView }) {
  const { t, language } = useText();
  const rows = firstRows(view, shown, { t, language });
  // What the pairs of bars are stands in the caption, for wherever they lie.
  const heads = { ...pictureHeads(view, { t, language }), rates: '' };
  const { place, width, height } = usePictureWidth(800, 440);
  // Laid out as on a page and drawn larger, so that strokes grow with the words.
  const scale = roomText(rows, heads, { width, height }) / letters;
  const drawn = { width: width / scale, height: height === null ? null : height / scale };
  const layout = pictureLayout(rows, heads, { ...drawn, text: letters });
  if (rows.length === 0) return null;
  const title = t(view.tense === 'over' ? 'meetingMode.cover.mostOver' : 'meetingMode.cover.most', {
    unit: unitOf(view.indicator, language).replaceAll(' ', '\u00A0'),
    pace: paceOf(view, t),
  });
  const read = rows.map((row) => rowReading(row, { t, language })).join('\n');
  return (
    <figure className={styles.most}>
      <figcaption>{title}</figcaption>
      <svg
        role="group"
        ref={place}
        className={picture.picture}
        viewBox={`0 0 ${drawn.width} ${layout.height}`}
        fontSize={letters}
      >
        <g role="img" aria-label={`${title}\n${read}`}>
          <PictureGround layout={layout} />
          {layout.rows.map((row) => (
            <PictureRowDrawing key={row.region} row={row} layout={layout} isRead={false} width={drawn.width} />
          ))}
        </g>
        <PageLinks rows={layout.rows} />
      </svg>
    </figure>
  );
}

/** Each city's name leads to its page of the meeting. */
function PageLinks({ rows }: Pick<PictureLayout, 'rows'>) {
  return rows.map(({ region, name }) => (
    <Link
      key={region}
      from="/sprint"
      to="."
      search={(before) => ({ ...before, present: region, only: undefined })}
      replace
    >
      <text className={picture.name} x={name.x} y={name.y}>
        {name.text}
      </text>
    </Link>
  ));
}
