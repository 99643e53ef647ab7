import { levels } from '#api/measures/vocabulary.ts';
import type { City } from '#api/standings/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

/** A city's level, how many of its core indicators are of which, its report of the month, and the year's levels. */
export function CityLine({ reply }: { readonly reply: City }) {
  const { t, language } = useText();
  const counts = levels
    .flatMap((level) => {
      const count = reply.counts[level] ?? 0;
      return count > 0 ? [t('city.count', { level: t(`levels.word.${level}`), count })] : [];
    })
    .join(' · ');
  return (
    <section className={styles.line} aria-label={t('overview.level')}>
      <LevelMark level={reply.level} withWord size={20} />
      <span>{t('city.counts', { counts })}</span>
      <span>
        {t('city.status', { month: formatMonth(reply.year, reply.month, language) })}{' '}
        <StatusTag status={reply.status} />
      </span>
      <span className={styles.strip}>
        <span className={styles.small}>{t('city.strip')}</span>
        <LevelStrip months={reply.strip} withMonths />
      </span>
    </section>
  );
}
