import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview, ProvinceStandingReply } from '#api/standings/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { OriginalCompletion } from '../../parts/original-completion.tsx';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { SourceText } from '../../parts/source-text.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { formatBarePoints, formatFigure, formatPercent, figureUnitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators } from '../../api/reference.ts';
import { differingDays } from './as-of.ts';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface ProvinceTableProps {
  readonly reply: Overview;
}

const sums = ['cityTargets', 'sumCompletion', 'pace', 'sumGapPoints', 'projection', 'coverage'] as const;

/** The province's line per indicator: its own target first where it set one, the sum of the cities' beside it. */
export function ProvinceTable({ reply }: ProvinceTableProps) {
  const { t } = useText();
  const { province } = reply;
  const withOwn = province.indicators.some(({ ownTarget }) => ownTarget !== null);
  const own = withOwn ? (['ownTarget', 'ownCompletion'] as const) : [];
  return (
    <NotedOrigins
      values={province.indicators.flatMap((line) => [
        [reply.invented ? 'invented' : 'reported'],
        [line.ownTargetProvenance?.origin],
      ])}
    >
      <TableScroller label={t('overview.province')}>
        <table ref={cardLabels} className={table.table}>
          <caption>{t('overview.provinceCaption')}</caption>
          <thead>
            <tr>
              <th scope="col" className={table.first}>
                {t('overview.indicator')}
              </th>
              <th scope="col">{t('overview.level')}</th>
              {['actual' as const, ...own, ...sums].map((key) => (
                <th key={key} scope="col" className={table.number}>
                  {t(`overview.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {province.indicators.map((line) => (
              <Line key={line.indicator} line={line} withOwn={withOwn} reply={reply} />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </NotedOrigins>
  );
}

interface LineProps {
  readonly line: ProvinceStandingReply;
  readonly withOwn: boolean;
  readonly reply: Overview;
}

function Line({ line, withOwn, reply }: LineProps) {
  const { t, language } = useText();
  const indicator = useIndicators().get(line.indicator);
  if (indicator === undefined) return null;
  const unit = figureUnitOf(indicator, language);
  const of = { region: reply.province.region, indicator: indicator.code };
  const days = differingDays(reply, line.indicator);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} ({unit})
        {days && <span className={`${styles.asOf} ${styles.days}`}>{t('overview.days', days)}</span>}
      </th>
      <td>
        <LevelMark level={line.level} withWord />
      </td>
      <td className={table.number}>
        <FormulaNumber of={of}>{formatFigure(line.actual, indicator)}</FormulaNumber>
        {reply.invented && line.actual !== null && <OriginMark origins={['invented']} />}
      </td>
      {withOwn && <OwnCells line={line} indicator={indicator} region={of.region} />}
      <td className={table.number}>
        <FormulaNumber of={of}>{formatFigure(line.targetOfAll, indicator)}</FormulaNumber>
      </td>
      <td className={table.number}>
        <FormulaNumber of={of}>{formatPercent(line.completion)}</FormulaNumber>
        <OriginalCompletion of={line} />
      </td>
      <DerivedCells line={line} indicator={indicator} region={of.region} />
      <td className={table.number} title={t('overview.partial', line.coverage)}>
        {line.coverage.accepted}/{line.coverage.expected}
      </td>
    </tr>
  );
}

/** What is computed of the sums. */
function DerivedCells({ line, indicator, region }: CellsProps) {
  const texts = [
    ['pace', formatPercent(line.pace)],
    ['gapPoints', formatBarePoints(line.gapPoints)],
    ['projection', formatFigure(line.projection, indicator)],
  ] as const;
  return texts.map(([key, text]) => (
    <td key={key} className={table.number}>
      <FormulaNumber of={{ region, indicator: indicator.code }}>{text}</FormulaNumber>
    </td>
  ));
}

interface CellsProps {
  readonly line: ProvinceStandingReply;
  readonly indicator: Indicator;
  readonly region: string;
}

function OwnCells({ line, indicator, region }: CellsProps) {
  return (
    <>
      <td className={table.number}>
        {formatFigure(line.ownTarget, indicator)}
        <OriginMark origins={[line.ownTargetProvenance?.origin]} />{' '}
        {line.ownTargetProvenance?.source && (
          <span className={styles.source}>
            <SourceText {...line.ownTargetProvenance} brief />
          </span>
        )}
      </td>
      <td className={table.number}>
        <FormulaNumber of={{ region, indicator: indicator.code }}>{formatPercent(line.ownCompletion)}</FormulaNumber>
      </td>
    </>
  );
}
