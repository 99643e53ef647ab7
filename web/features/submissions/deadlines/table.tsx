import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { useRegions } from '../../../api/reference.ts';
import { formatInstant, formatMonthName } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import tables from '../../../ui/data-table.module.css';
import { deadlineLines } from './deadline.ts';
import type { DeadlineLine } from './deadline.ts';
import { DeadlinePanel } from './panel.tsx';
import { cardLabels } from '../../../ui/card-labels.ts';
import { SetLink } from './set-link.tsx';
import styles from './deadlines.module.css';

interface DeadlineTableProps {
  readonly year: number;
  readonly months: readonly MonthDeadline[];
  /** The month whose form is open; null where none is. */
  readonly opened: number | null;
}

/** A year's months: by when they are reported, when they close, who set that and why; an opened month stands under its row. */
export function DeadlineTable({ year, months, opened }: DeadlineTableProps) {
  const { t } = useText();
  const maySet = months.some(({ can }) => can.set);
  const heads = [
    'month',
    'onTimeDay',
    'closesOn',
    'author',
    'reason',
    ...(maySet ? (['action'] as const) : []),
  ] as const;
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption>{t('deadlines.caption')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`deadlines.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((deadline) => (
          <Month
            key={`${year}-${deadline.month}`}
            deadline={deadline}
            maySet={maySet}
            isOpen={opened === deadline.month}
            columns={heads.length}
          />
        ))}
      </tbody>
    </table>
  );
}

interface MonthProps {
  readonly deadline: MonthDeadline;
  readonly maySet: boolean;
  readonly isOpen: boolean;
  readonly columns: number;
}

function Month({ deadline, maySet, isOpen, columns }: MonthProps) {
  return (
    <>
      {deadlineLines(deadline).map((line) => (
        <Line key={line.region} deadline={deadline} line={line} maySet={maySet} isOpen={isOpen} />
      ))}
      {isOpen && deadline.can.set && (
        <tr className={styles.opened}>
          <td colSpan={columns}>
            <DeadlinePanel deadline={deadline} />
          </td>
        </tr>
      )}
    </>
  );
}

interface LineProps {
  readonly deadline: MonthDeadline;
  readonly line: DeadlineLine;
  readonly maySet: boolean;
  readonly isOpen: boolean;
}

function Line({ deadline, line: { region, onTimeDay, closesOn, decision }, maySet, isOpen }: LineProps) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  const city = useRegions().get(region ?? '')?.short[language] ?? region;
  const month = formatMonthName(deadline.month, language);
  return (
    <tr>
      <th scope="row">{city === null ? month : t('deadlines.exception', { month, region: city })}</th>
      <td>{deadline.notOwed === null ? onTimeDay : t(`submissions.home.notOwed.${deadline.notOwed}`)}</td>
      <td>{deadline.notOwed === null && closesOn !== null ? closesOn : t('deadlines.neverCloses')}</td>
      <td>
        {decision === null
          ? t('deadlines.usual')
          : `${titleOf(decision.author)} ${formatInstant(decision.decidedAt).slice(0, 10)}`}
      </td>
      <td className={styles.reason}>{decision?.reason ?? ''}</td>
      {maySet && <td>{region === null && <SetLink part={deadline.month} name={month} isOpen={isOpen} />}</td>}
    </tr>
  );
}
