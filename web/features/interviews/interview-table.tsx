import { Link } from '@tanstack/react-router';
import type { InterviewLine } from '#api/interviews/contract.ts';
import { formatList } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { sumItems } from './item-sums.ts';
import { said } from './said.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './interview-table.module.css';

interface InterviewTableProps {
  readonly interviews: readonly InterviewLine[];
}

/** One row an interview: its day, its cities, how many items are verified and how many are late. */
export function InterviewTable({ interviews }: InterviewTableProps) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.table}>
      <caption className="visually-hidden">{t('interviews.list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('interviews.list.heldOn')}</th>
          <th scope="col">{t('interviews.list.state')}</th>
          <th scope="col">{t('interviews.list.interview')}</th>
          <th scope="col">{t('interviews.list.cities')}</th>
          <th scope="col">{t('interviews.list.verified')}</th>
          <th scope="col">{t('interviews.list.overdue')}</th>
        </tr>
      </thead>
      <tbody>
        {interviews.map((interview) => (
          <Row key={interview.id} interview={interview} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ interview }: { readonly interview: InterviewLine }) {
  const { t, language } = useText();
  const regions = useRegions();
  const cities = interview.regions.map((code) => regions.get(code)?.short[language] ?? code);
  const total = sumItems([{ states: interview.counts, overdue: 0 }]).items;
  return (
    <tr>
      <td>{interview.heldOn}</td>
      <td>{t(`meetings.state.${interview.state}`)}</td>
      <th scope="row">
        <Link to="/interviews/$id" params={{ id: interview.id }}>
          {said(interview.title, language)}
        </Link>
      </th>
      <td>{formatList(cities, language)}</td>
      <td>
        {total === 0
          ? t('interviews.list.none')
          : t('interviews.list.ofTotal', { verified: interview.counts.verified, total })}
      </td>
      <td>{t('interviews.list.overdueItems', { n: interview.overdue })}</td>
    </tr>
  );
}
