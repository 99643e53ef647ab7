import { absenceWords } from '#api/figures/absence.ts';
import type { LoadChange, LoadPreview } from '#api/loads/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { figureText } from '../../parts/submissions/figures.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import styles from './loads.module.css';

const columns = ['region', 'month', 'indicator', 'row', 'now', 'inFile'] as const;

/** The figures of a file that are other than what was accepted, with what stood when the file was made where both changed. */
export function Differing({ preview: { differing, counts } }: { readonly preview: LoadPreview }) {
  const { t } = useText();
  const isCut = differing.length < counts.different + counts.conflicts;
  return (
    <>
      <h4>
        {t('loads.differing')}
        {isCut && t('loads.more', { count: differing.length })}
      </h4>
      <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('loads.differing')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`loads.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing.map((change) => (
            <Row key={`${change.row} ${change.indicator}`} change={change} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ change }: { readonly change: LoadChange }) {
  const { t, language } = useText();
  const { region, year, month, row, before, after, conflict } = change;
  const indicator = useIndicators().get(change.indicator);
  const name = useRegions().get(region)?.short[language] ?? region;
  const shown = (figure: LoadChange['before']): string =>
    figure === null || indicator === undefined
      ? t('loads.none')
      : 'absence' in figure
        ? absenceWords[figure.absence][language]
        : figureText(indicator, figure);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatMonth(year, month, language)}</td>
      <td>{indicator?.short[language] ?? change.indicator}</td>
      <td>{row}</td>
      <td>
        {shown(before)}
        {conflict !== null && (
          <span className={styles.muted}> {t('loads.downloaded', { value: shown(conflict.downloaded) })}</span>
        )}
      </td>
      <td>
        <strong>{shown(after)}</strong>
      </td>
    </tr>
  );
}
