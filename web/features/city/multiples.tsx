import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { BurnUpDrawing } from '../../charts/burn-up-drawing.tsx';
import type { BurnUpInput, BurnUpPoint } from '../../charts/burn-up-input.ts';
import { burnUpLayout } from '../../charts/burn-up-layout.ts';
import { burnUpSize, shapes } from '../../charts/burn-up-sizes.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { pointUnder } from '../../charts/point-under.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { usePointCursor } from '../../charts/use-point-cursor.ts';
import { usePictureWidth } from '../../charts/use-picture-width.ts';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { paceText } from '../../text/pace-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators } from '../../api/reference.ts';
import { burnUpInput, shownSeries } from './burn-up-data.ts';
import { useCityFrame } from './use-city-frame.ts';
import styles from './multiples.module.css';

interface MultiplesProps {
  readonly reply: City;
  /** The indicator that stands large below. */
  readonly chosen: string;
}

/** Every indicator of the city as a small burn-up; choosing one shows it large, with its proof. */
export function Multiples({ reply, chosen }: MultiplesProps) {
  const { t } = useText();
  const indicators = useIndicators();
  const framed = useCityFrame(reply);
  const title = t('city.multiples');
  return (
    <section>
      <h2 className="visually-hidden">{title}</h2>
      <SavablePicture {...framed({ title, what: [title], details: reply.indicators })}>
        <ul className={styles.multiples}>
          {reply.indicators.map((detail) => {
            const indicator = indicators.get(detail.standing.indicator);
            return (
              indicator && (
                <li key={indicator.code} className={styles.multiple}>
                  <Multiple
                    detail={detail}
                    indicator={indicator}
                    month={reply.month}
                    isChosen={indicator.code === chosen}
                  />
                </li>
              )
            );
          })}
        </ul>
      </SavablePicture>
    </section>
  );
}

interface MultipleProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  readonly month: number;
  readonly isChosen: boolean;
}

function Multiple({ detail, indicator, month, isChosen }: MultipleProps) {
  const { t, language } = useText();
  const { level, gapPoints } = detail.standing;
  const judged = judgedIndicator(detail.standing, indicator);
  const input = burnUpInput(detail, shownSeries(detail.series, month), judged);
  const points = input.points.toSorted((a, b) => a.position - b.position);
  const cursor = usePointCursor(points.length);
  const point = cursor.index === null ? undefined : points[cursor.index];
  const side = gapPoints === null ? '' : paceText(gapPoints, indicator.kind, { t });
  const reading = point && pointReading(point, { indicator: judged, asShares: false }, { t, language });
  return (
    <Link
      from="/cities/$code"
      to="."
      search={(before) => ({ ...before, indicator: indicator.code })}
      resetScroll={false}
      className={styles.link}
      aria-current={isChosen ? 'true' : undefined}
      onKeyDown={cursor.onKeyDown}
      onBlur={cursor.onBlur}
    >
      <span className={styles.name}>
        <LevelMark level={level} withWord /> <strong>{indicator.short[language]}</strong>{' '}
        <span className={styles.side}>{side}</span>
      </span>
      <Drawing detail={detail} indicator={judged} input={input} cursor={point ?? null} pointTo={cursor.pointTo} />
      <span className={styles.reading} aria-live="polite">
        {reading ?? '\u00A0'}
      </span>
    </Link>
  );
}

interface DrawingProps extends Pick<MultipleProps, 'detail' | 'indicator'> {
  readonly input: BurnUpInput;
  /** The point that is read. */
  readonly cursor: BurnUpPoint | null;
  readonly pointTo: (index: number | null) => void;
}

/** The course of one indicator; the pointer reads it like the large one's. */
function Drawing({ detail, indicator, input, cursor, pointTo }: DrawingProps) {
  const { t, language } = useText();
  const { place, width } = usePictureWidth(shapes.small.width, shapes.small.paper);
  const size = burnUpSize('small', width);
  const described = { input, indicator, standing: detail.standing, asShares: false, brief: true };
  const layout = burnUpLayout(input, burnUpWords(described, { t, language }), size);
  return (
    <span ref={place} className={styles.drawing}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${size.width} ${size.height}`}
        aria-hidden="true"
        onPointerMove={(event) => pointTo(pointUnder(event, input.points, layout.plot, width))}
        onPointerLeave={() => pointTo(null)}
      >
        <BurnUpDrawing layout={layout} size={size} cursor={cursor?.position ?? null} />
      </svg>
    </span>
  );
}
