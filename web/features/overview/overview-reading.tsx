import { getRouteApi } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { Reading } from '../../parts/highlight/reading.tsx';
import { standingReading } from '../../parts/standing-reading.ts';
import { useText } from '../../text/messages/use-text.ts';

const route = getRouteApi('/');

interface OverviewReadingProps {
  readonly reply: Overview;
  /** What is read where a picture shows one indicator. */
  readonly indicator: Indicator | undefined;
}

/** What is pointed at in map, bars or matrix, in words. */
export function OverviewReading({ reply, indicator }: OverviewReadingProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const indicators = useIndicators();
  const { region: chosen } = route.useSearch();
  return (
    <Reading
      chosen={chosen}
      read={(mark) => {
        const of = indicators.get(mark.indicator ?? '') ?? indicator;
        const standings =
          mark.region === reply.province.region
            ? reply.province.indicators
            : (reply.regions.find(({ region }) => region === mark.region)?.indicators ?? []);
        const standing = standings.find((one) => one.indicator === of?.code) ?? null;
        const name = regions.get(mark.region)?.short[language] ?? mark.region;
        return of === undefined ? name : standingReading(name, standing, of, { t, language });
      }}
    />
  );
}
