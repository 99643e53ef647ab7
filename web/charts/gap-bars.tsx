import type { ReactNode } from 'react';
import { formatPercent } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import type { GapShares } from './gap-share.ts';
import styles from './gap-bars.module.css';

interface GapBarsProps {
  /** The chart's one message, in words. */
  readonly title: string;
  readonly shares: GapShares;
  readonly unit: string;
  readonly format: (value: number) => string;
  /** A city's name as the page wants it, a link for instance. */
  readonly renderName?: (code: string, name: string) => ReactNode;
}

/** The province's gap by city, largest first, each with its amount and the share reached so far: a table whose bars start at 0. */
export function GapBars({ title, shares, unit, format, renderName }: GapBarsProps) {
  const { t } = useText();
  const largest = shares.lines[0]?.missing ?? 1;
  return (
    <table className={styles.bars}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('charts.gap.city')}</th>
          <th scope="col" className={styles.wide}>
            {t('charts.gap.bar')}
          </th>
          <th scope="col" className={styles.number}>
            {t('charts.gap.missing', { unit })}
          </th>
          <th scope="col" className={styles.number}>
            {t('charts.gap.cumulative')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">{renderName ? renderName(line.code, line.name) : line.name}</th>
            <td className={styles.wide}>
              <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(line.missing / largest) * 100} height="12" />
              </svg>
              <span className={styles.share}>{formatPercent(line.share, 0)}</span>
            </td>
            <td className={styles.number}>{format(line.missing)}</td>
            <td className={styles.number}>{formatPercent(line.cumulativeShare, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
