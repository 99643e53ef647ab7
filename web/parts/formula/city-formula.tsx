import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import { city } from '#api/standings/contract.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import type { KnownPeriod } from '../period.ts';
import { Conditions } from '../proof/conditions.tsx';
import { Proof } from '../proof/proof.tsx';
import { forecastRows } from './forecast-rows.ts';
import { FormulaRows } from './formula-rows.tsx';

interface CityFormulaProps {
  readonly region: string;
  readonly indicator: Indicator;
  readonly period: KnownPeriod;
}

/** A city's proof on an indicator, and the rule's conditions with its numbers. */
export function CityFormula({ region, indicator, period }: CityFormulaProps) {
  const { t, language } = useText();
  const name = useRegions().get(region)?.short[language] ?? region;
  const result = useQuery(query(city, { params: { region }, query: period }));
  return (
    <Loaded result={result}>
      {({ indicators, rule }) => {
        const detail = indicators.find(({ standing }) => standing.indicator === indicator.code);
        if (detail === undefined) return null;
        const foreseen = forecastRows({ detail, indicator, t, language });
        return (
          <>
            <p>
              <LevelMark level={detail.standing.level} withWord />{' '}
              <Link
                to="/cities/$code"
                params={{ code: region }}
                search={{ ...period, indicator: indicator.code, show: 'proof' }}
              >
                {t('formula.toCity', { city: name })}
              </Link>
            </p>
            <Proof detail={detail} indicator={indicator} period={period} />
            {foreseen.length > 0 && <FormulaRows caption={t('formula.forecast')} rows={foreseen} />}
            <Conditions standing={detail.standing} rule={rule} kind={indicator.kind} />
          </>
        );
      }}
    </Loaded>
  );
}
