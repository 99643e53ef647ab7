import type { Overview, ProvinceStandingReply } from '#api/standings/contract.ts';
import { LevelMark } from '../../components/level-mark.tsx';
import { OriginMark } from '../../components/origin-mark.tsx';
import { SourceText } from '../../components/source-text.tsx';
import { TableScroller } from '../../components/table-scroller.tsx';
import table from '../../components/table.module.css';
import { formatBarePoints, formatFigure, formatPercent, unitOf } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';
import { useIndicators } from '../../reference.ts';
import styles from './page.module.css';

interface ProvinceTableProps {
  readonly province: Overview['province'];
  /** Whether the cities' values, and so their sums, are partly invented. */
  readonly invented: boolean;
}

/** The province's line per indicator: the sum of the cities beside its own target, and what the sum rests on. */
export function ProvinceTable({ province, invented }: ProvinceTableProps) {
  const { t } = useText();
  return (
    <TableScroller label={t('overview.province')}>
      <table className={table.table}>
        <caption>{t('overview.provinceCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.first}>
              {t('overview.indicator')}
            </th>
            <th scope="col">{t('overview.level')}</th>
            {(['actual', 'cityTargets', 'completion', 'pace', 'gapPoints', 'ownTarget', 'ownCompletion'] as const).map(
              (key) => (
                <th key={key} scope="col" className={table.number}>
                  {t(`overview.${key}`)}
                </th>
              ),
            )}
            <th scope="col" className={table.number}>
              {t('overview.projection')}
            </th>
            <th scope="col" className={table.number}>
              {t('overview.coverage')}
            </th>
          </tr>
        </thead>
        <tbody>
          {province.indicators.map((line) => (
            <Line key={line.indicator} line={line} invented={invented} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Line({ line, invented }: { readonly line: ProvinceStandingReply; readonly invented: boolean }) {
  const { t, language } = useText();
  const indicator = useIndicators().get(line.indicator);
  if (indicator === undefined) return null;
  const unit = indicator.kind === 'ratio' ? '%' : unitOf(indicator, language);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} ({unit})
      </th>
      <td>
        <LevelMark level={line.level} withWord />
      </td>
      <td className={table.number}>
        {formatFigure(line.actual, indicator)}
        {invented && <OriginMark origins={['invented']} />}
      </td>
      <td className={table.number}>{formatFigure(line.targetOfAll, indicator)}</td>
      <td className={table.number}>{formatPercent(line.completion)}</td>
      <td className={table.number}>{formatPercent(line.pace)}</td>
      <td className={table.number}>{formatBarePoints(line.gapPoints)}</td>
      <td className={table.number}>
        {formatFigure(line.ownTarget, indicator)}
        <OriginMark origins={[line.ownTargetProvenance?.origin]} />{' '}
        {line.ownTargetProvenance?.source && (
          <span className={styles.source}>
            <SourceText {...line.ownTargetProvenance} brief />
          </span>
        )}
      </td>
      <td className={table.number}>{formatPercent(line.ownCompletion)}</td>
      <td className={table.number}>{formatFigure(line.projection, indicator)}</td>
      <td className={table.number} title={t('overview.partial', line.coverage)}>
        {line.coverage.accepted}/{line.coverage.expected}
      </td>
    </tr>
  );
}
