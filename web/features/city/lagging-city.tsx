import type { City } from '#api/standings/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { shownSeries } from './burn-up-data.ts';
import { Course } from './course.tsx';
import { CourseCaption } from './course-caption.tsx';
import { Proof } from '../../parts/proof/proof.tsx';
import { citySentence, decidingIndicator } from './sentence.ts';
import { chartTitle } from './chart-title.ts';
import { WayOut } from './way-out.tsx';
import styles from './lagging-page.module.css';

/** A city that lags on one page of paper, by the indicator that decides its level. */
export function LaggingCity({ reply }: { readonly reply: City }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  const name = useRegions().get(reply.region)?.short[language] ?? reply.region;
  const deciding = decidingIndicator(reply, indicators);
  const known = indicators.get(deciding?.standing.indicator ?? '');
  if (deciding === null || known === undefined) return null;
  const shown = { reply, detail: deciding, indicator: judgedIndicator(deciding.standing, known) };
  return (
    <article className={styles.city} aria-label={name}>
      <header>
        <p className={styles.level}>
          <LevelMark level={reply.level} withWord /> {formatMonth(reply.year, reply.month, language)}
        </p>
        <h2 className={styles.sentence}>{citySentence(reply, { t, language, name, indicators })}</h2>
      </header>
      <CityCourse {...shown} />
      <WayOut {...shown} />
      <Proof
        detail={shown.detail}
        indicator={shown.indicator}
        period={{ year: reply.year, month: reply.month }}
        city={name}
      />
    </article>
  );
}

function CityCourse({ reply, detail, indicator }: Parameters<typeof WayOut>[0]) {
  const words = useText();
  const series = shownSeries(detail.series, reply.month);
  return (
    <section>
      <h3>{chartTitle(detail, indicator, words)}</h3>
      <Course reply={reply} detail={detail} indicator={indicator} series={series} />
      <CourseCaption isTable={false} detail={detail} indicator={indicator} series={series} />
    </section>
  );
}
