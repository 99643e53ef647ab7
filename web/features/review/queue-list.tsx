import { Link } from '@tanstack/react-router';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { formatInstant, formatMonth } from '../../text/format.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { Hints } from './hints.tsx';
import { placeKey } from './queue.ts';
import styles from './review.module.css';

interface QueueListProps {
  readonly waiting: readonly SubmissionLine[];
  /** The key of the one that is open. */
  readonly open: string | null;
}

/** What waits for review, riskiest first, each with its hints in words. */
export function QueueList({ waiting, open }: QueueListProps) {
  const { t } = useText();
  return (
    <nav className={styles.queue} aria-label={t('review.queue')}>
      <ol>
        {waiting.map((line) => (
          <Entry key={placeKey(line)} line={line} isOpen={open === placeKey(line)} />
        ))}
      </ol>
    </nav>
  );
}

function Entry({ line, isOpen }: { readonly line: SubmissionLine; readonly isOpen: boolean }) {
  const { t, language } = useText();
  const region = useRegions().get(line.region)?.short[language] ?? line.region;
  const titleOf = useTitleOf();
  return (
    <li>
      <Link
        className={styles.entry}
        to="/review"
        search={{ open: placeKey(line) }}
        resetScroll={false}
        {...(isOpen && { 'aria-current': 'true' })}
      >
        {t('review.open', { region, month: formatMonth(line.year, line.month, language) })}
      </Link>{' '}
      <StatusTag {...line} />
      <p className={styles.muted}>
        {t('review.submitted', { person: titleOf(line.submittedBy), at: formatInstant(line.submittedAt) })}
      </p>
      {line.openComments > 0 && (
        <p>{line.openComments === 1 ? t('comments.openOne') : t('comments.open', { count: line.openComments })}</p>
      )}
      <Hints hints={line.hints} none={<p className={styles.muted}>{t('review.noHints')}</p>} />
    </li>
  );
}
