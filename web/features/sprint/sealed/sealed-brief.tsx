import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useIndicators, useRegions } from '../../../api/reference.ts';
import { pictureFileName } from '../../../charts/saving/file-name.ts';
import { sealedPage } from '../../../charts/saving/sealed-page.ts';
import { monthInName } from '../../../parts/frame-words.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { PageHead } from '../../../ui/page-head.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { BurnUps } from '../burn-ups.tsx';
import { Deadlines } from '../deadlines.tsx';
import { ProvincePicture } from '../province-picture.tsx';
import { ReachedLine } from '../reached-line.tsx';
import { sprintFrameWords } from '../sprint-frame.ts';
import { SprintMap } from '../sprint-map.tsx';
import { SprintPicture } from '../sprint-picture.tsx';
import { coverageSentence, daysSentence, provinceYearEnd, yearEndSentence } from '../sprint-sentence.ts';
import { SprintTable } from '../sprint-table.tsx';
import { sprintView, type SprintView } from '../sprint-view.ts';
import styles from '../sprint-sheet.module.css';

const route = getRouteApi('/sprint');

/** All pictures and tables of the moment on one page, for every core indicator, to be saved as one file that opens without a network. */
export function SealedBrief({ view }: { readonly view: SprintView }) {
  const { t, language } = useText();
  const search = route.useSearch();
  const content = useRef<HTMLDivElement>(null);
  const { reply } = view;
  const title = t('printing.sealed.titleOf', { month: monthInName(reply) });
  const { source, asOf, coverage, note } = sprintFrameWords({ title }, view, { t, language });
  const facts = [[source, asOf, coverage].join(' · '), t('shell.today', { today: reply.today }), note ?? ''];
  const save = (): void => {
    if (content.current === null) return;
    const file = sealedPage(content.current, { language, title, facts: facts.filter(Boolean) });
    saveFile(new Blob([file], { type: 'text/html' }), pictureFileName([title], 'html'));
  };
  return (
    <div className={styles.sheet}>
      <PageHead title={t('printing.sealed.title')} sentence={t('printing.sealed.sentence')}>
        <Link to="/sprint" search={{ ...search, brief: undefined }}>
          {t('printing.onePage.back')}
        </Link>
        <Button size="xs" onClick={save}>
          {t('printing.sealed.save')}
        </Button>
      </PageHead>
      <div ref={content} className={styles.sheet}>
        {view.choices.map(({ code }) => (
          <Indicator key={code} code={code} view={view} />
        ))}
        <h2>{t('printing.onePage.deadlines')}</h2>
        <Deadlines view={view} />
      </div>
    </div>
  );
}

function Indicator({ code, view: { reply } }: { readonly code: string; readonly view: SprintView }) {
  const { t, language } = useText();
  const words = { t, language };
  const view = sprintView(reply, code, { regions: useRegions(), indicators: useIndicators(), language });
  if (view === null) return null;
  const { indicator, rows } = view;
  return (
    <section className={styles.sheet}>
      <h2>{indicator.name[language]}</h2>
      <p>{[daysSentence(view, words), yearEndSentence(view, words), coverageSentence(view, words)].join(' ')}</p>
      <SprintPicture view={view} />
      <ReachedLine view={view} />
      <SprintTable view={view} rows={rows} label={`${indicator.short[language]} · ${t('sprint.table.heading')}`} />
      <div data-picture={provinceYearEnd(view, words)}>
        <ProvincePicture view={view} />
      </div>
      <div data-picture={t('overview.map', { indicator: indicator.short[language] })}>
        <SprintMap view={view} />
      </div>
      <BurnUps view={view} isTableOpen />
    </section>
  );
}
