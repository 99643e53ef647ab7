import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { forecastLines } from './forecast-lines.ts';
import styles from './page.module.css';

interface ForecastProps {
  readonly region: string;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
}

/** Where the year will end, how certain that is, and what the method was worth in earlier years. */
export function Forecast({ region, detail, indicator }: ForecastProps) {
  const { t, language } = useText();
  const lines = forecastLines(detail, indicator, { t, language });
  return (
    <section>
      <h2>{t('forecast.title', { indicator: indicator.short[language] })}</h2>
      <ul className={styles.plain}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > 1 && (
        <p>
          <FormulaNumber of={{ region, indicator: indicator.code }}>{t('everywhere.formula')}</FormulaNumber>
        </p>
      )}
      {detail.forecast.invented && lines.length > 1 && <p className={styles.small}>{t('everywhere.inventedNote')}</p>}
    </section>
  );
}
