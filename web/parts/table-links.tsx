import { tableFormats, type TableFormat } from '#api/http/content-types.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './table-links.module.css';

interface TableLinksProps {
  /** Where the table is as a file of this kind. */
  readonly addressOf: (format: TableFormat) => string;
}

/** A table as a file: of every row and column, whatever the page shows of it. */
export function TableLinks({ addressOf }: TableLinksProps) {
  const { t } = useText();
  return (
    <p className={`${styles.links} screen-only`}>
      {t('everywhere.table.download')}
      {tableFormats.map((format) => (
        <a key={format} download href={addressOf(format)}>
          {t(`everywhere.table.${format}`)}
        </a>
      ))}
    </p>
  );
}
