/** What the province's bars show beside the cities' sums. Pure. */
import type { ProvinceStandingReply } from '#api/standings/contract.ts';

/**
 * The province's own target as a share of the sum of its cities': from the two completions of the same figure, which also
 * holds for a stock, whose target is an increase. Null where one of them is unknown or nothing is done yet.
 */
export function ownShare({
  completion,
  ownCompletion,
}: Pick<ProvinceStandingReply, 'completion' | 'ownCompletion'>): number | null {
  return completion === null || ownCompletion === null || ownCompletion <= 0 || completion <= 0
    ? null
    : completion / ownCompletion;
}

/** The lines that say anything: not those of indicators without a figure and without a target, except where no indicator has one. */
export function withNews(lines: readonly ProvinceStandingReply[]): readonly ProvinceStandingReply[] {
  const telling = lines.filter(({ level, actual }) => level !== 'no-target' || actual !== null);
  return telling.length === 0 ? lines : telling;
}

type OwnProvenance = NonNullable<ProvinceStandingReply['ownTargetProvenance']>;

/** The sources of the province's own targets, each with the indicators that it is of, in their order. */
export function withOwnTarget(
  lines: readonly Pick<ProvinceStandingReply, 'indicator' | 'ownTargetProvenance'>[],
): readonly { readonly codes: readonly string[]; readonly provenance: OwnProvenance }[] {
  const sources = new Map<string, { codes: string[]; provenance: OwnProvenance }>();
  for (const { indicator, ownTargetProvenance: provenance } of lines) {
    if (provenance === null) continue;
    const key = `${provenance.origin} ${provenance.source}`;
    const known = sources.get(key) ?? { codes: [], provenance };
    known.codes.push(indicator);
    sources.set(key, known);
  }
  return [...sources.values()];
}
