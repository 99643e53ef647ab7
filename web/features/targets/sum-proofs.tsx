import { formatAmount, formatGap, noValue, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import type { SumProof } from './ledger.ts';

const heads = ['sum', 'difference'] as const;

/** Each sum of the cities as it is typed into a calculator, and what it has more than the province's own target. */
export function SumProofs({ proofs }: { readonly proofs: readonly SumProof[] }) {
  const { t } = useText();
  return (
    <TableScroller label={t('targets.sums.title')}>
      <table ref={cardLabels} className={table.table}>
        <caption>{t('targets.sums.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.first}>
              {t('targets.sums.indicator')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`targets.sums.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proofs.map((proof) => (
            <Row key={proof.indicator.code} proof={proof} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Row({ proof: { indicator, terms, sum, own, difference } }: { readonly proof: SumProof }) {
  const { language } = useText();
  const amount = (value: number): string => formatAmount(value, indicator);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} ({unitOf(indicator, language)})
      </th>
      <td className={table.wrap}>
        {terms.map(amount).join(' + ')} = {amount(sum)}
      </td>
      <td className={table.wrap}>
        {own === null ? noValue : `${amount(sum)} − ${amount(own)} = ${formatGap(difference, indicator)}`}
      </td>
    </tr>
  );
}
