import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sprint } from '#api/standings/contract.ts';
import type { Sprint } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { usePeriod } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Deadlines } from './deadlines.tsx';
import { ReachedLine } from './reached-line.tsx';
import { sprintFrameWords } from './sprint-frame.ts';
import { SprintMap } from './sprint-map.tsx';
import { SprintPicture } from './sprint-picture.tsx';
import { coverageSentence, daysSentence, printedSentence, yearEndSentence } from './sprint-sentence.ts';
import { sprintView, type SprintView } from './sprint-view.ts';
import styles from './one-page.module.css';

const address = '/sprint/one-page';
const route = getRouteApi(address);

/** 一张图: who will miss, where they lie and what is due by when, on one sheet of paper in landscape. */
export function Page() {
  const result = useQuery(query(sprint, { query: usePeriod(address) }));
  return <Loaded result={result}>{(reply) => <OnePage reply={reply} />}</Loaded>;
}

function OnePage({ reply }: { readonly reply: Sprint }) {
  const { t, language } = useText();
  const { indicator } = route.useSearch();
  const view = sprintView(reply, indicator, { regions: useRegions(), indicators: useIndicators(), language });
  return view === null ? <PageHead title={t('printing.onePage.title')} /> : <Sheet view={view} />;
}

interface SheetProps {
  readonly view: SprintView;
}

function Sheet({ view }: SheetProps) {
  const { t, language } = useText();
  const words = { t, language };
  const { reply, indicator } = view;
  return (
    <div className={styles.sheet}>
      <PageHead
        title={t('printing.onePage.titleOf', { indicator: indicator.short[language] })}
        printed={printedSentence(view, words)}
        sentence={[daysSentence(view, words), yearEndSentence(view, words), coverageSentence(view, words)].join(' ')}
      >
        <Link to="/sprint" search={{ year: reply.year, month: reply.month, indicator: indicator.code }}>
          {t('printing.onePage.back')}
        </Link>
        <Button size="xs" onClick={() => window.print()}>
          {t('sprint.print')}
        </Button>
      </PageHead>
      <div className={styles.columns}>
        <section>
          <SprintPicture view={view} paper={paperWidth} />
          <ReachedLine view={view} />
        </section>
        <section className={styles.map}>
          <h2>{t('overview.map', { indicator: indicator.short[language] })}</h2>
          <SprintMap view={view} />
          <h2>{t('printing.onePage.deadlines')}</h2>
          <Deadlines view={view} />
        </section>
      </div>
      <Foot view={view} />
    </div>
  );
}

/** A little more than the picture's place on A4 in landscape: its words become 9 points there, and grow with the paper. */
const paperWidth = 690;

/** How the picture is read, where the figures come from, of which day, and what is invented. */
function Foot({ view }: SheetProps) {
  const { t, language } = useText();
  const legend = t(view.tense === 'over' ? 'sprint.picture.hintOver' : 'sprint.picture.hint');
  const frame = sprintFrameWords({ title: '' }, view, { t, language });
  return (
    <footer className={styles.foot}>
      <p>{legend}</p>
      <p>{[frame.source, frame.asOf, frame.coverage, frame.note].filter(Boolean).join(' · ')}</p>
    </footer>
  );
}
