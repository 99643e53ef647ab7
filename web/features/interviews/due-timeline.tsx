import type { Interview } from '#api/interviews/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { duePoints } from './matrix-rows.ts';
import { dayAt, lanesOf } from './timeline-layout.ts';
import styles from './interview.module.css';

const [width, left, right, line, lane] = [960, 40, 40, 24, 34];
/** What a label takes of the width, in the picture's own units. */
const labelWidth = 104;

/** The due days from the meeting to the year's end, with today: on a narrow screen the same as a list. */
export function DueTimeline({ interview }: { readonly interview: Interview }) {
  const { t } = useText();
  const points = duePoints(interview.items);
  const to = [`${interview.heldOn.slice(0, 4)}-12-31`, ...points.map(({ day }) => day)].toSorted().at(-1) ?? '';
  const at = (day: string): number => left + dayAt(day, interview.heldOn, to) * (width - left - right);
  // Today's word stands under its mark as the days' words do, in a lane of its own where they would touch.
  const days = [...points.map(({ day }) => day), interview.today].toSorted();
  const lanes = lanesOf(days.map(at), labelWidth);
  const ofToday = days.lastIndexOf(interview.today);
  const height = line + 30 + lane * (Math.max(0, ...lanes) + 1);
  const saidOf = ({ day, items, verified }: (typeof points)[number]) =>
    t('interviews.page.duePoint', { day, n: items, verified });
  const all = points.map(saidOf).join(t('interviews.join'));
  const label = t('interviews.page.timeline', { from: interview.heldOn, to, due: all, today: interview.today });
  const now = at(interview.today);
  return (
    <figure className={styles.timeline}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <line className={styles.axis} x1={left} x2={width - right} y1={line} y2={line} />
        <line className={styles.passed} x1={left} x2={now} y1={line} y2={line} />
        <text x={left} y={12}>
          {t('interviews.page.meetingDay', { day: interview.heldOn.slice(5) })}
        </text>
        <TodayMark at={now} day={interview.today} lane={lanes[ofToday] ?? 0} />
        {points.map((point) => (
          <Mark key={point.day} point={point} at={at(point.day)} lane={lanes[days.indexOf(point.day)] ?? 0} />
        ))}
      </svg>
      <ul>
        {points.map((point) => (
          <li key={point.day}>{saidOf(point)}</li>
        ))}
      </ul>
    </figure>
  );
}

interface TodayMarkProps {
  readonly at: number;
  readonly day: string;
  readonly lane: number;
}

function TodayMark({ at, day, lane: row }: TodayMarkProps) {
  const { t } = useText();
  const y = line + 24 + lane * row;
  return (
    <>
      <path className={styles.today} d={`M${at} ${line - 8}V${y - 12}`} />
      <text x={at} y={y} textAnchor="middle">
        {t('interviews.page.todayMark', { day: day.slice(5) })}
      </text>
    </>
  );
}

interface MarkProps {
  readonly point: ReturnType<typeof duePoints>[number];
  readonly at: number;
  readonly lane: number;
}

function Mark({ point, at, lane: row }: MarkProps) {
  const y = line + 24 + lane * row;
  const isDone = point.verified === point.items;
  return (
    <g>
      <path className={styles.tick} d={`M${at} ${line}V${y - 12}`} />
      <circle className={isDone ? styles.pointDone : styles.point} cx={at} cy={line} r={5} />
      <text x={at} y={y} textAnchor="middle">
        {point.day.slice(5)}
      </text>
      <text x={at} y={y + 13} textAnchor="middle" className={styles.count}>
        {`${point.verified}/${point.items}`}
      </text>
    </g>
  );
}
