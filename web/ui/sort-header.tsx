import { Link, useSearch } from '@tanstack/react-router';
import styles from './sort-header.module.css';
import table from './table.module.css';

/** The pages whose addresses say the order of a table. */
type SortedRoute = '/' | '/sprint' | '/projects' | '/divisions';

interface SortHeaderProps {
  readonly from: SortedRoute;
  /** The column's key in the address. */
  readonly column: string;
  readonly label: string;
  readonly numeric?: boolean;
  readonly first?: boolean;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

/** A column's header that sorts by it: descending, ascending, then as before; the order is in the address. */
export function SortHeader({ from, column, label, numeric = false, first = false, ...spans }: SortHeaderProps) {
  const { sort } = useSearch({ from });
  const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  const next = { none: `-${column}`, descending: column, ascending: undefined }[order];
  const classes = [numeric && table.number, first && table.first, order !== 'none' && table.sorted];
  return (
    <th scope="col" {...spans} aria-sort={order} className={classes.filter(Boolean).join(' ')}>
      <Link
        from={from}
        to="."
        className={styles.link}
        resetScroll={false}
        search={(before) => ({ ...before, sort: next })}
      >
        {label}
        <span aria-hidden="true" className={styles.arrow}>
          {{ none: '', ascending: '↑', descending: '↓' }[order]}
        </span>
      </Link>
    </th>
  );
}
