import type { Indicator } from '#api/indicators/contract.ts';
import type { Progress } from '#api/measures/progress.ts';
import { useRegions } from '../../api/reference.ts';
import { unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { FormulaNumber } from './formula-number.tsx';
import type { Term } from './province-terms.ts';
import { termColumns, type TermColumn } from './terms-columns.ts';

interface TermsTableProps {
  readonly terms: readonly Term[];
  readonly sum: Progress;
  readonly indicator: Indicator;
}

/** What each city brings to the sums; its name shows its own formula. */
export function TermsTable({ terms, sum, indicator }: TermsTableProps) {
  const { t, language } = useText();
  const columns = termColumns(indicator);
  return (
    <TableScroller label={t('formula.terms')}>
      <table ref={cardLabels} className={table.table}>
        <caption>
          {t('formula.termsCaption', { unit: unitOf(indicator, language), count: String(terms.length) })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={table.first}>
              {t('formula.city')}
            </th>
            {columns.map(({ head }) => (
              <th key={head} scope="col" className={table.number}>
                {t(`formula.columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <TermRow key={term.region} term={term} columns={columns} indicator={indicator.code} />
          ))}
          <tr>
            <th scope="row">{t('formula.sum')}</th>
            {columns.map(({ head, foot }) => (
              <td key={head} className={table.number}>
                {foot(sum)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </TableScroller>
  );
}

interface TermRowProps {
  readonly term: Term;
  readonly columns: readonly TermColumn[];
  readonly indicator: string;
}

function TermRow({ term, columns, indicator }: TermRowProps) {
  const { language } = useText();
  const regions = useRegions();
  return (
    <tr>
      <th scope="row">
        <FormulaNumber of={{ region: term.region, indicator }}>
          {regions.get(term.region)?.short[language] ?? term.region}
        </FormulaNumber>
      </th>
      {columns.map(({ head, cell }) => (
        <td key={head} className={table.number}>
          {cell(term)}
        </td>
      ))}
    </tr>
  );
}
