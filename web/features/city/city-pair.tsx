import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import { city } from '#api/standings/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { BurnUp } from '../../charts/burn-up.tsx';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { KnownLine } from '../../parts/known-line.tsx';
import { knownPeriodOf } from '../../parts/period.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { burnUpInput, inShares, shownSeries } from './burn-up-data.ts';
import { chartTitle } from './chart-title.ts';
import { CityLine } from './city-line.tsx';
import { Multiples } from './multiples.tsx';
import { citySentence } from './sentence.ts';
import styles from './page.module.css';

interface CityPairProps {
  readonly reply: City;
  readonly indicator: Indicator;
  /** The code of the city beside it. */
  readonly beside: string;
}

/** Two cities side by side: what each comes to, its course on one scale, its other indicators. */
export function CityPair({ reply, indicator, beside }: CityPairProps) {
  const { t } = useText();
  const result = useQuery(query(city, { params: { region: beside }, query: knownPeriodOf(reply) }));
  return (
    <div className={styles.page}>
      {reply.known !== undefined && <KnownLine from="/cities/$code" />}
      <div className={styles.pair}>
        <Half reply={reply} indicator={indicator} />
        <Loaded result={result}>{(other) => <Half reply={other} indicator={indicator} />}</Loaded>
      </div>
      <p className={styles.small}>
        {t('city.pair.scale')} {reply.invented && t('everywhere.inventedNote')}
      </p>
      <p className="screen-only">
        <Link from="/cities/$code" to="." search={(before) => ({ ...before, with: undefined })}>
          {t('city.pair.alone', { city: useName(reply.region) })}
        </Link>
      </p>
    </div>
  );
}

const useName = (code: string): string => {
  const { language } = useText();
  return useRegions().get(code)?.short[language] ?? code;
};

function Half({ reply, indicator }: { readonly reply: City; readonly indicator: Indicator }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  const name = useName(reply.region);
  const detail = reply.indicators.find(({ standing }) => standing.indicator === indicator.code);
  return (
    <section className={styles.half} aria-label={name}>
      <h2>{citySentence(reply, { t, language, name, indicators })}</h2>
      <CityLine reply={reply} />
      {detail && (
        <Course
          detail={detail}
          indicator={judgedIndicator(detail.standing, indicator)}
          month={reply.month}
          name={name}
        />
      )}
      <Multiples reply={reply} chosen={indicator.code} />
    </section>
  );
}

interface CourseProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  readonly month: number;
  readonly name: string;
}

/** A city's year as shares of its annual target, so that cities of any size are compared on one scale. */
function Course({ detail, indicator, month, name }: CourseProps) {
  const { t, language } = useText();
  const { input, span } = inShares(burnUpInput(detail, shownSeries(detail.series, month), indicator));
  const standing = { target: span, neededPerMonth: detail.standing.neededPerMonth };
  const described = { input, indicator, standing, asShares: true };
  return (
    <BurnUp
      shape="large"
      title={`${name} · ${chartTitle(detail, indicator, { t, language })}`}
      input={input}
      words={burnUpWords(described, { t, language })}
      read={(point) => pointReading(point, described, { t, language })}
    />
  );
}
