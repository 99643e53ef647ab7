import { Link } from '@tanstack/react-router';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { lateWords } from './late-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { statusText } from '../../parts/submissions/status-text.ts';
import { formatMonthName, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './submission-matrix.module.css';

interface StatusMatrixProps {
  readonly year: number;
  readonly lines: readonly SubmissionLine[];
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Every city's status of a year, month by month, in neutral words: a missing report is never a bad level. */
export function StatusMatrix({ year, lines }: StatusMatrixProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const byPlace = new Map(lines.map((line) => [`${line.region}/${line.month}`, line]));
  const cities = [...regions.values()].filter(({ code }) => lines.some((line) => line.region === code));
  const caption = t('submissions.home.matrix', { year });
  return (
    // A scroller must be reachable by keyboard, so that its hidden columns are too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroller} aria-label={caption} tabIndex={0} ref={showLatest}>
      <table ref={cardLabels} className={styles.matrix}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('submissions.home.city')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatShortMonth(month, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.code}>
              <th scope="row">{city.short[language]}</th>
              {months.map((month) => (
                <td key={month}>
                  <Cell line={byPlace.get(`${city.code}/${month}`)} city={city.short[language]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ line, city }: { readonly line: SubmissionLine | undefined; readonly city: string }) {
  const { t, language } = useText();
  if (line === undefined) return <span className="visually-hidden">{t('submissions.home.notOpen')}</span>;
  const { year, month, region } = line;
  const late = lateWords(line, t);
  const state = statusText(line, { t, language });
  return (
    <Link
      className={styles.cell}
      to="/submissions/$year/$month/$region"
      params={{ year: String(year), month: String(month), region }}
      search={{}}
      aria-label={t('submissions.home.open', {
        region: city,
        month: formatMonthName(month, language),
        state: late === null ? state : t('submissions.home.stateLate', { state, late }),
      })}
    >
      <StatusTag {...line} />
      {late !== null && <span className={styles.late}>{late}</span>}
    </Link>
  );
}

/** On a narrow screen the running months matter, not January. */
function showLatest(scroller: HTMLElement | null): void {
  if (scroller !== null) scroller.scrollLeft = scroller.scrollWidth;
}
