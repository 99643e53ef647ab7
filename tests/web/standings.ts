/** Inputs that the tests of pages share: a standing without any value, and indicators of each kind. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import type { RegionStanding } from '#api/standings/contract.ts';
import { emptyStanding } from './sprint/rows.ts';

const points = Array.from({ length: 12 }, (_, index) => (index + 1) / 12);

/** An indicator of 万㎡ on a linear curve, core unless said otherwise. */
export function indicatorOf(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    kind: 'flow',
    name: { zh: code, en: code },
    short: { zh: code, en: code },
    unit: { zh: '万㎡', en: '10k m²' },
    scale: 10_000,
    decimals: 2,
    core: true,
    required: true,
    requiredFrom: null,
    retiredFrom: null,
    partOf: null,
    numeratorFrom: null,
    curve: { code: 'linear', name: { zh: '线性', en: 'linear' }, points, source: { zh: '', en: '' } },
    definition: { zh: '', en: '' },
    ...more,
  };
}

/** A standing; what is not given is unknown. */
export function standingOf(indicator: string, more: Partial<StandingReply> = {}): StandingReply {
  return { ...emptyStanding, indicator, ...more };
}

/** A city of the overview. */
export function cityOf(
  region: string,
  level: RegionStanding['level'],
  indicators: readonly StandingReply[] = [],
): RegionStanding {
  const own = indicators.map((standing) => ({ strip: [], ...standing }));
  return { region, level, counts: {}, indicators: own, strip: [], status: 'accepted' };
}
