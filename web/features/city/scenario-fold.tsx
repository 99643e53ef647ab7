import { Suspense, lazy } from 'react';
import { useText } from '../../text/messages/use-text.ts';
import { CityFold } from './city-fold.tsx';
import type { ScenarioPartProps } from './scenario/scenario-part.tsx';

const ScenarioPart = lazy(async () => ({ default: (await import('./scenario/scenario-part.tsx')).ScenarioPart }));

/** Trying the months to come, loaded when it is opened; of another day's knowledge nothing is to come. */
export function ScenarioFold({ reply, indicator }: ScenarioPartProps) {
  const { t, language } = useText();
  if (reply.known !== undefined) return null;
  return (
    <CityFold name="scenario" title={t('city.scenario', { indicator: indicator.short[language] })}>
      <Suspense>
        <ScenarioPart reply={reply} indicator={indicator} />
      </Suspense>
    </CityFold>
  );
}
