import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { sprint } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { HighlightArea } from '../../parts/highlight/highlight-area.tsx';
import { RegionSelect } from '../../parts/highlight/region-select.tsx';
import { Later } from '../../parts/later.tsx';
import { MonthSlider } from '../../parts/month-slider.tsx';
import { IndicatorSelect } from '../../parts/indicator-select.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { FormulaArea } from '../../parts/formula/formula-area.tsx';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { boundsText } from '../../parts/bounds-words.ts';
import { KnownChoice, KnownLine } from '../../parts/known-line.tsx';
import { knownPeriodOf, useKnownPeriod } from '../../parts/period.ts';
import { PeriodSelect } from '../../parts/period-select.tsx';
import { RuleLine } from '../../parts/rule-line.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useText } from '../../text/messages/use-text.ts';
import { BurnUps } from './burn-ups.tsx';
import { enterFullscreen } from './fullscreen.ts';
import { useMeetingAhead } from './meeting-mode.ts';
import { PrintLinks } from './print-links.tsx';
import { ProvincePicture } from './province-picture.tsx';
import { ReachedLine } from './reached-line.tsx';
import { sortRows } from './sort-rows.ts';
import {
  coverageSentence,
  daysSentence,
  yearEndSentence,
  printedSentence,
  provinceYearEnd,
} from './sprint-sentence.ts';
import { sprintFrame } from './sprint-frame.ts';
import { SprintPicture } from './sprint-picture.tsx';
import { SprintTable } from './sprint-table.tsx';
import type { SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface SprintSheetProps {
  readonly view: SprintView;
}

const route = getRouteApi('/sprint');

/** The sprint as a page: days left, the yearEnd, who will miss what and what each must do a month, how each city got there. */
export function SprintSheet({ view }: SprintSheetProps) {
  const { t, language } = useText();
  const { reply, indicator } = view;
  const client = useQueryClient();
  const known = useKnownPeriod('/sprint');
  return (
    <FormulaArea from="/sprint" period={knownPeriodOf(reply)}>
      <HighlightArea from="/sprint" className={styles.sheet}>
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
          <IndicatorSelect from="/sprint" value={indicator.code} coreOnly />
          <RegionSelect from="/sprint" regions={view.rows.map(({ region }) => region)} />
          <MonthSlider
            from="/sprint"
            prefetch={(one) => void client.prefetchQuery(query(sprint, { query: { ...known, ...one } }))}
          />
          <PrintLinks view={view} />
          <FormulaNumber of={{ region: reply.province.region, indicator: indicator.code }}>
            {t('everywhere.formula')}
          </FormulaNumber>
          <Controls first={reply.province.region} />
        </PageHead>
        {reply.known !== undefined && <KnownLine from="/sprint" />}
        <Pictures view={view} />
        <Later of={view}>{(later) => <BurnUps view={later} />}</Later>
        <Later of={reply.rule}>{(rule) => <RuleLine from="/sprint" rule={rule} />}</Later>
        <KnownChoice from="/sprint" shown={reply.known} />
      </HighlightArea>
    </FormulaArea>
  );
}

/** Who will miss and the province's course beside it, with all their figures behind them. */
function Pictures({ view }: SprintSheetProps) {
  const { t } = useText();
  const over = view.tense === 'over';
  return (
    <section>
      <h2>{t(over ? 'sprint.picture.headingOver' : 'sprint.picture.heading')}</h2>
      <div className={styles.beside}>
        <SprintPicture view={view} />
        <Later of={view}>{(later) => <Province view={later} />}</Later>
      </div>
      <ReachedLine view={view} />
      <p className={styles.hint}>
        {t(over ? 'sprint.picture.hintOver' : 'sprint.picture.hint')}{' '}
        {view.reply.invented && t('everywhere.inventedNote')}
      </p>
      <Later of={view}>{(later) => <DataTable view={later} />}</Later>
    </section>
  );
}

function Province({ view }: SprintSheetProps) {
  const { t, language } = useText();
  const what = t('sprint.burnUps.course');
  const line = view.reply.province.indicators.find(({ indicator }) => indicator === view.indicator.code);
  const bounds = boundsText(line?.bounds, view.indicator, { t, language });
  return (
    <div>
      <SavablePicture {...sprintFrame({ title: provinceYearEnd(view, { t, language }), what }, view, { t, language })}>
        <ProvincePicture view={view} />
      </SavablePicture>
      {bounds !== null && <p className={styles.hint}>{bounds}</p>}
    </div>
  );
}

/** All figures of the picture and of the checklists, drawn when opened; open from the start where the address sorts them. */
function DataTable({ view }: SprintSheetProps) {
  const { t } = useText();
  const { sort } = route.useSearch();
  const isSorted = sort !== undefined;
  const [isOpen, setOpen] = useState(isSorted);
  return (
    <details className={styles.data} open={isSorted} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('charts.table')}</summary>
      {(isOpen || isSorted) && (
        <div className="wide-paper">
          <SprintTable view={view} rows={sortRows(view.rows, sort)} />
          <p className={styles.hint}>{t('sprint.table.hint')}</p>
        </div>
      )}
    </details>
  );
}

/** Back from the meeting mode, the focus returns to the button that led there. */
const focused = (node: HTMLElement | null): void => node?.focus();

function Controls({ first }: { readonly first: string }) {
  const { t } = useText();
  const navigate = route.useNavigate();
  const ahead = useMeetingAhead();
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
      <Button size="xs" onClick={start} onPointerEnter={ahead} onFocus={ahead} {...(isBack && { ref: focused })}>
        {t('sprint.present')}
      </Button>
    </div>
  );
}
