import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { downloadBulletin, getBulletin, type Bulletin } from '#api/bulletins/contract.ts';
import { bulletinTable } from '#api/tables/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { formatInstant, formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { BulletinActions } from './bulletin-actions.tsx';
import { Editor } from './editor.tsx';
import { Messages } from './messages.tsx';
import { Numbers, Paper } from './paper.tsx';
import styles from './bulletins.module.css';

const route = getRouteApi('/bulletins/$id');

/** One bulletin as it is printed: its words, to be edited while it is a draft, its tables, and who signed for it. */
export function Page() {
  const { id } = route.useParams();
  const result = useQuery(query(getBulletin, { params: { id } }));
  return <Loaded result={result}>{(bulletin) => <BulletinView key={id} bulletin={bulletin} />}</Loaded>;
}

function BulletinView({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t, language } = useText();
  const { id, year, month, corrects, can, invented, state, messages } = bulletin;
  const kind = t(corrects === null ? 'bulletins.kinds.bulletin' : 'bulletins.kinds.correction');
  const title = t('bulletins.of', { month: formatMonth(year, month, language), kind });
  return (
    <>
      <PageHead title={title} sentence={sentenceOf(bulletin, t)}>
        <a href={fileAddress(downloadBulletin, { params: { id } })} download>
          {t('bulletins.download')}
        </a>
        <Button variant="default" onClick={() => print()}>
          {t('bulletins.print')}
        </Button>
      </PageHead>
      <div className={styles.page}>
        {invented && <p className={styles.muted}>{t('bulletins.invented')}</p>}
        <Related bulletin={bulletin} />
        <BulletinActions bulletin={bulletin} />
        {can.save ? <Editor key={bulletin.version} bulletin={bulletin} /> : <Paper bulletin={bulletin} />}
        <Numbers bulletin={bulletin} />
        <TableLinks
          addressOf={(format) => fileAddress(bulletinTable, { params: { id }, query: { language, format } })}
        />
        {corrects === null && <Messages messages={messages} />}
        {state === 'issued' && <Receipts signed={bulletin.signed} />}
        <History history={bulletin.history} />
      </div>
    </>
  );
}

function sentenceOf({ state, frozenAt, issuedAt, receipts }: Bulletin, t: ReturnType<typeof useText>['t']): string {
  if (state === 'draft') return t('bulletins.page.draft', { at: formatInstant(frozenAt) });
  if (state === 'issued') return t('bulletins.page.issued', { at: formatInstant(issuedAt), ...receipts });
  return t('bulletins.page.discarded');
}

/** What it corrects, and what corrects it. */
function Related({ bulletin: { corrects, corrections } }: { readonly bulletin: Bulletin }) {
  const { t } = useText();
  if (corrects === null && corrections.length === 0) return null;
  return (
    <p className={styles.line}>
      {corrects !== null && (
        <Link to="/bulletins/$id" params={{ id: corrects }}>
          {t('bulletins.corrects')}
        </Link>
      )}
      {corrections.map(({ id, state }) => (
        <Link key={id} to="/bulletins/$id" params={{ id }}>
          {t('bulletins.corrections', { state: t(`bulletins.state.${state}`) })}
        </Link>
      ))}
    </p>
  );
}

function Receipts({ signed }: Pick<Bulletin, 'signed'>) {
  const { t, language } = useText();
  const regions = useRegions();
  const titleOf = useTitleOf();
  return (
    <section>
      <h2>{t('bulletins.receipts')}</h2>
      <ul aria-label={t('bulletins.receipts')}>
        {signed.map(({ region, at, person }) => {
          const city = regions.get(region)?.short[language] ?? region;
          return (
            <li key={region}>
              {at === null
                ? t('bulletins.unsigned', { city })
                : t('bulletins.signedBy', { city, at: formatInstant(at), person: titleOf(person) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({ history }: Pick<Bulletin, 'history'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  return (
    <section>
      <h2>{t('bulletins.history')}</h2>
      <ul aria-label={t('bulletins.history')}>
        {history.map(({ version, at, person, action }) => (
          <li key={version}>
            {t('bulletins.entry', {
              version,
              at: formatInstant(at),
              person: person === '' ? t('bulletins.program') : titleOf(person),
              action: t(`bulletins.actions.${action}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
