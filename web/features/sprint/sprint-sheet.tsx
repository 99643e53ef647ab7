import { Button } from '@mantine/core';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { RuleLine } from '../../parts/rule-line.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useText } from '../../text/messages/use-text.ts';
import { BurnUps } from './burn-ups.tsx';
import { enterFullscreen } from './fullscreen.ts';
import { GapSection } from './gap-section.tsx';
import { sortRows } from './sort-rows.ts';
import { SprintCards } from './sprint-cards.tsx';
import { coverageSentence, daysSentence, yearEndSentence, printedSentence } from './sprint-sentence.ts';
import { SprintTable } from './sprint-table.tsx';
import type { SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface SprintSheetProps {
  readonly view: SprintView;
}

const route = getRouteApi('/sprint');

/** The sprint as a page: days left, the yearEnd, what each city owes, where the gap is, how each city got there. */
export function SprintSheet({ view }: SprintSheetProps) {
  const { t, language } = useText();
  const { sort } = route.useSearch();
  const { reply, indicator } = view;
  const rows = sortRows(view.rows, sort);
  return (
    <div className={styles.sheet}>
      <PageHead
        title={t('sprint.title')}
        printed={printedSentence(view, { t, language })}
        sentence={
          <>
            <strong className={styles.days}>{daysSentence(view, { t, language })}</strong>{' '}
            {yearEndSentence(view, { t, language })} {coverageSentence(view, { t, language })}
          </>
        }
      >
        <PeriodSelect from="/sprint" months={reply.months} />
        <IndicatorSelect from="/sprint" value={indicator.code} choices={view.choices} />
        <Controls first={reply.province.region} />
      </PageHead>
      <section>
        <h2>{t('sprint.table.heading')}</h2>
        <div className={styles.wide}>
          <SprintTable view={view} rows={rows} />
        </div>
        <div className={styles.narrow}>
          <SprintCards view={view} rows={rows} />
        </div>
        <p className={styles.hint}>
          {t('sprint.table.hint')} {reply.invented && t('everywhere.inventedNote')}
        </p>
      </section>
      <GapSection view={view} />
      <BurnUps view={view} />
      <RuleLine from="/sprint" rule={reply.rule} />
    </div>
  );
}

/** Back from the meeting mode, the focus returns to the button that led there. */
const focused = (node: HTMLElement | null): void => node?.focus();

function Controls({ first }: { readonly first: string }) {
  const { t } = useText();
  const navigate = route.useNavigate();
  const isBack = useRouterState({ select: ({ location }) => location.state.leftMeetingMode === true });
  const start = (): void => {
    void enterFullscreen();
    void navigate({ search: (before) => ({ ...before, present: first }) });
  };
  useKeys((key) => {
    const starts = key === 'f' || key === 'F';
    if (starts) start();
    return starts;
  });
  return (
    <div className={`${styles.controls} screen-only`}>
      <Button size="xs" variant="default" onClick={() => window.print()}>
        {t('sprint.print')}
      </Button>
      <Button size="xs" onClick={start} {...(isBack && { ref: focused })}>
        {t('sprint.present')}
      </Button>
    </div>
  );
}
