import { useQuery } from '@tanstack/react-query';
import type { Indicator } from '#api/indicators/contract.ts';
import { sprint, type ProvinceStandingReply } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import type { KnownPeriod } from '../period.ts';
import { FormulaRows } from './formula-rows.tsx';
import { provinceRows } from './province-rows.ts';
import { shortfallRows } from './shortfall-rows.ts';
import { sumOfTerms, termsOf, type TermInput } from './province-terms.ts';
import { TermsTable } from './terms-table.tsx';
import styles from './formula-drawer.module.css';

interface ProvinceFormulaProps {
  readonly region: string;
  readonly indicator: Indicator;
  readonly period: KnownPeriod;
}

/** The province's sums with their terms, a city a line; a bureau, which sees its own city alone, is told so. */
export function ProvinceFormula(props: ProvinceFormulaProps) {
  const { t } = useText();
  return useSession().person?.role === 'bureau' ? (
    <p className={styles.small}>{t('formula.termsHidden')}</p>
  ) : (
    <WithTerms {...props} />
  );
}

function WithTerms({ region, indicator, period }: ProvinceFormulaProps) {
  const { t } = useText();
  const result = useQuery(query(sprint, { query: period }));
  return (
    <Loaded result={result}>
      {({ province, cities, invented }) => {
        const line = province.indicators.find((one) => one.indicator === indicator.code);
        const terms = cities.flatMap((one): TermInput[] =>
          one.indicators.flatMap(({ standing, projection }) =>
            standing.indicator === indicator.code ? [{ region: one.region, standing, projection }] : [],
          ),
        );
        if (line === undefined || province.region !== region) return null;
        return (
          <>
            <Sums line={line} cities={terms} indicator={indicator} />
            {invented && <p className={styles.small}>{t('everywhere.inventedNote')}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

interface SumsProps {
  readonly line: ProvinceStandingReply;
  readonly cities: readonly TermInput[];
  readonly indicator: Indicator;
}

function Sums({ line, cities, indicator }: SumsProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const terms = termsOf(cities, indicator);
  const sum = sumOfTerms(terms);
  if (sum === null) return <p>{t('formula.noSums')}</p>;
  const rows = provinceRows({ line, indicator, terms, sum, t, language });
  const short = line.shortfalls ?? [];
  const nameOf = (code: string): string => regions.get(code)?.short[language] ?? code;
  return (
    <>
      <FormulaRows caption={t('formula.rows')} rows={rows} />
      <TermsTable terms={terms} sum={sum} indicator={indicator} />
      {short.length > 0 && (
        <FormulaRows caption={t('pareto.title')} rows={shortfallRows({ short, indicator, nameOf, t, language })} />
      )}
    </>
  );
}
