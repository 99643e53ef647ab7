import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { formatList } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './missing-baseline.module.css';

interface MissingBaselineProps {
  readonly region: string;
  /** The year that is judged: what is missing is the level at the end of the one before. */
  readonly year: number;
  /** The names of the stocks that lack it; nothing is drawn where there are none. */
  readonly indicators: readonly string[];
}

/** Why a stock with a target and a figure has no level, and what to do about it. */
export function MissingBaseline({ region, year, indicators }: MissingBaselineProps) {
  const { t, language } = useText();
  const { person } = useSession();
  if (indicators.length === 0) return null;
  const before = year - 1;
  const words = { indicators: formatList(indicators, language), before };
  return (
    <p className={styles.notice}>
      {t('levels.baseline.missing', words)}{' '}
      {person.role === 'official' ? (
        <Link
          className={styles.link}
          to="/submissions/$year/$month/$region"
          params={{ year: String(before), month: '12', region }}
          search={{ view: 'enter' }}
        >
          {t('levels.baseline.enter', words)}
        </Link>
      ) : (
        t('levels.baseline.ask')
      )}
    </p>
  );
}
