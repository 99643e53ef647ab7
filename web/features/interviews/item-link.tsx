import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { itemKey } from './checklist.ts';
import styles from './interview.module.css';

interface ItemLinkProps {
  readonly interview: string;
  readonly item: ChecklistItem;
  readonly opened: boolean;
  readonly children: ReactNode;
}

/** Opens an item below its row, and closes it again; the address says which one is open. */
export function ItemLink({ interview, item, opened, children }: ItemLinkProps) {
  const key = itemKey(item);
  return (
    <Link
      className={styles.link}
      from="/interviews/$id"
      to="/interviews/$id"
      params={{ id: interview }}
      search={(before) => ({ ...before, open: opened ? undefined : key })}
      resetScroll={false}
      aria-expanded={opened}
      {...(opened && { 'aria-controls': `item-${key}` })}
    >
      {children}
    </Link>
  );
}
