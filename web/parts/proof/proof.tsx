import type { Indicator } from '#api/indicators/contract.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { FormulaRows } from '../formula/formula-rows.tsx';
import { SourceText } from '../source-text.tsx';
import { unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { projectionRow } from './projection-row.ts';
import { proofRows } from './proof-rows.ts';
import { NotedOrigins } from '../noted-origins.tsx';
import styles from './proof.module.css';

interface ProofProps {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  readonly period: YearMonth;
  /** The city's name, where a page has the proofs of several. */
  readonly city?: string;
}

/** Every number behind the level with its inputs, so that anybody can recompute it by hand. */
export function Proof({ detail, indicator, period, city }: ProofProps) {
  const { t, language } = useText();
  const { standing } = detail;
  const projection = projectionRow({ detail, indicator, period, t, language });
  const rows = [...proofRows({ standing, indicator, t, language }), ...(projection === null ? [] : [projection])];
  const title = t('city.proof.title', { indicator: indicator.short[language] });
  return (
    <section>
      <NotedOrigins values={rows.map(({ origin }) => [origin])}>
        <FormulaRows
          caption={t('city.proof.caption', { unit: unitOf(indicator, language) })}
          label={city === undefined ? title : t('charts.saving.ofCity', { city, title })}
          rows={rows}
        />
      </NotedOrigins>
      {standing.provenance && (
        <p className={styles.small}>
          {t('everywhere.source')}
          <SourceText {...standing.provenance} />
        </p>
      )}
    </section>
  );
}
