import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { monthsToCome } from '#api/measures/scenario.ts';
import { getScenarioContext } from '#api/scenarios/contract.ts';
import { scenarioOf } from '#api/scenarios/lifecycle.ts';
import type { City } from '#api/standings/contract.ts';
import { query } from '../../../api/queries.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import type { ScenarioContext } from '#api/scenarios/contract.ts';
import { ScenarioForm } from './scenario-form.tsx';

export interface ScenarioPartProps {
  readonly reply: City;
  readonly indicator: Indicator;
}

/** Trying the months to come of one indicator; loaded when it is opened. */
export function ScenarioPart({ reply, indicator }: ScenarioPartProps) {
  const { region, year, month } = reply;
  const result = useQuery(
    query(getScenarioContext, { params: { region, indicator: indicator.code }, query: { year, month } }),
  );
  return (
    <Loaded result={result}>{(context) => <Ready context={context} reply={reply} indicator={indicator} />}</Loaded>
  );
}

function Ready({ context, reply, indicator }: ScenarioPartProps & { readonly context: ScenarioContext }) {
  const { t } = useText();
  const conditions = reply.rule.conditions[indicator.kind];
  const scenario = useMemo(() => scenarioOf(context, indicator, conditions), [context, indicator, conditions]);
  if (monthsToCome(scenario).length === 0) return <p>{t('scenario.over')}</p>;
  return (
    <ScenarioForm
      key={`${context.region} ${context.indicator} ${context.year} ${context.month}`}
      scenario={scenario}
      context={context}
      indicator={indicator}
    />
  );
}
