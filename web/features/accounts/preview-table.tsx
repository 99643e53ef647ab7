import { Button } from '@mantine/core';
import type { PreviewRow } from '#api/accounts/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/tag.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface PreviewTableProps {
  readonly rows: readonly PreviewRow[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

const heads = ['row', 'name', 'title', 'role', 'region', 'state'] as const;

/** What would be made of a pasted table, row by row, and the button that makes it where no row is faulty. */
export function PreviewTable({ rows, busy, onConfirm }: PreviewTableProps) {
  const { t } = useText();
  const number = (state: PreviewRow['state']): number => rows.filter((row) => row.state === state).length;
  const [fresh, exists, faulty] = [number('new'), number('exists'), number('faulty')];
  return (
    <div className={styles.table}>
      <p role="status">{t('accounts.table.sentence', { fresh, exists, faulty })}</p>
      <TableScroller label={t('accounts.table.preview')}>
        <table ref={cardLabels} className={table.table}>
          <caption className="visually-hidden">{t('accounts.table.preview')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`accounts.table.columns.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      <div>
        <Button disabled={faulty > 0 || fresh === 0} loading={busy} onClick={onConfirm}>
          {t('accounts.table.create', { fresh })}
        </Button>
      </div>
    </div>
  );
}

function Row({ row: { row, name, title, role, region, state, faults } }: { readonly row: PreviewRow }) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <tr>
      <td>{row}</td>
      <th scope="row">{name}</th>
      <td>{title[language]}</td>
      <td>{role === null ? '' : t(`shell.role.${role}`)}</td>
      <td>{region === null ? '' : regions.get(region)?.short[language]}</td>
      <td>
        <Tag>{t(`accounts.table.states.${state}`)}</Tag>
        {faults.map(({ column, words }) => (
          <p key={`${column} ${words.en}`} className={styles.lock}>
            {t('accounts.table.fault', { column: t(`accounts.table.columns.${column}`), words: words[language] })}
          </p>
        ))}
      </td>
    </tr>
  );
}
