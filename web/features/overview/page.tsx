import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import { overview } from '#api/standings/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { RuleLine } from '../../parts/rule-line.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { usePeriod } from '../../parts/period.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { CityCards } from './city-cards.tsx';
import { CityMap } from './city-map.tsx';
import { CityTable } from './city-table.tsx';
import { ProvinceTable } from './province-table.tsx';
import { ofIndicator } from './of-indicator.ts';
import { cityRows, mapRows, shownIndicators, sortRows } from './rows.ts';
import type { CityRow } from './rows.ts';
import { hasNoTarget, overviewSentence } from './sentence.ts';
import styles from './page.module.css';

const route = getRouteApi('/');

/** The overview: who is behind, with the table that proves it, where they lie, and the province's line. */
export function Page() {
  const { t, language } = useText();
  const period = usePeriod('/');
  const { indicator } = route.useSearch();
  const indicators = useIndicators();
  const chosen = indicators.get(indicator ?? '')?.code ?? null;
  const regions = useRegions();
  const { today } = useSession();
  const result = useQuery(query(overview, { query: period }));
  const chosenName = chosen === null ? t('everywhere.coreIndicators') : indicators.get(chosen)?.short[language];
  const month = formatMonth(period.year, period.month, language);
  const words = {
    t,
    language,
    today,
    indicator: chosen === null ? null : (chosenName ?? null),
    nameOf: (code: string) => regions.get(code)?.short[language] ?? code,
  };
  return (
    <>
      <PageHead
        title={t('overview.title')}
        printed={[t('overview.title'), month, chosenName, t('shell.today', { today })].join(' · ')}
        {...(result.data && { sentence: overviewSentence(ofIndicator(result.data, chosen), words) })}
      >
        <PeriodSelect from="/" months={result.data?.months ?? []} />
        <IndicatorSelect from="/" value={chosen} withCore />
      </PageHead>
      <Loaded result={result}>{(reply) => <Standings reply={ofIndicator(reply, chosen)} />}</Loaded>
    </>
  );
}

function Standings({ reply }: { readonly reply: Overview }) {
  const { t, language } = useText();
  const { indicator } = route.useSearch();
  const shown = shownIndicators(useIndicators(), indicator);
  const period = { year: reply.year, month: reply.month };
  const rows = cityRows(reply.regions, shown);
  return (
    <div className={styles.page}>
      {hasNoTarget(reply) ? (
        <p>
          <Link to="/targets" search={{ year: reply.year }}>
            {t('overview.toTargets')}
          </Link>
        </p>
      ) : (
        reply.coverage.accepted === 0 && <p>{t('overview.empty')}</p>
      )}
      <Cities reply={reply} rows={rows} shown={shown} />
      <section>
        <h2>{t('overview.province')}</h2>
        <ProvinceTable reply={reply} />
      </section>
      <div className={reply.regions.length > 1 ? styles.columns : undefined}>
        {reply.regions.length > 1 && (
          <section>
            <h2>{t('overview.map', { indicator: shown[0]?.short[language] ?? '' })}</h2>
            <CityMap rows={mapRows(reply, shown)} period={period} />
          </section>
        )}
        <RuleLine from="/" rule={reply.rule} />
      </div>
    </div>
  );
}

interface CitiesProps {
  readonly reply: Overview;
  readonly rows: readonly CityRow[];
  readonly shown: readonly Indicator[];
}

function Cities({ reply: { year, month, invented }, rows, shown }: CitiesProps) {
  const { t } = useText();
  const sorted = sortRows(rows, route.useSearch().sort);
  const period = { year, month };
  return (
    <section>
      <h2 className={styles.narrow}>{t('overview.cities')}</h2>
      <div className={styles.wide}>
        <CityTable rows={sorted} shown={shown} period={period} />
      </div>
      <div className={styles.narrow}>
        <CityCards rows={sorted} period={period} />
      </div>
      <p className={styles.hint}>
        {t('overview.barHint')} {t('levels.strip.legend')} {invented && t('everywhere.inventedNote')}
      </p>
    </section>
  );
}
