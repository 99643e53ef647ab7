import { Link } from '@tanstack/react-router';
import type { TargetCell } from '#api/targets/contract.ts';
import { TargetLedger } from '../../parts/target-ledger.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatFigure, formatInstant } from '../../text/format.ts';
import { ChangeForm } from './change-form.tsx';
import { cellKey } from './ledger.ts';
import { WithdrawTarget } from './withdraw-target.tsx';
import styles from './page.module.css';

interface CellPanelProps {
  readonly year: number;
  readonly cell: TargetCell;
}

/** An opened cell comes into view, also when it was opened by its address. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

/** One region's target of an indicator: every line of its ledger, and for officials the form of the next one. */
export function CellPanel({ year, cell }: CellPanelProps) {
  const { t, language } = useText();
  const region = useRegions().get(cell.region)?.short[language] ?? cell.region;
  const titleOf = useTitleOf();
  const indicator = useIndicators().get(cell.indicator);
  if (indicator === undefined) return null;
  const title = t('targets.panel', { region, indicator: indicator.name[language], year });
  return (
    <section id={`target-${cellKey(cell)}`} className={styles.panel} aria-label={title} ref={intoView}>
      <div className={styles.panelHead}>
        <h2>{title}</h2>
        <Link
          className={styles.close}
          from="/targets"
          to="/targets"
          search={(before) => ({ ...before, open: undefined })}
          resetScroll={false}
        >
          {t('everywhere.close')}
        </Link>
      </div>
      <TargetLedger targets={cell.steps} indicator={indicator} />
      {cell.withdrawn.map(({ sequence, amount, withdrawnBy, withdrawnAt, withdrawReason }) => (
        <p key={sequence} className={styles.muted}>
          {t('targets.withdraw.was', {
            sequence,
            amount: formatFigure(amount, indicator),
            person: titleOf(withdrawnBy),
            at: formatInstant(withdrawnAt),
            reason: withdrawReason,
          })}
        </p>
      ))}
      <WithdrawTarget year={year} cell={cell} />
      {cell.can.change && <ChangeForm year={year} cell={cell} indicator={indicator} />}
    </section>
  );
}
