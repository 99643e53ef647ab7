import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { Ruler } from '../../charts/ruler.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { wayOutLines } from './way-out-lines.ts';
import { wayOutSteps } from './way-out-steps.ts';
import styles from './page.module.css';

interface WayOutProps {
  readonly standing: StandingReply;
  readonly indicator: Indicator;
}

/** What the next report must add to reach each better level: a ruler true to scale, and the same in words. */
export function WayOut({ standing, indicator }: WayOutProps) {
  const { t, language } = useText();
  const lines = wayOutLines(standing, indicator, { t, language });
  const ruler = wayOutSteps(standing, indicator, { t });
  if (standing.level === 'no-data' || standing.level === 'no-target') return null;
  const without = t(standing.level === 'achieved' ? 'city.wayOut.nothing' : 'city.wayOut.noNext');
  return (
    <section className={styles.wayOut}>
      <h2>
        {t('city.wayOut.title')} · {indicator.short[language]}
      </h2>
      {lines.length === 0 ? (
        <p>{without}</p>
      ) : (
        <>
          {ruler && <Ruler {...ruler} />}
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
