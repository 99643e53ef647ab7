import { Link } from '@tanstack/react-router';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './deadlines.module.css';

interface SetLinkProps {
  /** What the address says of it: a month, or a part of the calendar. */
  readonly part: number | string;
  /** What it sets, for who does not see beside what it stands. */
  readonly name: string;
  readonly isOpen: boolean;
}

/** Opens the form that sets something of the reporting calendar below it, and closes it again. */
export function SetLink({ part, name, isOpen }: SetLinkProps) {
  const { t } = useText();
  return (
    <Link
      className={styles.action}
      from="/submissions"
      to="/submissions"
      search={(before) => ({ ...before, open: isOpen ? 'deadlines' : `deadlines-${part}` })}
      resetScroll={false}
      aria-expanded={isOpen}
    >
      {t(isOpen ? 'everywhere.close' : 'deadlines.set')}
      <span className="visually-hidden"> {name}</span>
    </Link>
  );
}
