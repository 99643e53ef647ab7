import { Link } from '@tanstack/react-router';
import { downloadTemplate } from '#api/month-files/contract.ts';
import type { SubmissionStatus, SubmissionLine } from '#api/submissions/contract.ts';
import { isOwed } from '#api/submissions/lifecycle.ts';
import { fileAddress } from '../../api/files.ts';
import { lateWords } from './late-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { formatDay, formatMonth, formatMonthName } from '../../text/format.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import styles from './page.module.css';

interface MonthListProps {
  readonly year: number;
  /** Newest first. */
  readonly lines: readonly SubmissionLine[];
}

const actions = {
  missing: 'report',
  draft: 'go',
  returned: 'mend',
  submitted: 'view',
  resubmitted: 'view',
  accepted: 'view',
} as const satisfies Record<SubmissionStatus, string>;

/** A bureau's months: state, day, deadline, and what to do. */
export function MonthList({ year, lines }: MonthListProps) {
  const { t } = useText();
  const { today } = useSession();
  const first = lines.find((line) => actionOn(line, today) !== 'view');
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.months}`}>
      <caption className="visually-hidden">{t('submissions.home.caption', { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submissions.home.month')}</th>
          <th scope="col">{t('submissions.home.state')}</th>
          <th scope="col">{t('submissions.home.asOf')}</th>
          <th scope="col">{t('submissions.home.dueOn')}</th>
          <th scope="col">{t('submissions.home.action')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.month} line={line} isFirst={line === first} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly line: SubmissionLine;
  /** Whether it is the first one on which something is to be done. */
  readonly isFirst: boolean;
}

function Row({ line, isFirst }: RowProps) {
  const { t, language } = useText();
  const { today } = useSession();
  const { year, month, region, status, returnReason } = line;
  const action = actionOn(line, today);
  return (
    <tr>
      <th scope="row">{formatMonthName(month, language)}</th>
      <td>
        <span className={styles.state}>
          <StatusTag {...line} />
          {returnReason !== null && status === 'returned' && <span className={styles.reason}>{returnReason}</span>}
        </span>
      </td>
      <td>{formatDay(line.asOf)}</td>
      <td>
        <DueOn line={line} />
      </td>
      <td>
        <Link
          className={styles.action}
          {...(isFirst && { ref: focusFirst })}
          to="/submissions/$year/$month/$region"
          params={{ year: String(year), month: String(month), region }}
          search={action === 'reportEnd' ? { view: 'report' } : {}}
        >
          {t(`submissions.home.${action}`)}
          <span className="visually-hidden"> {formatMonth(year, month, language)}</span>
        </Link>{' '}
        {action !== 'view' && <TemplateLink line={line} />}
      </td>
    </tr>
  );
}

/** What is to be done first is one key away when the page opens, wherever nothing else was chosen. */
function focusFirst(link: HTMLAnchorElement | null): void {
  if (document.activeElement === document.body) link?.focus({ preventScroll: true });
}

/** The month's workbook, where it can still be reported. */
function TemplateLink({ line: { year, month, region } }: { readonly line: SubmissionLine }) {
  const { t, language } = useText();
  const address = fileAddress(downloadTemplate, { params: { year, month, region }, query: { language } });
  return (
    <a className={styles.template} download href={address}>
      {t('submissions.home.template')}
      <span className="visually-hidden"> {formatMonth(year, month, language)}</span>
    </a>
  );
}

/** What a bureau does with a month: reports its last figures too where some as of an earlier day are accepted. */
function actionOn(line: SubmissionLine, today: string) {
  if (line.closed && isOwed(line, line)) return 'view';
  const { status, done, acceptedAsOf } = line;
  if (status === 'accepted' && !done && (acceptedAsOf === null || acceptedAsOf < today)) return 'reportEnd';
  return actions[status];
}

/** By when, how late it is or was, and from when on it cannot be sent. */
function DueOn({ line }: { readonly line: SubmissionLine }) {
  const { t } = useText();
  const late = lateWords(line, t);
  if (line.notOwed !== null) return t(`submissions.home.notOwed.${line.notOwed}`);
  return (
    <span>
      {line.dueOn} {late !== null && <strong>{late}</strong>}
      {line.closesOn !== null && (
        <span className={styles.closing}> {t('submissions.home.closes', { closesOn: line.closesOn })}</span>
      )}
    </span>
  );
}
