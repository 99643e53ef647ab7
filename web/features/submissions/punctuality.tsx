import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listPunctuality, type PunctualityLine } from '#api/submissions/punctuality-contract.ts';
import { punctualityTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { formatPercent, noValue } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import styles from './deadlines/deadlines.module.css';

const route = getRouteApi('/submissions');

/** 报送及时率: folded away until it is asked for, and then how punctually each city reported the year. */
export function PunctualitySection({ year }: { readonly year: number }) {
  const { t } = useText();
  const isOpen = route.useSearch().open === 'punctuality';
  return (
    <section className={styles.section} aria-labelledby="punctuality-title">
      <h2 id="punctuality-title">{t('punctuality.title')}</h2>
      <p>
        <Link
          className={styles.action}
          from="/submissions"
          to="/submissions"
          search={(before) => ({ ...before, open: isOpen ? undefined : 'punctuality' })}
          resetScroll={false}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'punctuality.hide' : 'punctuality.show', { year })}
        </Link>
      </p>
      {isOpen && <Year year={year} />}
    </section>
  );
}

function Year({ year }: { readonly year: number }) {
  const { language } = useText();
  const result = useQuery(query(listPunctuality, { query: { year } }));
  return (
    <>
      <Loaded result={result}>{({ lines }) => <PunctualityTable year={year} lines={lines} />}</Loaded>
      <TableLinks addressOf={(format) => fileAddress(punctualityTable, { query: { year, language, format } })} />
    </>
  );
}

const counts = ['due', 'onTime', 'late', 'notSent'] as const;

function PunctualityTable({ year, lines }: { readonly year: number; readonly lines: readonly PunctualityLine[] }) {
  const { t, language } = useText();
  const regions = useRegions();
  const heads = ['city', ...counts, 'rate', 'mostDaysLate', 'returned'] as const;
  return (
    <table ref={cardLabels} className={tables.table}>
      <caption>{t('punctuality.caption', { year })}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`punctuality.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.region}>
            <th scope="row">{regions.get(line.region)?.short[language] ?? line.region}</th>
            {counts.map((count) => (
              <td key={count}>{line[count]}</td>
            ))}
            <td>{formatPercent(line.onTimeRate)}</td>
            <td>{line.mostDaysLate ?? noValue}</td>
            <td>{line.returned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
