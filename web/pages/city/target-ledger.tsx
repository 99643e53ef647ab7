import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { OriginMark } from '../../components/origin-mark.tsx';
import { SourceText } from '../../components/source-text.tsx';
import { TableScroller } from '../../components/table-scroller.tsx';
import table from '../../components/table.module.css';
import { formatDay, formatFigure, formatMonthName } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';

interface TargetLedgerProps {
  readonly targets: IndicatorDetail['targets'];
  readonly indicator: Indicator;
}

const heads = ['document', 'reason', 'author', 'decidedAt', 'source'] as const;

/** The year's targets of an indicator, each change with its document, reason and author; none is ever overwritten. */
export function TargetLedger({ targets, indicator }: TargetLedgerProps) {
  const { t, language } = useText();
  return (
    <section>
      <h2>{t('city.targets.title')}</h2>
      {targets.length === 0 && <p>{t('city.targets.none')}</p>}
      {targets.length > 0 && (
        <TableScroller label={t('city.targets.title')}>
          <table className={table.table}>
            <caption>{t('city.targets.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('city.targets.number')}</th>
                <th scope="col" className={table.number}>
                  {t('city.targets.amount')}
                </th>
                <th scope="col">{t('city.targets.from')}</th>
                {heads.map((key) => (
                  <th key={key} scope="col">
                    {t(`city.targets.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {targets.map((step) => (
                <tr key={step.sequence}>
                  <th scope="row">{step.sequence}</th>
                  <td className={table.number}>
                    {formatFigure(step.amount, indicator)}
                    <OriginMark origins={[step.origin]} />
                  </td>
                  <td>{formatMonthName(step.effectiveMonth, language)}</td>
                  <td className={table.wrap}>{step.documentNumber}</td>
                  <td className={table.wrap}>{step.reason}</td>
                  <td>{step.author}</td>
                  <td>{formatDay(step.decidedAt.slice(0, 10))}</td>
                  <td>
                    <SourceText origin={step.origin} source={step.source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
    </section>
  );
}
