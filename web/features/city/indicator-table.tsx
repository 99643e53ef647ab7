import { Link } from '@tanstack/react-router';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { ProgressBar } from '../../charts/progress-bar.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { OriginalCompletion } from '../../parts/original-completion.tsx';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import {
  formatComputed,
  formatBarePoints,
  formatFigure,
  formatIntensity,
  formatMonth,
  formatPercent,
  formatRatio,
  formatGap,
  figureUnitOf,
} from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators } from '../../api/reference.ts';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface IndicatorTableProps {
  readonly reply: City;
}

const numberHeads = [
  'actual',
  'target',
  'completion',
  'pace',
  'ratio',
  'gapPoints',
  'gapAmount',
  'needed',
  'recent',
  'intensity',
] as const;

/** All indicators of the city, one a row; the name opens the indicator's proof and chart. */
export function IndicatorTable({ reply }: IndicatorTableProps) {
  const { t, language } = useText();
  return (
    <section>
      <NotedOrigins
        values={reply.indicators.flatMap(({ standing }) => [
          [standing.provenance?.origin],
          [standing.targetProvenance?.origin],
        ])}
      >
        <TableScroller label={t('city.indicators.title')}>
          <table ref={cardLabels} className={table.table}>
            <caption>{t('city.indicators.caption', { month: formatMonth(reply.year, reply.month, language) })}</caption>
            <Head />
            <tbody>
              {reply.indicators.map((detail) => (
                <Row key={detail.standing.indicator} detail={detail} region={reply.region} />
              ))}
            </tbody>
          </table>
        </TableScroller>
      </NotedOrigins>
      <p className={styles.small}>
        {t('city.rule')} {t('levels.strip.legend')}
      </p>
    </section>
  );
}

function Head() {
  const { t } = useText();
  return (
    <thead>
      <tr>
        <th scope="col" className={table.first}>
          {t('city.indicators.indicator')}
        </th>
        <th scope="col">{t('city.indicators.level')}</th>
        <th scope="col">{t('city.indicators.completion')}</th>
        {numberHeads.map((key) => (
          <th key={key} scope="col" className={table.number}>
            {t(`city.indicators.${key}`)}
          </th>
        ))}
        <th scope="col">{t('city.indicators.strip')}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly detail: IndicatorDetail;
  readonly region: string;
}

function Row({ detail: { standing, strip }, region }: RowProps) {
  const { t, language } = useText();
  const indicator = useIndicators().get(standing.indicator);
  if (indicator === undefined) return null;
  const unit = figureUnitOf(indicator, language);
  return (
    <tr>
      <th scope="row">
        <OpenLink indicator={indicator} /> ({unit}){indicator.core && ` · ${t('city.indicators.core')}`}
      </th>
      <td>
        <LevelMark level={standing.level} withWord />
      </td>
      <td>
        <ProgressBar completion={standing.completion} pace={standing.pace} />
      </td>
      <td className={table.number}>
        {formatFigure(standing.actual, indicator)}
        <OriginMark origins={[standing.provenance?.origin]} />
      </td>
      <td className={table.number}>
        {formatFigure(standing.target, indicator)}
        <OriginMark origins={[standing.targetProvenance?.origin]} />
      </td>
      {derivedCells(standing, indicator).map(({ key, text }) => (
        <td key={key} className={table.number}>
          <FormulaNumber of={{ region, indicator: indicator.code }}>{text}</FormulaNumber>
          {key === 'completion' && <OriginalCompletion of={standing} />}
        </td>
      ))}
      <td className={styles.stripCell}>
        <LevelStrip months={strip} />
      </td>
    </tr>
  );
}

function OpenLink({ indicator: { code, short } }: { readonly indicator: Indicator }) {
  const { language } = useText();
  return (
    <Link from="/cities/$code" to="." search={(before) => ({ ...before, indicator: code })} resetScroll={false}>
      {short[language]}
    </Link>
  );
}

function derivedCells(standing: StandingReply, indicator: Pick<Indicator, 'decimals'>) {
  return [
    { key: 'completion', text: formatPercent(standing.completion) },
    { key: 'pace', text: formatPercent(standing.pace) },
    { key: 'ratio', text: formatRatio(standing.scheduleRatio) },
    { key: 'gapPoints', text: formatBarePoints(standing.gapPoints) },
    { key: 'gapAmount', text: formatGap(standing.gapAmount, indicator) },
    { key: 'needed', text: formatComputed(standing.neededPerMonth, indicator) },
    { key: 'recent', text: formatComputed(standing.recentPerMonth, indicator) },
    { key: 'intensity', text: formatIntensity(standing.intensity) },
  ];
}
