import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { formatFigure, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cellKey, yearTarget } from './ledger.ts';
import styles from './page.module.css';

interface CellLinkProps {
  readonly cell: TargetCell;
  readonly indicator: Indicator;
  readonly region: string;
  readonly opened: boolean;
}

/** A cell's target; opens its ledger below the row, and closes it again. */
export function CellLink({ cell, indicator, region, opened }: CellLinkProps) {
  const { t, language } = useText();
  const key = cellKey(cell);
  const step = yearTarget(cell);
  // Without a line there is nothing to read, and whoever may not write one has nothing to open.
  if (step === null && !cell.can.change) return <span className={styles.total}>{t('targets.unset')}</span>;
  return (
    <Link
      className={styles.link}
      from="/targets"
      to="/targets"
      search={(before) => ({ ...before, open: opened ? undefined : key })}
      resetScroll={false}
      aria-expanded={opened}
      {...(opened && { 'aria-controls': `target-${key}` })}
    >
      <span className="visually-hidden">
        {region} {indicator.short[language]}
      </span>
      {step === null ? (
        <span className={styles.unset}>{t('targets.set')}</span>
      ) : (
        <span className={styles.amount}>
          {formatFigure(step.amount, indicator)}
          <OriginMark origins={[step.origin]} />
        </span>
      )}
      {cell.version > 1 && step && (
        <span className={styles.step}>
          {t('targets.step', { n: step.sequence, month: formatShortMonth(step.effectiveMonth, language) })}
        </span>
      )}
    </Link>
  );
}
