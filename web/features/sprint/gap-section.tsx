import { Link } from '@tanstack/react-router';
import { GapBars } from '../../charts/gap-bars.tsx';
import { formatAmount, formatBriefQuantity, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { gapSentence, gapsOf } from './gap-sentence.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface GapSectionProps {
  readonly view: SprintView;
}

/** Who moves the province's gap: the shortfalls against the pace, largest first. */
export function GapSection({ view }: GapSectionProps) {
  const { t, language } = useText();
  const { indicator, reply } = view;
  const shares = gapsOf(view);
  return (
    <section className={styles.gap}>
      <h2>{t('sprint.gap.heading')}</h2>
      {shares.lines.length === 0 ? (
        <p>{t('sprint.gap.none')}</p>
      ) : (
        <GapBars
          title={gapSentence(shares, indicator, { t, language })}
          shares={shares}
          unit={unitOf(indicator, language)}
          format={(value) => formatAmount(value, indicator)}
          renderName={(code, name) => (
            <Link to="/cities/$code" params={{ code }} search={{ year: reply.year, month: reply.month }}>
              {name}
            </Link>
          )}
        />
      )}
      <p className={styles.hint}>
        {shares.ahead > 0 &&
          t('sprint.gap.ahead', {
            n: shares.ahead,
            surplus: formatBriefQuantity(shares.surplus, indicator, language),
          })}{' '}
        {shares.unknown > 0 && t('sprint.gap.unknown', { n: shares.unknown })}{' '}
        {reply.invented && t('everywhere.inventedNote')}
      </p>
    </section>
  );
}
