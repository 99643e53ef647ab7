import { Button } from '@mantine/core';
import { completionText } from '../../../parts/completion-words.ts';
import { asOfText } from '../../../parts/tense.ts';
import { formatShortDay } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ConnectionState } from '../../../ui/connection-state.tsx';
import { useIdle } from '../../../ui/use-idle.ts';
import type { SprintRow, SprintView } from '../sprint-view.ts';
import { olderDay } from './city-sentence.ts';
import type { Command } from './meeting-keys.ts';
import styles from './meeting.module.css';

interface MeetingFootProps {
  readonly view: SprintView;
  /** The city of the page; none on the cover. */
  readonly row: SprintRow | undefined;
  readonly at: { readonly index: number; readonly count: number; readonly isLaggingOnly: boolean };
  readonly run: (command: Command) => void;
}

/** What the page stands on, and the controls. */
export function MeetingFoot({ view, row, at, run }: MeetingFootProps) {
  const { t, language } = useText();
  const { reply, indicator } = view;
  const older = row === undefined ? null : olderDay(row, view);
  const parts = [
    indicator.short[language],
    asOfText(reply, reply.today, { t, language }),
    t('sprint.coverage', reply.coverage),
    ...(row?.standing?.byOriginalTarget
      ? [t('sprint.table.completion') + ' ' + completionText(row.standing, { t })]
      : []),
    ...(older === null ? [] : [t('meetingMode.city.older', { day: formatShortDay(older, language) })]),
    ...(reply.invented ? [t('everywhere.inventedNote')] : []),
  ];
  return (
    <footer className={styles.foot}>
      <p>
        {parts.join(' · ')}
        <span className="screen-only">
          {' · '}
          <ConnectionState />
        </span>
      </p>
      <Controls at={at} run={run} />
    </footer>
  );
}

/** So long after the last movement the controls fade. */
const fadeAfterMs = 4000;

/** The page's number, and buttons for those who have no keys; they fade, but not from under a focus or a pointer. */
function Controls({ at: { index, count, isLaggingOnly }, run }: Pick<MeetingFootProps, 'at' | 'run'>) {
  const { t } = useText();
  const isIdle = useIdle(fadeAfterMs);
  return (
    <nav className={`${styles.controls} screen-only`} aria-label={t('meetingMode.controls.label')}>
      <output>{t('meetingMode.controls.page', { page: index + 1, pages: count })}</output>
      <div className={styles.fading} data-idle={isIdle || undefined}>
        <TurnButton to="previous" isDisabled={index === 0} run={run} />
        <TurnButton to="next" isDisabled={index === count - 1} run={run} />
        <Button variant="default" aria-pressed={isLaggingOnly} onClick={() => run({ kind: 'lagging' })}>
          {t('meetingMode.controls.lagging')}
        </Button>
        <Button variant="default" onClick={() => run({ kind: 'keys' })}>
          {t('meetingMode.controls.keys')}
        </Button>
        <Button variant="default" onClick={() => run({ kind: 'ask' })}>
          {t('meetingMode.controls.leave')}
        </Button>
      </div>
    </nav>
  );
}

interface TurnButtonProps extends Pick<MeetingFootProps, 'run'> {
  readonly to: 'previous' | 'next';
  readonly isDisabled: boolean;
}

function TurnButton({ to, isDisabled, run }: TurnButtonProps) {
  const { t } = useText();
  return (
    <Button
      variant="default"
      disabled={isDisabled}
      aria-label={t(`meetingMode.controls.${to}`)}
      onClick={() => run({ kind: 'turn', to })}
    >
      {to === 'next' ? '→' : '←'}
    </Button>
  );
}
