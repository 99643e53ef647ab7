import { Button } from '@mantine/core';
import type { FileFault } from '#api/month-files/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import { saveWorkbook } from './save-workbook.ts';
import styles from './files.module.css';

interface FileFaultsProps {
  readonly faults: readonly FileFault[];
  /** The workbook in base64; null where there is none. */
  readonly marked: string | null;
  /** What the file that came is called. */
  readonly name: string;
}

/** Every cell that must be mended, as the spreadsheet names it, and the same file with those cells marked. */
export function FileFaults({ faults, marked, name }: FileFaultsProps) {
  const { t } = useText();
  return (
    <>
      {marked !== null && (
        <div>
          <Button
            variant="default"
            onClick={() => saveWorkbook(marked, t('monthFile.markedName', { name: bareName(name) }))}
          >
            {t('monthFile.marked')}
          </Button>
        </div>
      )}
      <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('monthFile.wrongCells')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('monthFile.cell')}</th>
            <th scope="col">{t('monthFile.value')}</th>
            <th scope="col">{t('monthFile.mend')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <FaultRow key={`${fault.column}${fault.row} ${fault.code}`} fault={fault} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function FaultRow({ fault }: { readonly fault: FileFault }) {
  const { t, language } = useText();
  const { sheet, row, column, value, detail } = fault;
  return (
    <tr>
      <th scope="row">
        {column}
        {row}
        {sheet !== '' && <span className={styles.hint}> {sheet}</span>}
      </th>
      <td>{value === '' ? t('monthFile.emptyCell') : value}</td>
      <td>{detail[language]}</td>
    </tr>
  );
}

const bareName = (name: string): string => name.replace(/\.[a-z]+$/i, '');
