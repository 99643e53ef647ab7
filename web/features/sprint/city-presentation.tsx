import type { ReactNode } from 'react';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { formatComputed, formatIntensity, formatPercent, formatBriefQuantity, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CityBurnUp } from './city-burn-up.tsx';
import { PresentationHeading } from './presentation-heading.tsx';
import { ChecklistProgressText } from './checklist-progress-text.tsx';
import { shareText } from './sprint-sentence.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';
import styles from './presentation.module.css';

interface CityPresentationProps {
  readonly view: SprintView;
  readonly row: SprintRow;
}

/** One city in the meeting mode: its level, what it owes a month against what it does, its checklistProgress, how it got there. */
export function CityPresentation({ view, row }: CityPresentationProps) {
  return (
    <>
      <PresentationHeading name={row.name} level={row.standing?.level ?? 'no-data'} />
      <div className={styles.city}>
        <Facts view={view} row={row} />
        <CityBurnUp row={row} view={view} shape="room" />
      </div>
    </>
  );
}

function Facts({ view: { indicator }, row: { standing, projection, checklistProgress } }: CityPresentationProps) {
  const { t, language } = useText();
  const amount = (value: number | null | undefined): string => formatBriefQuantity(value ?? null, indicator, language);
  const aMonth = (value: number | null | undefined): string =>
    withUnit(formatComputed(value ?? null, indicator), indicator, language);
  return (
    <dl className={styles.facts}>
      <Fact
        name={t('sprint.meeting.completion')}
        value={formatPercent(standing?.completion ?? null)}
        note={t('sprint.meeting.pace', { pace: formatPercent(standing?.pace ?? null) })}
        mark={<OriginMark origins={[standing?.provenance?.origin, standing?.targetProvenance?.origin]} />}
      />
      <Fact
        name={t('sprint.meeting.remaining')}
        value={amount(standing?.remaining)}
        note={t('sprint.meeting.target', { target: amount(standing?.target) })}
      />
      <Fact
        name={t('sprint.meeting.needed')}
        value={aMonth(standing?.neededPerMonth)}
        note={t('sprint.meeting.recent', { recent: aMonth(standing?.recentPerMonth) })}
      />
      <Fact
        name={t('sprint.meeting.intensity')}
        value={t('sprint.meeting.times', { intensity: formatIntensity(standing?.intensity ?? null) })}
      />
      <Fact
        name={t('sprint.meeting.projection')}
        value={t('sprint.meeting.ofTarget', { share: shareText(projection, standing?.target ?? null) })}
      />
      <Fact
        name={t('sprint.meeting.checklistProgress')}
        value={<ChecklistProgressText checklistProgress={checklistProgress} />}
      />
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly note?: string;
  readonly mark?: ReactNode;
}

function Fact({ name, value, note, mark }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {mark} {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}
