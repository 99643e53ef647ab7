/** The words in a burn-up, and what it says of a point. Pure: `t` is the page's texts. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { lastAccepted } from '../charts/burn-up-layout.ts';
import type { BurnUpInput, BurnUpPoint, BurnUpWords } from '../charts/burn-up-input.ts';
import {
  formatBrief,
  formatBriefEnough,
  formatBriefPercent,
  formatDay,
  formatPercent,
  formatShortMonth,
  formatTick,
  noValue,
} from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';

interface Described {
  readonly input: BurnUpInput;
  readonly indicator: Pick<Indicator, 'kind'>;
  readonly standing: Pick<StandingReply, 'target' | 'neededPerMonth'>;
  /** For a small picture among others: no more than one needs to compare them. */
  readonly brief?: boolean;
  /** Whether the values are shares of the annual target, so that cities of any size are compared. */
  readonly asShares: boolean;
}

/**
 * The words of a picture; what is missing and needed is said in the indicator's unit also where shares are drawn, and what is
 * needed rounded up: it must suffice.
 */
export function burnUpWords(described: Described, { t, language }: Words): BurnUpWords {
  const { input, indicator, standing, asShares, brief = false } = described;
  const said = (value: number): string => (asShares ? formatBriefPercent(value) : formatBrief(value, indicator));
  const last = lastAccepted(input);
  const waiting = input.points.findLast(({ accepted }) => !accepted);
  const target = input.targets.at(-1)?.value ?? null;
  const isOpen = last !== undefined && last.position < 12 && (target === null || last.value < target);
  const ending = last === undefined ? null : last.position >= 12 ? last.value : input.projection;
  const missing = target === null || ending === null ? 0 : target - ending;
  const unit = asShares ? (standing.target ?? 0) : 1;
  const needed = indicator.kind === 'ratio' || !isOpen ? null : standing.neededPerMonth;
  const projection = isOpen && (!brief || missing > 0) ? input.projection : null;
  const projectionKey = brief ? 'charts.burnUp.projectionBrief' : 'charts.burnUp.projection';
  return {
    value: last === undefined ? '' : said(last.value),
    pending: waiting === undefined ? '' : t('charts.burnUp.pending', { value: said(waiting.value) }),
    // Where shares are drawn the target is the scale’s own 100 %.
    target: target === null || (brief && asShares) ? '' : t('charts.burnUp.target', { value: said(target) }),
    plan: (input.plan ?? []).length === 0 ? '' : t('charts.burnUp.plan'),
    pace: input.pace.length === 0 ? '' : t('charts.pace'),
    lastYear: (input.lastYear ?? []).length === 0 ? '' : t('charts.burnUp.lastYear'),
    projection: projection === null ? '' : t(projectionKey, { value: said(projection) }),
    missing:
      missing <= 0 || indicator.kind === 'ratio'
        ? ''
        : t('charts.burnUp.missing', { value: formatBrief(missing * unit, indicator) }),
    needed:
      needed === null || needed <= 0 || brief ? '' : t('charts.burnUp.needed', { value: formatBriefEnough(needed) }),
    tick: (value) => (asShares ? formatPercent(value, 0) : formatTick(value, indicator)),
    month: (month) => formatShortMonth(month, language),
  };
}

/** A point as keyboard and pointer read it: its day or month, value, pace, and how far apart they are. */
export function pointReading(
  point: BurnUpPoint,
  { indicator, asShares, day }: Pick<Described, 'indicator' | 'asShares'> & { readonly day?: string | undefined },
  { t, language }: Words,
): string {
  const said = (value: number): string => (asShares ? formatBriefPercent(value) : formatBrief(value, indicator));
  const { value, expected } = point;
  const against = indicator.kind === 'ratio' ? 'target' : 'pace';
  return t(`charts.burnUp.read.${against}`, {
    at: day === undefined ? formatShortMonth(point.month, language) : formatDay(day),
    value: said(value),
    expected: expected === null ? noValue : said(expected),
    gap: expected === null ? '' : gapWords(value - expected, said, t),
    state: point.accepted ? '' : t('charts.pending'),
  });
}

function gapWords(gap: number, said: (value: number) => string, t: Words['t']): string {
  if (Math.abs(gap) < 1e-9) return t('charts.burnUp.read.even');
  return t(gap < 0 ? 'charts.burnUp.read.below' : 'charts.burnUp.read.above', { gap: said(Math.abs(gap)) });
}
