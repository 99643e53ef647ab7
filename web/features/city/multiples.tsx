import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { BurnUpDrawing } from '../../charts/burn-up-drawing.tsx';
import { burnUpLayout } from '../../charts/burn-up-layout.ts';
import { burnUpSize, shapes } from '../../charts/burn-up-sizes.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { usePictureWidth } from '../../charts/use-picture-width.ts';
import { burnUpWords } from '../../parts/burn-up-words.ts';
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
  return (
    <Link
      from="/cities/$code"
      to="."
      search={(before) => ({ ...before, indicator: indicator.code })}
      resetScroll={false}
      className={styles.link}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span className={styles.name}>
        <LevelMark level={level} /> <strong>{indicator.short[language]}</strong>{' '}
        {gapPoints !== null && <span className={styles.side}>{paceText(gapPoints, indicator.kind, { t })}</span>}
      </span>
      <Drawing detail={detail} indicator={indicator} month={month} />
    </Link>
  );
}

/** The course without its reading cursor: the large one below has it, and every number is in its table. */
function Drawing({ detail, indicator, month }: Omit<MultipleProps, 'isChosen'>) {
  const { t, language } = useText();
  const { place, width } = usePictureWidth(shapes.small.width, shapes.small.paper);
  const { standing } = detail;
  const size = burnUpSize('small', width);
  const input = burnUpInput(detail, shownSeries(detail.series, month), judgedIndicator(standing, indicator));
  const words = burnUpWords({ input, indicator, standing, asShares: false, brief: true }, { t, language });
  return (
    <span ref={place} className={styles.drawing}>
      <svg className={styles.drawing} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <BurnUpDrawing layout={burnUpLayout(input, words, size)} size={size} />
      </svg>
    </span>
  );
}
