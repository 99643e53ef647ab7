import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { reviewQueue } from '#api/submissions/contract.ts';
import type { SubmissionLine, UndoableDecision } from '#api/submissions/contract.ts';
import { reviewTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { refresh } from '../../api/query-client.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { BackPlanSection } from '../../parts/back-plan-section.tsx';
import { CoverageLine } from './coverage-line.tsx';
import type { Decision } from './decision.tsx';
import { Opened } from './opened.tsx';
import { nextAfter, parsePlace, placeKey } from './queue.ts';
import type { Place } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import { Together } from './together.tsx';
import { Undo } from './undo.tsx';
import { useNameOf } from './use-name-of.ts';
import styles from './review.module.css';

const route = getRouteApi('/review');

/** The review: what waits, riskiest first, and one of them opened beside it (`open=2020-10-331100` in the address). */
export function Page() {
  const { t } = useText();
  const result = useQuery(query(reviewQueue, {}));
  return (
    <>
      {result.isLoadingError && <PageHead title={t('review.title')} />}
      <Loaded result={result}>{(queue) => <Queue {...queue} />}</Loaded>
    </>
  );
}

interface QueueProps {
  readonly waiting: readonly SubmissionLine[];
  readonly today: string;
  /** How many of what the department entered wait. */
  readonly loads: number;
  readonly undoable: readonly UndoableDecision[];
}

function Queue({ waiting, today, loads, undoable }: QueueProps) {
  const { t, language } = useText();
  const place = parsePlace(route.useSearch().open);
  const { status, decided, stale, undone } = useOutcome(waiting);
  const sentence =
    waiting.length > 1
      ? t('review.sentence', { count: waiting.length })
      : t(waiting.length === 0 ? 'review.empty' : 'review.sentenceOne');
  return (
    <>
      <PageHead title={t('review.title')} sentence={sentence} />
      <output className={styles.status}>{status}</output>
      <Undo undoable={undoable} onUndone={undone} />
      {loads > 0 && (
        <p>
          <Link className={styles.entry} to="/loads">
            {t('review.loads', { count: loads })}
          </Link>
        </p>
      )}
      <BackPlanSection year={Number(today.slice(0, 4))} only={({ state }) => state === 'submitted'} />
      <CoverageLine today={today} />
      <Together waiting={waiting} />
      {waiting.length > 0 && (
        <TableLinks addressOf={(format) => fileAddress(reviewTable, { query: { language, format } })} />
      )}
      <div className={place === null && waiting.length > 0 ? styles.alone : styles.page}>
        {waiting.length > 0 && <QueueList waiting={waiting} open={place === null ? null : placeKey(place)} />}
        {place !== null && (
          <div className={styles.opened}>
            <Opened key={placeKey(place)} place={place} onDecided={decided} onStale={stale} />
          </div>
        )}
      </div>
    </>
  );
}

type Decided = Place & Pick<SubmissionLine, 'version'>;

interface Outcome {
  readonly words: string;
  /** What was decided on, in the version that was read; null where the words are about nothing in particular. */
  readonly about: Decided | null;
}

/** Nothing once what was decided on waits anew: “returned” would be said of a month that was sent again. */
function stillSaid({ words, about }: Outcome, waiting: readonly SubmissionLine[]): string {
  const isAgain = waiting.some(
    (line) => about !== null && placeKey(line) === placeKey(about) && line.version > about.version,
  );
  return isAgain ? '' : words;
}

/** What came of the last decision, in words; after one, the next of the queue is opened. */
function useOutcome(waiting: readonly SubmissionLine[]) {
  const { t, language } = useText();
  const nameOf = useNameOf();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>({ words: '', about: null });
  const decided = (decision: Decision, done: Decided): void => {
    const next = nextAfter(waiting, done);
    const words = t(`review.${decision}Status`, { what: nameOf(done) });
    setOutcome({ words: next === null ? `${words} ${t('review.nothingLeft')}` : words, about: done });
    void navigate({ search: next === null ? {} : { open: placeKey(next) } });
  };
  const stale = (): void => {
    setOutcome({ words: t('review.stale'), about: null });
    void refresh(client);
  };
  const undone = (decisions: readonly UndoableDecision[]): void => {
    const what = new Intl.ListFormat(language).format(decisions.map(nameOf));
    setOutcome({ words: t('review.undo.done', { what }), about: null });
    const [first] = decisions;
    void navigate({ search: first === undefined ? {} : { open: placeKey(first) } });
  };
  return { status: stillSaid(outcome, waiting), decided, stale, undone };
}
