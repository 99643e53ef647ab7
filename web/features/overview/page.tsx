import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { overview } from '#api/standings/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { overviewTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { HighlightArea } from '../../parts/highlight/highlight-area.tsx';
import { RegionSelect } from '../../parts/highlight/region-select.tsx';
import { FormulaArea } from '../../parts/formula/formula-area.tsx';
import { furtherPart } from '../../parts/further-part.tsx';
import { Later } from '../../parts/later.tsx';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { MonthSlider } from '../../parts/month-slider.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { TableLinks } from '../../parts/table-links.tsx';
import { RuleLine } from '../../parts/rule-line.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { KnownChoice, KnownLine } from '../../parts/known-line.tsx';
import { knownPeriodOf, useKnownPeriod } from '../../parts/period.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { Fold } from '../../ui/fold.tsx';
import { CityMap } from './city-map.tsx';
import { CityTable } from './city-table.tsx';
import { GapPicture } from './gap-picture.tsx';
import { Matrix } from './matrix.tsx';
import { OverviewReading } from './overview-reading.tsx';
import { ProvinceBars } from './province-bars.tsx';
import { ProvinceTable } from './province-table.tsx';
import { useOverviewFrame } from './use-overview-frame.ts';
import { ofIndicator } from './of-indicator.ts';
import { cityRows, judgedIndicators, mapRows, shownIndicators, sortRows } from './rows.ts';
import type { CityRow } from './rows.ts';
import { hasNoTarget, overviewSentence } from './sentence.ts';
import { WaitingLine } from './waiting-line.tsx';
import styles from './page.module.css';

const route = getRouteApi('/');

const { Part: Pareto } = furtherPart('pareto', async () => (await import('./pareto.tsx')).Pareto);

/** The overview: who is behind, on which indicator, where they lie, and the province; the tables that prove it behind them. */
export function Page() {
  const { year, month } = useKnownPeriod('/');
  // So many are listed level by level.
  return useRegions().size > 200 ? <Navigate to="/divisions" search={{ year, month }} replace /> : <OfProvince />;
}

function OfProvince() {
  const { t, language } = useText();
  const period = useKnownPeriod('/');
  const { indicator } = route.useSearch();
  const indicators = useIndicators();
  const chosen = indicators.get(indicator ?? '')?.code ?? null;
  const regions = useRegions();
  const { today } = useSession();
  const client = useQueryClient();
  const result = useQuery(query(overview, { query: period }));
  const chosenName = chosen === null ? t('everywhere.coreIndicators') : indicators.get(chosen)?.short[language];
  const month = formatMonth(period.year, period.month, language);
  const words = {
    t,
    language,
    // Another day's knowledge speaks of that day.
    today: period.known ?? today,
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
        <RegionSelect from="/" regions={(result.data?.regions ?? []).map(({ region }) => region)} />
        <MonthSlider
          from="/"
          prefetch={(one) => void client.prefetchQuery(query(overview, { query: { ...period, ...one } }))}
        />
      </PageHead>
      {period.known === undefined ? <WaitingLine /> : <KnownLine from="/" />}
      <Loaded result={result}>{(reply) => <Standings whole={reply} chosen={chosen} />}</Loaded>
    </>
  );
}

/** What the pictures show: the month, ordered by the chosen indicator, and the indicators of its tables. */
interface Shown {
  readonly reply: Overview;
  readonly shown: readonly Indicator[];
}

function Standings({ whole, chosen }: { readonly whole: Overview; readonly chosen: string | null }) {
  const indicators = useIndicators();
  const view: Shown = useMemo(
    () => ({ reply: ofIndicator(whole, chosen), shown: shownIndicators(indicators, chosen ?? undefined) }),
    [whole, chosen, indicators],
  );
  const { reply, shown } = view;
  // Of a chosen indicator that no city has a target for, map and gaps would be empty in every place.
  const isJudged = chosen === null || reply.regions.some(({ level }) => level !== 'no-target');
  const hasPlaces = isJudged && reply.regions.length > 1;
  return (
    <FormulaArea from="/" period={knownPeriodOf(whole)}>
      <HighlightArea from="/" className={styles.page}>
        <NothingYet reply={reply} />
        <OverviewReading reply={reply} indicator={shown[0]} />
        <div className={hasPlaces ? styles.columns : styles.page}>
          {hasPlaces && <Later of={view}>{(later) => <Places {...later} />}</Later>}
          <div className={styles.page}>
            <MatrixSection reply={reply} />
            <Later of={reply}>{(later) => <ProvinceBars reply={later} />}</Later>
          </div>
        </div>
        <Later of={view}>{(later) => <Behind {...later} />}</Later>
      </HighlightArea>
    </FormulaArea>
  );
}

/** Where the cities lie, and how far from the pace. */
function Places({ reply, shown }: Shown) {
  const rows = mapRows(reply, shown);
  return (
    <div className={styles.page}>
      <MapSection rows={rows} reply={reply} />
      <GapPicture rows={rows} reply={reply} />
    </div>
  );
}

/** The way to the levels, where there are more than a province and its cities. */
function Levels({ of: { year, month } }: { readonly of: Overview }) {
  const { t } = useText();
  const { person } = useSession();
  const regions = useRegions();
  const isDeep = [...regions.values()].some(({ parent }) => typeof regions.get(parent ?? '')?.parent === 'string');
  // Who administers the office takes further regions in there.
  if (!isDeep && person.role !== 'administrator') return null;
  return (
    <p>
      <Link to="/divisions" search={{ year, month }}>
        {t('overview.levels')}
      </Link>
    </p>
  );
}

/** What is invented, every number, and the rule that judged them. */
function Behind({ reply, shown }: Shown) {
  const { t } = useText();
  return (
    <>
      {reply.invented && <p className={styles.hint}>{t('everywhere.inventedNote')}</p>}
      <Data reply={reply} rows={cityRows(reply.regions, shown)} shown={shown} />
      <RuleLine from="/" rule={reply.rule} />
      <Levels of={reply} />
      <KnownChoice from="/" shown={reply.known} />
    </>
  );
}

/** What to do where there is no target, or no figure of the month. */
function NothingYet({ reply }: { readonly reply: Overview }) {
  const { t } = useText();
  if (!hasNoTarget(reply)) return reply.coverage.accepted === 0 && <p>{t('overview.empty')}</p>;
  return (
    <p>
      <Link to="/targets" search={{ year: reply.year }}>
        {t('overview.toTargets')}
      </Link>
    </p>
  );
}

function MatrixSection({ reply }: { readonly reply: Overview }) {
  const { t, language } = useText();
  const framed = useOverviewFrame(reply);
  const { year, month } = reply;
  // What has no target in any city has no gap either: its figures are in the tables below.
  const judged = judgedIndicators(reply.regions, [...useIndicators().values()]);
  const texts = {
    title: t('overview.matrix.saved', { month: formatMonth(year, month, language) }),
    legend: t('overview.matrix.legend'),
    what: [t('overview.matrix.title')],
  };
  return (
    <section>
      <h2>{t('overview.matrix.title')}</h2>
      <SavablePicture {...framed(texts)}>
        <Matrix rows={cityRows(reply.regions, judged)} indicators={judged} period={knownPeriodOf(reply)} />
      </SavablePicture>
    </section>
  );
}

interface MapSectionProps {
  readonly rows: readonly CityRow[];
  readonly reply: Overview;
}

function MapSection({ rows, reply }: MapSectionProps) {
  const { t, language } = useText();
  const framed = useOverviewFrame(reply);
  const indicator = rows[0]?.cells[0]?.indicator;
  const name = indicator?.short[language] ?? '';
  const title = t('overview.map', { indicator: name });
  const what = [t('overview.mapWhat'), name];
  const texts = { title, what, ...(indicator && { indicator: indicator.code }) };
  return (
    <section>
      <h2>{title}</h2>
      <SavablePicture {...framed(texts)}>
        <CityMap rows={rows} period={knownPeriodOf(reply)} />
      </SavablePicture>
    </section>
  );
}

interface DataProps {
  readonly reply: Overview;
  readonly rows: readonly CityRow[];
  readonly shown: readonly Indicator[];
}

/** Every number behind the pictures, one click or one link (`view=table`) away; an order in the address opens it too. */
function Data({ reply, rows, shown }: DataProps) {
  const { t, language } = useText();
  const { view, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (isOpen: boolean): void =>
    void navigate({
      search: (before) => ({ ...before, view: isOpen ? 'table' : undefined, ...(!isOpen && { sort: undefined }) }),
      resetScroll: false,
    });
  return (
    <Fold title={t('overview.data')} isOpen={view === 'table' || sort !== undefined} onChange={show}>
      <div className={`${styles.page} wide-paper`}>
        <TableLinks
          addressOf={(format) => fileAddress(overviewTable, { query: { ...knownPeriodOf(reply), language, format } })}
        />
        <Cities reply={reply} rows={rows} shown={shown} />
        {reply.regions.length > 1 && <Pareto reply={reply} />}
        <section>
          <h2>{t('overview.province')}</h2>
          <ProvinceTable reply={reply} />
        </section>
      </div>
    </Fold>
  );
}

function Cities({ reply, rows, shown }: DataProps) {
  const { t } = useText();
  const sorted = sortRows(rows, route.useSearch().sort);
  return (
    <section>
      <CityTable rows={sorted} shown={shown} period={knownPeriodOf(reply)} />
      <p className={styles.hint}>
        {t('overview.barHint')} {t('levels.strip.legend')}
      </p>
    </section>
  );
}
