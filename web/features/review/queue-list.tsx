import { Link } from '@tanstack/react-router';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { FilingTag } from '../../parts/status-tag.tsx';
import { formatInstant, formatMonth } from '../../text/format.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { hintText } from '../../parts/submissions/hint-words.ts';
import { placeKey } from './queue.ts';
import styles from './review.module.css';

interface QueueListProps {
  readonly waiting: readonly SubmissionLine[];
  /** The key of the one that is open. */
  readonly open: string | null;
}

/** What waits for review, riskiest first, each with its hints in words. */
export function QueueList({ waiting, open }: QueueListProps) {
  const words = useText();
  const { t, language } = words;
  const regions = useRegions();
  const indicators = useIndicators();
  const titleOf = useTitleOf();
  return (
    <nav className={styles.queue} aria-label={t('review.queue')}>
      <ol>
        {waiting.map((line) => (
          <li key={placeKey(line)}>
            <Link
              className={styles.entry}
              to="/review"
              search={{ open: placeKey(line) }}
              resetScroll={false}
              {...(open === placeKey(line) && { 'aria-current': 'true' })}
            >
              {t('review.open', {
                region: regions.get(line.region)?.short[language] ?? line.region,
                month: formatMonth(line.year, line.month, language),
              })}
            </Link>{' '}
            <FilingTag filing={line.filing} />
            <p className={styles.muted}>
              {t('review.submitted', { person: titleOf(line.submittedBy), at: formatInstant(line.submittedAt) })}
            </p>
            {line.hints.length === 0 ? (
              <p className={styles.muted}>{t('review.noHints')}</p>
            ) : (
              <ul className={styles.hints}>
                {line.hints.map((hint) => (
                  <li key={`${hint.code} ${hint.indicator}`}>
                    {hintText(words, hint, indicators.get(hint.indicator))}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
