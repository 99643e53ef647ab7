import { Link } from '@tanstack/react-router';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { useRegions } from '../../../api/reference.ts';
import { formatInstant, formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { TableScroller } from '../../../ui/table-scroller.tsx';
import table from '../../../ui/table.module.css';
import { DeadlineForm } from './form.tsx';
import { cardLabels } from '../../../ui/card-labels.ts';
import styles from './deadlines.module.css';

/** An opened month comes into view, also when it was opened by its address. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

/** One month: every decision on it, and the form of the next one. */
export function DeadlinePanel({ deadline }: { readonly deadline: MonthDeadline }) {
  const { t, language } = useText();
  const month = formatMonth(deadline.year, deadline.month, language);
  return (
    <section className={styles.panel} aria-label={t('deadlines.panel', { month })} ref={intoView}>
      <div className={styles.panelHead}>
        <h3>{t('deadlines.panel', { month })}</h3>
        <Link
          className={styles.close}
          from="/submissions"
          to="/submissions"
          search={(before) => ({ ...before, open: 'deadlines' })}
          resetScroll={false}
        >
          {t('everywhere.close')}
        </Link>
      </div>
      {deadline.decisions.length > 0 && <Decisions deadline={deadline} month={month} />}
      <DeadlineForm deadline={deadline} />
    </section>
  );
}

function Decisions({ deadline, month }: { readonly deadline: MonthDeadline; readonly month: string }) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  const regions = useRegions();
  const heads = ['number', 'forWhom', 'onTimeDay', 'closesOn', 'reason', 'author', 'decidedAt'] as const;
  const caption = t('deadlines.history', { month });
  return (
    <TableScroller label={caption}>
      <table ref={cardLabels} className={table.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((key) => (
              <th key={key} scope="col">
                {t(`deadlines.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deadline.decisions.map((decision) => (
            <tr key={decision.sequence}>
              <th scope="row">{decision.sequence}</th>
              <td>
                {decision.region === null
                  ? t('deadlines.allCities')
                  : (regions.get(decision.region)?.short[language] ?? decision.region)}
              </td>
              <td>{decision.onTimeDay}</td>
              <td>{decision.closesOn ?? t('deadlines.neverCloses')}</td>
              <td className={table.wrap}>{decision.reason}</td>
              <td>{titleOf(decision.author)}</td>
              <td>{formatInstant(decision.decidedAt).slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
