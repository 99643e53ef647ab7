import { dataset, datasetFormats, datasetMeasures } from '#api/dataset/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { useText } from '../../text/messages/use-text.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import styles from './page.module.css';

/** The whole dataset as a file of each kind, and what its rows mean. */
export function Downloads() {
  const { t, language } = useText();
  return (
    <section className={styles.section}>
      <h2>{t('openData.download')}</h2>
      <p className={styles.links}>
        {datasetFormats.map((format) => (
          <a key={format} download href={fileAddress(dataset, { query: { format, language } })}>
            {t(`openData.${format}`)}
          </a>
        ))}
      </p>
      <p className={styles.hint}>{t('openData.downloadHint')}</p>
      <TableScroller label={t('openData.rows')}>
        <table className={table.plain}>
          <caption className="visually-hidden">{t('openData.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('openData.columnMeasure')}</th>
              <th scope="col">{t('openData.columnMeaning')}</th>
            </tr>
          </thead>
          <tbody>
            {datasetMeasures.map((measure) => (
              <tr key={measure}>
                <th scope="row">{measure}</th>
                <td className={styles.meaning}>{t(`openData.measures.${measure}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroller>
      <p className={styles.hint}>
        {t('openData.filters')} <a href="/api/docs">{t('openData.docs')}</a>
      </p>
    </section>
  );
}
