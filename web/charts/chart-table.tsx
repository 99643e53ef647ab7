import { useState } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { cardLabels } from '../ui/card-labels.ts';
import styles from './chart-table.module.css';

interface ChartTableProps {
  readonly caption: string;
  /** The first column names the rows; the others are numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly ChartTableRow[];
  /** Whether it is drawn from the start. */
  readonly isOpen?: boolean;
}

export interface ChartTableRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** The same data as a chart's, one click away; drawn when opened. */
export function ChartTable({ caption, columns, rows, isOpen = false }: ChartTableProps) {
  const { t } = useText();
  const [open, setOpen] = useState(isOpen);
  return (
    <details className={styles.twin} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('charts.table')}</summary>
      {open && (
        // A scroller must be reachable by keyboard, so that its hidden columns are too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.scroller} aria-label={caption} tabIndex={0}>
          <table ref={cardLabels} className={styles.table}>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  {row.cells.map((cell, index) => (
                    <td key={columns[index + 1] ?? index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
