import type { CurveList, CurveVersion } from '#api/curve-changes/contract.ts';
import { curvesTable } from '#api/tables/contract.ts';
import { ownHistory } from '#api/measures/curve.ts';
import { fileAddress } from '../../api/files.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { useCurveName } from './use-curve-name.ts';
import styles from './page.module.css';

/** Every curve in every version, with where it comes from. */
export function CurveLibrary({ list }: { readonly list: CurveList }) {
  const { t, language } = useText();
  return (
    <section>
      <h2>{t('curves.library')}</h2>
      <table ref={cardLabels} className={styles.list}>
        <thead>
          <tr>
            {(['curve', 'shape', 'source', 'author', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`curves.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.curves.map((curve) => (
            <Row key={`${curve.code} ${curve.version}`} curve={curve} />
          ))}
        </tbody>
      </table>
      <TableLinks addressOf={(format) => fileAddress(curvesTable, { query: { language, format } })} />
    </section>
  );
}

function Row({ curve }: { readonly curve: CurveVersion }) {
  const { t, language } = useText();
  const name = useCurveName()(curve);
  const [june, september] = [curve.points[5] ?? null, curve.points[8] ?? null];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {curve.code === ownHistory
          ? t('curves.ownYears')
          : t('curves.shape', { june: formatPercent(june), september: formatPercent(september) })}
      </td>
      <td className={styles.words}>{curve.source[language]}</td>
      <td>{curve.author ?? t('curves.withProgram')}</td>
      <td className={styles.words}>{curve.reason ?? ''}</td>
    </tr>
  );
}
