import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listBulletins, type BulletinLine } from '#api/bulletins/contract.ts';
import { query } from '../../api/queries.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DraftForm } from './draft-form.tsx';
import styles from './bulletins.module.css';

/** The bulletins and the statements that correct them, the latest month first. */
export function Page() {
  const result = useQuery(query(listBulletins, {}));
  return (
    <Loaded result={result}>
      {({ bulletins, can }) => (
        <>
          <Head bulletins={bulletins} />
          <div className={styles.page}>
            {can.draft && <DraftForm />}
            {bulletins.length > 0 && <BulletinTable bulletins={bulletins} />}
          </div>
        </>
      )}
    </Loaded>
  );
}

interface BulletinsProps {
  readonly bulletins: readonly BulletinLine[];
}

function Head({ bulletins }: BulletinsProps) {
  const { t, language } = useText();
  const [newest] = bulletins;
  const sentence =
    newest === undefined
      ? t('bulletins.none')
      : t('bulletins.sentence', {
          n: bulletins.length,
          month: formatMonth(newest.year, newest.month, language),
          kind: t(newest.corrects === null ? 'bulletins.kinds.bulletin' : 'bulletins.kinds.correction'),
          state: t(`bulletins.state.${newest.state}`),
        });
  return <PageHead title={t('bulletins.title')} sentence={sentence} />;
}

function BulletinTable({ bulletins }: BulletinsProps) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.table}>
      <caption className="visually-hidden">{t('bulletins.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bulletins.month')}</th>
          <th scope="col">{t('bulletins.stateHead')}</th>
          <th scope="col">{t('bulletins.issueNumber')}</th>
          <th scope="col">{t('bulletins.documentNumber')}</th>
          <th scope="col">{t('bulletins.receipts')}</th>
        </tr>
      </thead>
      <tbody>
        {bulletins.map((bulletin) => (
          <Row key={bulletin.id} bulletin={bulletin} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ bulletin }: { readonly bulletin: BulletinLine }) {
  const { t, language } = useText();
  const { id, year, month, corrects, state, issueNumber, documentNumber, receipts } = bulletin;
  const kind = t(corrects === null ? 'bulletins.kinds.bulletin' : 'bulletins.kinds.correction');
  return (
    <tr>
      <th scope="row">
        <Link to="/bulletins/$id" params={{ id }}>
          {t('bulletins.of', { month: formatMonth(year, month, language), kind })}
        </Link>
      </th>
      <td>{t(`bulletins.state.${state}`)}</td>
      <td>{issueNumber || '--'}</td>
      <td>{documentNumber || '--'}</td>
      <td>{state === 'issued' ? t('bulletins.signedOf', receipts) : '--'}</td>
    </tr>
  );
}
