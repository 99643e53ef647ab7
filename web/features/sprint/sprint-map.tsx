import { useRouter } from '@tanstack/react-router';
import { useRegions } from '../../api/reference.ts';
import { TileMap } from '../../charts/tile-map.tsx';
import { formatPercent } from '../../text/format.ts';
import { knownPeriodOf } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { SprintView } from './sprint-view.ts';

/** The view's cities where they roughly lie, each with its level and its completion on the view's indicator. */
export function SprintMap({ view: { reply, indicator, rows } }: { readonly view: SprintView }) {
  const { t, language } = useText();
  const regions = useRegions();
  const router = useRouter();
  const search = { ...knownPeriodOf(reply), indicator: indicator.code };
  const tiles = rows.flatMap(({ region: code, name, standing }) => {
    const tile = regions.get(code)?.tile;
    if (!tile) return [];
    const { href } = router.buildLocation({ to: '/cities/$code', params: { code }, search });
    const note = formatPercent(standing?.completion ?? null, 1);
    return [{ code, ...tile, name, level: standing?.level ?? 'no-data', note, href }];
  });
  const title = t('overview.map', { indicator: indicator.short[language] });
  return <TileMap title={title} tiles={tiles} hasLargeWords />;
}
