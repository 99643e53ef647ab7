import { Link } from '@tanstack/react-router';
import { useText } from '../../text/messages/use-text.ts';
import type { SprintView } from './sprint-view.ts';

/** The ways to what is made for paper: the sprint on one sheet, all of it in a file, and a page for each city that lags. */
export function PrintLinks({ view: { reply, indicator } }: { readonly view: SprintView }) {
  const { t } = useText();
  const period = { year: reply.year, month: reply.month };
  return (
    <>
      <Link to="/sprint/one-page" search={{ ...period, indicator: indicator.code }}>
        {t('printing.onePage.title')}
      </Link>
      <Link to="/sprint" search={{ ...period, indicator: indicator.code, brief: 'sealed' }}>
        {t('printing.sealed.title')}
      </Link>
      <Link to="/cities/lagging" search={period} state={{ printsAtOnce: true }}>
        {t('printing.lagging.print')}
      </Link>
    </>
  );
}
