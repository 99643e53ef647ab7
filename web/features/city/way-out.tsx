import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { Ruler } from '../../charts/ruler.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useCityFrame } from './use-city-frame.ts';
import { wayOutLines } from './way-out-lines.ts';
import { wayOutSteps } from './way-out-steps.ts';
import styles from './page.module.css';

interface WayOutProps {
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** What the next report must add to reach each better level: a ruler true to scale, and the same in words. */
export function WayOut({ reply, detail, indicator }: WayOutProps) {
  const { standing } = detail;
  const { t, language } = useText();
  const framed = useCityFrame(reply);
  const title = `${t('city.wayOut.title')} · ${indicator.short[language]}`;
  const texts = { title, what: [t('city.wayOut.title'), indicator.short[language]], details: [detail] };
  const lines = wayOutLines(standing, indicator, { t, language });
  const ruler = wayOutSteps(standing, indicator, { t });
  if (standing.level === 'no-data' || standing.level === 'no-target') return null;
  const without = t(standing.level === 'achieved' ? 'city.wayOut.nothing' : 'city.wayOut.noNext');
  return (
    <section className={styles.wayOut}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p>{without}</p>
      ) : (
        <>
          {ruler && (
            <SavablePicture
              {...framed({ ...texts, legend: lines.map(({ text }) => text).join(t('city.wayOut.between')) })}
            >
              <Ruler {...ruler} />
            </SavablePicture>
          )}
          <ul className={styles.ways}>
            {lines.map(({ level, text }) => (
              <li key={level} className={styles.way}>
                {text}
                <LevelMark level={level} />
              </li>
            ))}
          </ul>
          <p className={styles.small}>{t('city.wayOut.note')}</p>
        </>
      )}
    </section>
  );
}
