import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import styles from './loads.module.css';

interface CardTableProps {
  /** What it is a table of; said and not shown, because a heading shows it. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Rows. */
  readonly children: React.ReactNode;
}

/** A table of text whose rows become cards where the page is narrow. */
export function CardTable({ caption, columns, children }: CardTableProps) {
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
