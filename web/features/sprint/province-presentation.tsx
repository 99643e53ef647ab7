import { GapBars } from '../../charts/gap-bars.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatAmount, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { gapSentence, gapsOf } from './gap-sentence.ts';
import { PresentationHeading } from './presentation-heading.tsx';
import { daysSentence, yearEndSentence } from './sprint-sentence.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './presentation.module.css';

interface ProvincePresentationProps {
  readonly view: SprintView;
}

/** The meeting mode's first page: days left, the yearEnd, and who moves the gap. */
export function ProvincePresentation({ view }: ProvincePresentationProps) {
  const { t, language } = useText();
  const shares = gapsOf(view);
  return (
    <>
      <PresentationHeading name={daysSentence(view, { t, language })} level={null} />
      <div className={styles.province}>
        <p className={styles.sentence}>{yearEndSentence(view, { t, language })}</p>
        <ul className={styles.levels} aria-label={t('sprint.meeting.levels')}>
          {view.rows.map(({ region, name, standing }) => (
            <li key={region}>
              <LevelMark level={standing?.level ?? 'no-data'} size="0.9em" withWord /> {name}
            </li>
          ))}
        </ul>
        {shares.lines.length === 0 ? (
          <p>{t('sprint.gap.none')}</p>
        ) : (
          <GapBars
            title={gapSentence(shares, view.indicator, { t, language })}
            shares={shares}
            unit={unitOf(view.indicator, language)}
            format={(value) => formatAmount(value, view.indicator)}
          />
        )}
      </div>
    </>
  );
}
