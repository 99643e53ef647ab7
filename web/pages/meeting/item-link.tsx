import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { itemKey } from './checklist.ts';
import styles from './meeting.module.css';

interface ItemLinkProps {
  readonly meeting: string;
  readonly item: ChecklistItem;
  readonly opened: boolean;
  readonly children: ReactNode;
}

/** Opens an item below its row, and closes it again; the address says which one is open. */
export function ItemLink({ meeting, item, opened, children }: ItemLinkProps) {
  const key = itemKey(item);
  return (
    <Link
      className={styles.link}
      to="/meetings/$id"
      params={{ id: meeting }}
      search={({ open: _open, ...others }) => (opened ? others : { ...others, open: key })}
      resetScroll={false}
      aria-expanded={opened}
      {...(opened && { 'aria-controls': `item-${key}` })}
    >
      {children}
    </Link>
  );
}
