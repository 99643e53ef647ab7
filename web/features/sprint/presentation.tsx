import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { ConnectionState } from '../../ui/connection-state.tsx';
import { asOfText } from '../../parts/tense.ts';
import { useKeys } from '../../ui/keys.ts';
import { useText } from '../../text/messages/use-text.ts';
import { usePrintLine } from '../../ui/print-line.ts';
import { leaveFullscreen, useFullscreenLeft } from './fullscreen.ts';
import { pageIndex, turnedPage } from './present-pages.ts';
import { CityPresentation } from './city-presentation.tsx';
import { ProvincePresentation } from './province-presentation.tsx';
import { printedSentence } from './sprint-sentence.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './presentation.module.css';

interface PresentationProps {
  readonly view: SprintView;
  /** The page's region, from the address. */
  readonly present: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Set on the way out of the meeting mode, so that the focus returns to where it was entered. */
    leftMeetingMode?: true;
  }
}

const route = getRouteApi('/sprint');

/** The meeting mode: the province, then a city a page, in type for a meeting room; turned by keys or buttons. */
export function Presentation({ view, present }: PresentationProps) {
  const { t, language } = useText();
  usePrintLine(printedSentence(view, { t, language }));
  const pages = [view.reply.province.region, ...view.rows.map(({ region }) => region)];
  const index = pageIndex(pages, present);
  const row = view.rows[index - 1];
  const { turn, leave } = useTurning(pages, present);
  return (
    <main className={styles.page} aria-label={t('sprint.meeting.label')}>
      <Buttons index={index} pages={pages.length} turn={turn} leave={leave} />
      {row === undefined ? (
        <ProvincePresentation view={view} />
      ) : (
        <CityPresentation key={row.region} view={view} row={row} />
      )}
      <Basis view={view} />
    </main>
  );
}

interface Turning {
  /** Turns the page as a key does; false for a key that turns none. */
  readonly turn: (key: string) => boolean;
  readonly leave: () => void;
}

function useTurning(pages: readonly string[], present: string): Turning {
  const navigate = route.useNavigate();
  const turn = (key: string): boolean => {
    const page = turnedPage(pages, present, key);
    if (page !== null && page !== present) {
      void navigate({ search: (before) => ({ ...before, present: page }), replace: true });
    }
    return page !== null;
  };
  const leave = (): void => {
    void leaveFullscreen();
    void navigate({
      search: (before) => ({ ...before, present: undefined }),
      state: { leftMeetingMode: true },
      replace: true,
    });
  };
  useKeys((key) => {
    if (key === 'Escape') leave();
    return key === 'Escape' || turn(key);
  });
  useFullscreenLeft(leave);
  return { turn, leave };
}

interface ButtonsProps extends Turning {
  readonly index: number;
  readonly pages: number;
}

function Buttons({ index, pages, turn, leave }: ButtonsProps) {
  const { t } = useText();
  return (
    <nav className={`${styles.turn} screen-only`} aria-label={t('sprint.meeting.label')}>
      <output>{t('sprint.meeting.page', { page: index + 1, pages })}</output>
      <Button variant="default" disabled={index === 0} onClick={() => turn('PageUp')}>
        {t('sprint.meeting.previous')}
      </Button>
      <Button variant="default" disabled={index === pages - 1} onClick={() => turn('PageDown')}>
        {t('sprint.meeting.next')}
      </Button>
      <Button variant="default" onClick={leave}>
        {t('sprint.meeting.leave')}
      </Button>
    </nav>
  );
}

function Basis({ view: { reply, indicator } }: Pick<PresentationProps, 'view'>) {
  const { t, language } = useText();
  return (
    <footer className={styles.foot}>
      {indicator.short[language]} · {asOfText(reply, reply.today, { t, language })} ·{' '}
      {t('sprint.coverage', reply.coverage)} {reply.invented && `· ${t('everywhere.inventedNote')} `}
      <span className="screen-only">
        · <ConnectionState />
      </span>
    </footer>
  );
}
