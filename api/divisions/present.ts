import { inUnit } from '../figures/figure-text.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import type { DivisionLine, DivisionMeasures } from './contract.ts';
import type { Judged, Standing } from './lines.ts';

/** A region's line as it leaves the server, with the measures of one indicator. */
export function presentLine({ region, parts, level, sums, judged }: Standing, indicator: string | null): DivisionLine {
  const asked = judged.find((one) => one.indicator.code === indicator);
  return {
    region: region.code,
    name: { zh: region.nameZh, en: region.nameEn },
    parts,
    level,
    coverage: { accepted: sums.accepted, expected: sums.expected },
    indicators: judged.map((one) => ({
      indicator: one.indicator.code,
      level: one.standing.level,
      completion: one.standing.completion,
    })),
    measures: asked === undefined ? null : presentMeasures(asked),
  };
}

function presentMeasures({ indicator, standing }: Judged): DivisionMeasures {
  const isRatio = indicator.kind === 'ratio';
  const { completion, pace, scheduleRatio, gapPoints, ownCompletion, intensity, coverage } = standing;
  const inTargetUnit = (amount: number | null) => (amount === null ? null : targetInUnit(amount, indicator));
  return {
    indicator: indicator.code,
    level: standing.level,
    target: inTargetUnit(standing.target),
    targetOfAll: inTargetUnit(standing.targetOfAll),
    ownTarget: inTargetUnit(standing.ownTarget),
    ownCompletion,
    actual: isRatio ? standing.share : inUnit(standing.actual, indicator.scale),
    numerator: isRatio ? inUnit(standing.actual, indicator.scale) : null,
    denominator: inUnit(standing.denominator, indicator.scale),
    completion,
    pace,
    scheduleRatio,
    gapPoints,
    gapAmount: inUnit(standing.gapAmount, indicator.scale),
    remaining: inUnit(standing.remaining, indicator.scale),
    intensity: intensity === Number.POSITIVE_INFINITY ? 'infinite' : intensity,
    coverage: { accepted: coverage.accepted, expected: coverage.expected },
  };
}
