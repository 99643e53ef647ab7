import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { getLoad, type LoadDetail } from '#api/loads/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { hintText } from '../../parts/submissions/hint-words.ts';
import { formatInstant, formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardTable } from './card-table.tsx';
import { Decide } from './decide.tsx';
import styles from './loads.module.css';

const route = getRouteApi('/loads/$id');

/** What was entered at once: how much of which cities and years, what gives reason to ask, and the one decision on it. */
export function Page() {
  const { t } = useText();
  const { id } = route.useParams();
  const result = useQuery(query(getLoad, { params: { id } }));
  return (
    <>
      {result.isLoadingError && <PageHead title={t('loads.one.title')} />}
      <Loaded result={result}>{(load) => <Load load={load} />}</Loaded>
    </>
  );
}

function Load({ load }: { readonly load: LoadDetail }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { state, months, fileName, by, at, reason, figures, corrections } = load;
  const what = fileName ?? t('loads.typed');
  const count = state === 'waiting' ? months.waiting : months.accepted;
  return (
    <>
      <PageHead title={t('loads.one.title')} sentence={t(`loads.one.${state}`, { what, months: count })}>
        <Link to="/loads">{t('loads.one.toList')}</Link>
      </PageHead>
      <div className={styles.page}>
        <div>
          <p>{t('loads.one.facts', { person: titleOf(by), at: formatInstant(at), reason })}</p>
          <p>{t('loads.one.figures', { figures, corrections })}</p>
        </div>
        <Decide load={load} />
        <Hints load={load} />
        <Years load={load} />
      </div>
    </>
  );
}

function Hints({ load: { hints, hintCounts, state } }: { readonly load: LoadDetail }) {
  const words = useText();
  const { t, language } = words;
  const indicators = useIndicators();
  const regions = useRegions();
  if (state !== 'waiting') return null;
  const count = hintCounts.reduce((sum, one) => sum + one.count, 0);
  return (
    <section className={styles.section} aria-labelledby="load-hints">
      <h2 id="load-hints">{t('loads.one.hints')}</h2>
      <p className={styles.muted}>
        {count === 0 ? t('loads.one.noHints') : t('loads.one.hintsNote', { count, shown: hints.length })}
      </p>
      <ul className={styles.hints}>
        {hints.map(({ region, year, month, hint }) => (
          <li key={`${region} ${year} ${month} ${hint.code} ${hint.indicator}`}>
            {t('review.open', {
              region: regions.get(region)?.short[language] ?? region,
              month: formatMonth(year, month, language),
            })}{' '}
            {hintText(words, hint, indicators.get(hint.indicator))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Years({ load: { years } }: { readonly load: LoadDetail }) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <CardTable caption={t('loads.one.regions')} columns={[t('loads.one.year'), t('loads.one.regions')]}>
      {years.map(({ year, regions: own }) => (
        <tr key={year}>
          <th scope="row">{year}</th>
          <td>
            {own
              .map(({ region, months }) =>
                t('loads.one.regionMonths', { region: regions.get(region)?.short[language] ?? region, months }),
              )
              .join(t('monthFile.comma'))}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
