import type { Indicator } from '#api/indicators/contract.ts';
import type { TargetStep } from '#api/targets/contract.ts';
import { formatFigure, formatInstant, formatMonthName } from '../text/format.ts';
import { useTitleOf } from '../api/account-titles.ts';
import { useText } from '../text/messages/use-text.ts';
import { OriginMark } from './origin-mark.tsx';
import { SourceText } from './source-text.tsx';
import { TableScroller } from '../ui/table-scroller.tsx';
import { NotedOrigins } from './noted-origins.tsx';
import { cardLabels } from '../ui/card-labels.ts';
import table from '../ui/table.module.css';

interface TargetLedgerProps {
  /** The newest last. */
  readonly targets: readonly TargetStep[];
  readonly indicator: Indicator;
}

const heads = ['document', 'reason', 'author', 'decidedAt', 'source'] as const;

/** The year's targets of an indicator, each change with its document, reason and author; none is ever overwritten. */
export function TargetLedger({ targets, indicator }: TargetLedgerProps) {
  const { t } = useText();
  if (targets.length === 0) return <p>{t('targets.ledger.none')}</p>;
  return (
    <NotedOrigins values={targets.map(({ origin }) => [origin])}>
      <TableScroller label={t('targets.ledger.title')}>
        <table ref={cardLabels} className={table.table}>
          <caption>{t('targets.ledger.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('targets.ledger.number')}</th>
              <th scope="col" className={table.number}>
                {t('targets.ledger.amount')}
              </th>
              <th scope="col">{t('targets.ledger.from')}</th>
              {heads.map((key) => (
                <th key={key} scope="col">
                  {t(`targets.ledger.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((step) => (
              <Step key={step.sequence} step={step} indicator={indicator} />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </NotedOrigins>
  );
}

function Step({ step, indicator }: { readonly step: TargetStep; readonly indicator: Indicator }) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  return (
    <tr>
      <th scope="row">{step.sequence}</th>
      <td className={table.number}>
        {formatFigure(step.amount, indicator)}
        <OriginMark origins={[step.origin]} />
      </td>
      <td>{formatMonthName(step.effectiveMonth, language)}</td>
      <td className={table.wrap}>{step.documentNumber}</td>
      <td className={table.wrap}>{step.reason}</td>
      <td>{titleOf(step.author)}</td>
      <td>{formatInstant(step.decidedAt).slice(0, 10)}</td>
      <td>
        {step.origin === 'reported' ? (
          t('targets.ledger.here')
        ) : (
          <SourceText origin={step.origin} source={step.source} />
        )}
      </td>
    </tr>
  );
}
