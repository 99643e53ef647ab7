import { useRouter } from '@tanstack/react-router';
import { TileMap } from '../../charts/tile-map.tsx';
import { formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import type { CitiesShown } from './rows.ts';

/** The cities where they roughly lie, each with its level and the first shown indicator's completion. */
export function CityMap({ rows, period }: CitiesShown) {
  const { t, language } = useText();
  const regions = useRegions();
  const router = useRouter();
  const addressOf = (code: string) => ({ to: '/cities/$code', params: { code }, search: period }) as const;
  const tiles = rows.flatMap(({ city, cells }) => {
    const region = regions.get(city.region);
    if (!region?.tile) return [];
    const { href } = router.buildLocation(addressOf(region.code));
    const note = formatPercent(cells[0]?.standing?.completion ?? null, 1);
    return [{ code: region.code, ...region.tile, name: region.short[language], level: city.level, note, href }];
  });
  const title = t('overview.map', { indicator: rows[0]?.cells[0]?.indicator.short[language] ?? '' });
  return <TileMap title={title} tiles={tiles} onOpen={(code) => void router.navigate(addressOf(code))} />;
}
