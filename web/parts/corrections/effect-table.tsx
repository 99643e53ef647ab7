import type { Effect, EffectAt, MovedIndicator } from '#api/corrections/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatFigure, formatMonth, formatPercent, noValue } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from '../../ui/data-table.module.css';
import { figureText } from '../submissions/figures.ts';

/** What would move once a version is accepted: at its month, and at the newest one. */
export function EffectTable({ effect }: { readonly effect: Effect }) {
  const { t } = useText();
  return (
    <section aria-labelledby="effect-title">
      <h3 id="effect-title">{t('corrections.effect.title')}</h3>
      <Figures effect={effect} />
      {effect.months.map((at) => (
        <AtMonth key={at.month} year={effect.year} at={at} />
      ))}
      <p className={styles.muted}>{t('corrections.effect.note')}</p>
    </section>
  );
}

/** Every figure that would be another one, with those of later months. */
function Figures({ effect: { year, figures } }: { readonly effect: Effect }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  return (
    <ul>
      {figures.map(({ month, indicator: code, before, after }) => {
        const indicator = indicators.get(code);
        if (indicator === undefined) return null;
        const words = {
          month: formatMonth(year, month, language),
          indicator: indicator.short[language],
          before: figureText(indicator, before),
          after: figureText(indicator, after),
        };
        return <li key={`${month} ${code}`}>{t('corrections.effect.figures', words)}</li>;
      })}
    </ul>
  );
}

function AtMonth({ year, at }: { readonly year: number; readonly at: EffectAt }) {
  const { t, language } = useText();
  const month = formatMonth(year, at.month, language);
  const hasMoved = at.indicators.length > 0 || at.others.length > 0 || (at.province?.indicators.length ?? 0) > 0;
  if (!hasMoved) return <p>{t('corrections.effect.none', { month })}</p>;
  return (
    <table ref={cardLabels} className={styles.table}>
      <caption>{t('corrections.effect.at', { month })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('corrections.effect.what')}</th>
          <th scope="col" className={styles.level}>
            {t('corrections.effect.level')}
          </th>
          {at.province !== null && <th scope="col">{t('corrections.effect.rank')}</th>}
          <th scope="col">{t('corrections.effect.completion')}</th>
          <th scope="col">{t('corrections.effect.projection')}</th>
        </tr>
      </thead>
      <tbody>
        <Cities at={at} />
        {at.province?.indicators.map((one) => (
          <IndicatorRow key={one.indicator} of={t('corrections.effect.province')} moved={one} hasRank />
        ))}
      </tbody>
    </table>
  );
}

/** The city itself with its indicators, and others whose place or level moves with it. */
function Cities({ at: { city, indicators, others } }: { readonly at: EffectAt }) {
  const { language } = useText();
  const regions = useRegions();
  const nameOf = (code: string): string => regions.get(code)?.short[language] ?? code;
  return (
    <>
      {[city, ...others].map(({ region, level, rank }) => (
        <tr key={region}>
          <th scope="row">{nameOf(region)}</th>
          <td className={styles.level}>
            <Levels {...level} />
          </td>
          {rank !== null && (
            <td>
              <Both before={String(rank.before)} after={String(rank.after)} />
            </td>
          )}
          <td>{noValue}</td>
          <td>{noValue}</td>
        </tr>
      ))}
      {indicators.map((one) => (
        <IndicatorRow key={one.indicator} of={nameOf(city.region)} moved={one} hasRank={city.rank !== null} />
      ))}
    </>
  );
}

interface IndicatorRowProps {
  /** Whose indicator it is. */
  readonly of: string;
  readonly moved: MovedIndicator;
  /** Whether the table says the places of cities; an indicator has none. */
  readonly hasRank: boolean;
}

function IndicatorRow({ of, moved, hasRank }: IndicatorRowProps) {
  const { t, language } = useText();
  const indicator = useIndicators().get(moved.indicator);
  if (indicator === undefined) return null;
  return (
    <tr>
      <th scope="row">{t('corrections.effect.ofIndicator', { region: of, indicator: indicator.short[language] })}</th>
      <td className={styles.level}>
        <Levels {...moved.level} />
      </td>
      {hasRank && <td>{noValue}</td>}
      <td>
        <Both before={formatPercent(moved.completion.before)} after={formatPercent(moved.completion.after)} />
      </td>
      <td>
        <Both
          before={amountOf(moved.projection.before, indicator)}
          after={amountOf(moved.projection.after, indicator)}
        />
      </td>
    </tr>
  );
}

const amountOf = (value: number | null, indicator: Indicator): string => formatFigure(value, indicator);

/** One value where both are equal, else the way from one to the other. */
function Both({ before, after }: { readonly before: string; readonly after: string }) {
  return before === after ? before : `${before} → ${after}`;
}

function Levels({ before, after }: MovedIndicator['level']) {
  if (before === after) return <LevelMark level={before} withWord />;
  return (
    <>
      <LevelMark level={before} withWord /> → <LevelMark level={after} withWord />
    </>
  );
}
