import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrintLine } from '../../../ui/print-line.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { printedSentence } from '../sprint-sentence.ts';
import type { SprintView } from '../sprint-view.ts';
import { CityPage } from './city-page.tsx';
import { Cover } from './cover.tsx';
import { LeavingQuestion } from './leaving-question.tsx';
import { KeyHelp } from './key-help.tsx';
import { MeetingFoot } from './meeting-foot.tsx';
import { contentsOf, pageIndex, pagesOf } from './meeting-keys.ts';
import { useLeaving } from './use-leaving.ts';
import { useMeetingKeys } from './use-meeting-keys.ts';
import styles from './meeting.module.css';

interface MeetingProps {
  readonly view: SprintView;
}

const route = getRouteApi('/sprint');

/** The meeting mode: the province, then a city a page, each filling the screen; gone through by keys, and left only when asked. */
export function Meeting({ view }: MeetingProps) {
  const { t, language } = useText();
  usePrintLine(printedSentence(view, { t, language }));
  const { present = '', only } = route.useSearch();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const leaving = useLeaving();
  const contents = contentsOf(view);
  const pages = pagesOf(contents, { isLaggingOnly: only !== undefined });
  const index = pageIndex(pages, present);
  const row = view.rows.find(({ region }) => index > 0 && region === pages[index]);
  const run = useMeetingKeys(view, contents, {
    isPaused: isHelpOpen || leaving.isAsked,
    ask: leaving.ask,
    showKeys: () => setHelpOpen(true),
  });
  return (
    <main className={styles.page} aria-label={t('meetingMode.label')}>
      {row === undefined ? <Cover view={view} /> : <CityPage key={row.region} view={view} row={row} />}
      <MeetingFoot
        view={view}
        row={row}
        at={{ index, count: pages.length, isLaggingOnly: only !== undefined }}
        run={run}
      />
      {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
      {leaving.isAsked && <LeavingQuestion onLeave={leaving.leave} onStay={leaving.stay} />}
    </main>
  );
}
