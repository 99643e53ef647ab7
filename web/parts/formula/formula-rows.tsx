import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { OriginMark } from '../origin-mark.tsx';
import type { ProofRow } from '../proof/proof-rows.ts';
import styles from './formula-rows.module.css';

interface FormulaRowsProps {
  readonly caption: string;
  /** What the table is called for those who reach it by keyboard, where that is more than its caption. */
  readonly label?: string;
  readonly rows: readonly ProofRow[];
  /** The row that was asked for, which is marked; none where all were. The drawer is named after such rows. */
  readonly asked?: string;
}

/** Numbers with their formulas, as they are typed into a calculator. */
export function FormulaRows({ caption, label = caption, rows, asked }: FormulaRowsProps) {
  const { t } = useText();
  return (
    <TableScroller label={label}>
      <table ref={cardLabels} className={table.table}>
        <caption {...(asked !== undefined && { className: 'visually-hidden' })}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.first}>
              {t('city.proof.item')}
            </th>
            <th scope="col" className={table.number}>
              {t('city.proof.value')}
            </th>
            <th scope="col">{t('city.proof.how')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} isAsked={row.key === asked} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

interface RowProps {
  readonly row: ProofRow;
  readonly isAsked: boolean;
}

function Row({ row: { label, value, origin, formula, how }, isAsked }: RowProps) {
  return (
    <tr {...(isAsked && { 'aria-current': true, className: styles.asked })}>
      <th scope="row">{label}</th>
      <td className={table.number}>
        {value}
        <OriginMark origins={[origin]} />
      </td>
      <td className={table.wrap}>
        {formula !== '' && <span className={styles.formula}>{formula}</span>}
        {how !== '' && <span className={styles.small}>{how}</span>}
      </td>
    </tr>
  );
}
