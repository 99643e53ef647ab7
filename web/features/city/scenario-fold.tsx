import { useText } from '../../text/messages/use-text.ts';
import { furtherPart } from '../../parts/further-part.tsx';
import { CityFold } from './city-fold.tsx';

const { Part: ScenarioPart } = furtherPart(
  'scenario',
  async () => (await import('./scenario/scenario-part.tsx')).ScenarioPart,
);

/** Trying the months to come, loaded when it is opened; of another day's knowledge nothing is to come. */
export function ScenarioFold({ reply, indicator }: Parameters<typeof ScenarioPart>[0]) {
  const { t, language } = useText();
  if (reply.known !== undefined) return null;
  return (
    <CityFold name="scenario" title={t('city.scenario', { indicator: indicator.short[language] })}>
      <ScenarioPart reply={reply} indicator={indicator} />
    </CityFold>
  );
}
