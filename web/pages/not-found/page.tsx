import { Link } from '@tanstack/react-router';
import { PageHead } from '../../components/page-head.tsx';
import { useText } from '../../messages/use-text.ts';

/** An address that leads nowhere. */
export function Page() {
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
