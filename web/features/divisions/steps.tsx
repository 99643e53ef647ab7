import { Link } from '@tanstack/react-router';
import type { Divisions } from '#api/divisions/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Pages } from '../../ui/pages.tsx';
import styles from './divisions.module.css';

/** The ways through a list of several pages; nothing where all of it is in view. */
export function Steps({ reply: { page, pages, total } }: { readonly reply: Divisions }) {
  const { t } = useText();
  if (pages === 1) return null;
  return (
    <div className={styles.steps}>
      <span>{t('divisions.page', { page, pages, total })}</span>
      <Pages
        label={t('divisions.pages')}
        newest={page === 1 ? null : <Step to={page - 1} words={t('divisions.earlier')} />}
        older={page === pages ? null : <Step to={page + 1} words={t('divisions.later')} />}
      />
    </div>
  );
}

function Step({ to, words }: { readonly to: number; readonly words: string }) {
  return (
    <Link
      className={styles.link}
      from="/divisions"
      to="."
      search={(before) => ({ ...before, page: to === 1 ? undefined : String(to) })}
    >
      {words}
    </Link>
  );
}
