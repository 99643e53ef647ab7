import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listDivisions, type Divisions } from '#api/divisions/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { usePeriod } from '../../parts/period.ts';
import { formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { FindField } from '../../ui/find-field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { asked } from './asked.ts';
import { DivisionTable } from './division-table.tsx';
import { RegionFile } from './region-file.tsx';
import { Steps } from './steps.tsx';
import styles from './divisions.module.css';
import { divisionsSearch } from './search.ts';

const route = getRouteApi('/divisions');

/** Any region of the tree with its parts: one moves down and up, and month and indicator stay. */
export function Page() {
  const { t } = useText();
  const search = route.useSearch();
  const period = usePeriod('/divisions');
  const input = { query: asked(search, period) };
  // While another order or page is on its way what was there stays.
  const result = useQuery({ ...query(listDivisions, input), placeholderData: keepPreviousData });
  return (
    <>
      {result.data === undefined && <PageHead title={t('divisions.title')} />}
      <Loaded result={result}>{(reply) => <Level reply={reply} />}</Loaded>
    </>
  );
}

function Level({ reply }: { readonly reply: Divisions }) {
  const { t } = useText();
  const indicator = useIndicators().get(reply.indicator ?? '');
  const isAdministrator = useSession().person.role === 'administrator';
  return (
    <>
      <PageHead title={t('divisions.title')} sentence={useSentence(reply, indicator)}>
        <PeriodSelect from="/divisions" months={monthsOf(reply)} />
        <IndicatorSelect from="/divisions" value={reply.indicator} />
        <ListSelect />
        <Find key={reply.whole.region} />
      </PageHead>
      <div className={styles.page}>
        {reply.path.length > 1 && <Path reply={reply} />}
        {reply.lines.length === 0 && reply.whole.parts > 0 ? (
          <p>{t('divisions.none')}</p>
        ) : (
          <DivisionTable reply={reply} indicator={indicator} />
        )}
        <Steps reply={reply} />
        {isAdministrator && <RegionFile />}
        {reply.invented && <p className={styles.muted}>{t('divisions.invented')}</p>}
      </div>
    </>
  );
}

/** The year's own months; of the other years their last one, from which one goes on. */
const monthsOf = ({ year, months, years }: Divisions) => [
  ...months.map((month) => ({ year, month })),
  ...years.filter((one) => one !== year).map((one) => ({ year: one, month: 12 })),
];

function useSentence({ whole }: Divisions, indicator: Indicator | undefined): string {
  const { t, language } = useText();
  const { accepted, expected } = whole.coverage;
  const name = whole.name[language];
  const completion = whole.measures?.completion ?? null;
  const values = { name, indicator: indicator?.short[language] ?? '', accepted, expected };
  return completion === null
    ? t('divisions.sentenceNone', values)
    : t('divisions.sentence', { ...values, completion: formatPercent(completion) });
}

/** The way up. */
function Path({ reply: { path } }: { readonly reply: Divisions }) {
  const { t, language } = useText();
  return (
    <nav aria-label={t('divisions.path')}>
      <ol className={styles.path}>
        {path.map(({ region, name }, at) => (
          <li key={region}>
            {at === path.length - 1 ? (
              <span aria-current="page">{name[language]}</span>
            ) : (
              <Link from="/divisions" to="." search={(before) => ({ ...before, ...anew, region })}>
                {name[language]}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What belongs to the list that is left. */
const anew = { page: undefined, find: undefined, list: undefined } as const;

function ListSelect() {
  const { t } = useText();
  const { list } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (value: string): void =>
    void navigate({
      search: (before) => ({ ...before, page: undefined, list: divisionsSearch({ list: value }).list }),
    });
  return (
    <NativeSelect
      label={t('divisions.list')}
      size="xs"
      value={list ?? ''}
      data={[
        { value: '', label: t('divisions.parts') },
        { value: 'reporting', label: t('divisions.reporting') },
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

function Find() {
  const { t } = useText();
  const { find } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <FindField
      label={t('divisions.search')}
      maxLength={40}
      found={find}
      onFind={(words) => void navigate({ search: (before) => ({ ...before, page: undefined, find: words }) })}
    />
  );
}
