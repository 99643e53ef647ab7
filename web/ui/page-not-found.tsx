import { Link } from '@tanstack/react-router';
import { PageHead } from './page-head.tsx';
import { useText } from '../text/messages/use-text.ts';

/** An address that leads nowhere. */
export function PageNotFound() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('shell.notFound')} />
      <p>{t('shell.notFoundHint')}</p>
      <p>
        <Link to="/">{t('shell.toStart')}</Link>
      </p>
    </>
  );
}
