import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { city, overview } from '#api/standings/contract.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { usePeriod } from '../../parts/period.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { LaggingCity } from './lagging-city.tsx';
import styles from './lagging-page.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whether the page was opened to be printed, which then needs no further click. */
    printsAtOnce?: true;
  }
}

const address = '/cities/lagging';

/** A page of paper for each city that lags: its level, its course, the proof and the way out. */
export function Page() {
  const result = useQuery(query(overview, { query: usePeriod(address) }));
  return <Loaded result={result}>{(reply) => <Lagging reply={reply} />}</Loaded>;
}

function Lagging({ reply }: { readonly reply: Overview }) {
  const period = { year: reply.year, month: reply.month };
  const lagging = reply.regions.filter(({ level }) => level === 'behind');
  const results = useQueries({
    queries: lagging.map(({ region }) => query(city, { params: { region }, query: period })),
  });
  const missing = results.find(({ data }) => data === undefined);
  return (
    <>
      <Head reply={reply} codes={lagging.map(({ region }) => region)} />
      {missing === undefined ? (
        <Cities replies={results.flatMap(({ data }) => data ?? [])} />
      ) : (
        <Loaded result={missing}>{() => null}</Loaded>
      )}
    </>
  );
}

interface HeadProps {
  readonly reply: Overview;
  readonly codes: readonly string[];
}

/** What is printed, on the screen alone: on paper every page has its own head. */
function Head({ reply: { year, month }, codes }: HeadProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const { today } = useSession();
  const title = t('printing.lagging.title', { month: formatMonth(year, month, language) });
  const names = codes.map((code) => regions.get(code)?.short[language] ?? code).join(t('charts.saving.between'));
  return (
    <div className="screen-only">
      <PageHead
        title={title}
        printed={[title, t('shell.today', { today })].join(' · ')}
        sentence={
          codes.length === 0 ? t('printing.lagging.none') : t('printing.lagging.sentence', { n: codes.length, names })
        }
      >
        <Link to="/" search={{ year, month }}>
          {t('city.back')}
        </Link>
        {codes.length > 0 && (
          <Button size="xs" onClick={() => window.print()}>
            {t('sprint.print')}
          </Button>
        )}
      </PageHead>
    </div>
  );
}

function Cities({ replies }: { readonly replies: readonly City[] }) {
  usePrintOnce(replies.length > 0);
  return (
    <div className={styles.cities}>
      {replies.map((reply) => (
        <LaggingCity key={reply.region} reply={reply} />
      ))}
    </div>
  );
}

/** The entry of the history that was printed last: on a busy machine a page may be drawn anew before the router has replaced it. */
let printedEntry: string | undefined;

/** Opens the browser's print dialog where the page was opened for it, once: going back or reloading prints nothing. */
function usePrintOnce(isReady: boolean): void {
  const navigate = useNavigate();
  const isAsked = useRouterState({ select: ({ location }) => location.state.printsAtOnce === true });
  const entry = useRouterState({ select: ({ location }) => location.state['__TSR_key'] });
  const print = useEffectEvent((): void => {
    if (entry === printedEntry) return;
    printedEntry = entry;
    void navigate({ to: '.', search: (before) => before, replace: true }).then(() => window.print());
  });
  useEffect(() => {
    if (isReady && isAsked) print();
  }, [isReady, isAsked]);
}
