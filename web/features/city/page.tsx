import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { city } from '#api/standings/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Role } from '#api/http/endpoint.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { cityTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { Later } from '../../parts/later.tsx';
import { MonthSlider } from '../../parts/month-slider.tsx';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { MissingBaseline } from '../../parts/missing-baseline.tsx';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { BackPlanSection } from '../../parts/back-plan-section.tsx';
import { CurrentOpening } from '../../parts/opening-section.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageNotFound } from '../../ui/page-not-found.tsx';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { LedgerBeside } from '../../parts/ledger-beside.tsx';
import { RuleLine } from '../../parts/rule-line.tsx';
import { TargetLedger } from '../../parts/target-ledger.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { KnownChoice, KnownLine } from '../../parts/known-line.tsx';
import { knownPeriodOf, useKnownPeriod } from '../../parts/period.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { BurnUpSection } from './burn-up-section.tsx';
import { CityLine } from './city-line.tsx';
import { FormulaArea } from '../../parts/formula/formula-area.tsx';
import { CityFold } from './city-fold.tsx';
import { CopyProof } from './copy-proof.tsx';
import { Conditions } from '../../parts/proof/conditions.tsx';
import { Explained } from './explained.tsx';
import { Forecast } from './forecast.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { CityPair } from './city-pair.tsx';
import { Multiples } from './multiples.tsx';
import { Proof } from '../../parts/proof/proof.tsx';
import { Reports } from './reports.tsx';
import { ScenarioFold } from './scenario-fold.tsx';
import { WithSelect } from './with-select.tsx';
import { WayOut } from './way-out.tsx';
import { citySentence, shownDetail } from './sentence.ts';
import styles from './page.module.css';

const route = getRouteApi('/cities/$code');

/** One city: its level with the proof and the way out, the year's course, targets and sources. */
export function Page() {
  const { language } = useText();
  const { code } = route.useParams();
  const region = useRegions().get(code);
  return region === undefined ? <PageNotFound /> : <CityPage code={code} name={region.short[language]} />;
}

function CityPage({ code, name }: { readonly code: string; readonly name: string }) {
  const { t, language } = useText();
  const { indicator, with: beside } = route.useSearch();
  const period = useKnownPeriod('/cities/$code');
  const indicators = useIndicators();
  const client = useQueryClient();
  const prefetch = (one: YearMonth): void => {
    for (const region of beside === undefined ? [code] : [code, beside]) {
      void client.prefetchQuery(query(city, { params: { region }, query: { ...period, ...one } }));
    }
  };
  const result = useQuery(query(city, { params: { region: code }, query: period }));
  const shown = result.data ? shownDetail(result.data, indicators, indicator) : null;
  const other = useRegions().get(beside ?? '');
  const sentence =
    other === undefined || other.code === code
      ? result.data && citySentence(result.data, { t, language, name, indicators })
      : t('city.pair.sentence', { city: name, other: other.short[language] });
  const { today } = useSession();
  const shownName = indicators.get(shown?.standing.indicator ?? '')?.short[language];
  const printed = [name, formatMonth(period.year, period.month, language), shownName, t('shell.today', { today })]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHead title={name} printed={printed} {...(sentence !== undefined && { sentence })}>
        <PeriodSelect from="/cities/$code" months={result.data?.months ?? []} />
        <IndicatorSelect from="/cities/$code" value={shown?.standing.indicator ?? null} />
        <WithSelect region={code} />
        <MonthSlider from="/cities/$code" prefetch={prefetch} />
      </PageHead>
      <Loaded result={result}>{(reply) => <CityBody reply={reply} />}</Loaded>
    </>
  );
}

function CityBody({ reply }: { readonly reply: City }) {
  const { indicator, with: beside } = route.useSearch();
  const indicators = useIndicators();
  const other = useRegions().get(beside ?? '');
  const view = useMemo(() => cityView(reply, indicators, indicator), [reply, indicators, indicator]);
  if (other !== undefined && other.code !== reply.region && view !== null) {
    return <CityPair reply={reply} indicator={view.indicator} beside={other.code} />;
  }
  return (
    <FormulaArea from="/cities/$code" period={knownPeriodOf(reply)}>
      <div className={styles.page}>
        {reply.known !== undefined && <KnownLine from="/cities/$code" />}
        <CityLine reply={reply} />
        {view && (
          <>
            <Multiples reply={reply} chosen={view.indicator.code} />
            <Later of={view}>{(later) => <OneIndicator {...later} />}</Later>
          </>
        )}
        <Later of={reply}>{(later) => <CityEnd reply={later} />}</Later>
      </div>
    </FormulaArea>
  );
}

interface CityView {
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** The indicator whose course is shown large; null where the city has none. */
function cityView(
  reply: City,
  indicators: ReadonlyMap<string, Indicator>,
  chosen: string | undefined,
): CityView | null {
  const detail = shownDetail(reply, indicators, chosen);
  const known = detail && indicators.get(detail.standing.indicator);
  return known ? { reply, detail, indicator: judgedIndicator(detail.standing, known) } : null;
}

/** One indicator of the city: the way out, its course, where it leads, and what proves it. */
function OneIndicator(view: CityView) {
  const { detail, indicator, reply } = view;
  const { language } = useText();
  return (
    <>
      <MissingBaseline
        region={reply.region}
        year={reply.year}
        indicators={lacksBaseline(detail.standing, indicator) ? [indicator.short[language]] : []}
      />
      <WayOut {...view} />
      <Explained reply={reply} />
      <BurnUpSection {...view} />
      <Forecast region={reply.region} detail={detail} indicator={indicator} />
      <BackPlanSection year={reply.year} only={({ region }) => region === reply.region} />
      <CurrentOpening region={reply.region} />
      <Folds {...view} />
    </>
  );
}

/** Whether only the level at the end of the year before keeps a stock from being judged. */
const lacksBaseline = (
  { target, actual, baseline }: IndicatorDetail['standing'],
  { kind }: Pick<Indicator, 'kind'>,
): boolean => kind === 'stock' && target !== null && actual !== null && baseline === null;

/** The rule, the way back, the month, and what is invented. */
function CityEnd({ reply }: { readonly reply: City }) {
  const { t, language } = useText();
  return (
    <>
      <RuleLine from="/cities/$code" rule={reply.rule} />
      <KnownChoice from="/cities/$code" shown={reply.known} />
      <p className={`${styles.back} screen-only`}>
        <Link to="/" search={knownPeriodOf(reply)}>
          {t('city.back')}
        </Link>{' '}
        · {formatMonth(reply.year, reply.month, language)}
        {reply.invented && ` · ${t('everywhere.inventedNote')}`}
      </p>
    </>
  );
}

/** What proves the level, what was decided and sent, and every number: each one click or one link away. */
function Folds({ reply, detail, indicator }: CityView) {
  const { t, language } = useText();
  const mayOpen = mayOpenReports(useSession().person.role);
  return (
    <div>
      <ScenarioFold reply={reply} indicator={indicator} />
      <CityFold name="proof" title={t('city.proof.title', { indicator: indicator.short[language] })}>
        <Proof detail={detail} indicator={indicator} period={{ year: reply.year, month: reply.month }} />
        <CopyProof reply={reply} detail={detail} indicator={indicator} />
      </CityFold>
      <CityFold name="conditions" title={t('city.conditions.title')}>
        <Conditions standing={detail.standing} rule={reply.rule} kind={indicator.kind} />
      </CityFold>
      <CityFold name="ledger" title={t('targets.ledger.title')}>
        <TargetLedger targets={detail.targets} indicator={indicator} />
      </CityFold>
      {mayOpen && (
        <CityFold name="reports" title={t('city.reports.title')}>
          <Reports reply={reply} detail={detail} />
        </CityFold>
      )}
      <CityFold name="projects" title={t('ledgerSums.title')}>
        <LedgerBeside from="/cities/$code" region={reply.region} year={reply.year} month={reply.month} />
      </CityFold>
      <CityFold name="figures" title={t('city.indicators.title')}>
        <div className="wide-paper">
          <IndicatorTable reply={reply} />
        </div>
        <TableLinks
          addressOf={(format) =>
            fileAddress(cityTable, {
              params: { region: reply.region },
              query: { ...knownPeriodOf(reply), language, format },
            })
          }
        />
      </CityFold>
    </div>
  );
}

/** Who may open the reports of a city that is seen. */
const mayOpenReports = (role: Role): boolean => role === 'official' || role === 'bureau';
