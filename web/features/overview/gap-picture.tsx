import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { DivergingBars } from '../../charts/diverging-bars.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { formatBriefGap, formatBriefPoints, noValue, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { useOverviewFrame } from './use-overview-frame.ts';
import { knownPeriodOf, type KnownPeriod } from '../../parts/period.ts';
import type { CityRow } from './rows.ts';
import styles from './page.module.css';

interface GapPictureProps {
  /** The cities on one indicator, the farthest behind first. */
  readonly rows: readonly CityRow[];
  readonly reply: Overview;
}

/** How far each city lies below or above the pace of one indicator, in points and in its unit. */
export function GapPicture({ rows, reply }: GapPictureProps) {
  const { t, language } = useText();
  const framed = useOverviewFrame(reply);
  const indicator = rows[0]?.cells[0]?.indicator;
  if (indicator === undefined) return null;
  const name = indicator.short[language];
  const title = t(`overview.gaps.${indicator.kind === 'ratio' ? 'target' : 'pace'}`, { indicator: name });
  const legend = t('overview.gaps.hint');
  return (
    <section>
      <h2>{title}</h2>
      <SavablePicture {...framed({ title, legend, indicator: indicator.code, what: [t('overview.gaps.what'), name] })}>
        <Bars rows={rows} indicator={indicator} period={knownPeriodOf(reply)} />
      </SavablePicture>
      <p className={styles.hint}>{legend}</p>
    </section>
  );
}

interface BarsProps {
  readonly rows: readonly CityRow[];
  readonly indicator: Indicator;
  readonly period: KnownPeriod;
}

function Bars({ rows, indicator, period }: BarsProps) {
  const { language } = useText();
  const regions = useRegions();
  const lines = rows.map(({ city, cells }) => {
    const standing = cells[0]?.standing ?? null;
    const amount = standing?.gapAmount ?? null;
    const of = { region: city.region, indicator: indicator.code };
    return {
      code: city.region,
      name: (
        <Link to="/cities/$code" params={{ code: city.region }} search={{ ...period, indicator: indicator.code }}>
          {regions.get(city.region)?.short[language] ?? city.region}
        </Link>
      ),
      level: city.level,
      gapPoints: standing?.gapPoints ?? null,
      points: <FormulaNumber of={of}>{formatBriefPoints(standing?.gapPoints ?? null)}</FormulaNumber>,
      amount: (
        <FormulaNumber of={of}>
          {amount === null ? noValue : withUnit(formatBriefGap(amount), indicator, language)}
        </FormulaNumber>
      ),
    };
  });
  return <DivergingBars rows={lines} />;
}
