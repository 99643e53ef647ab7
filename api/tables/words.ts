import type { Origin } from '../http/shapes.ts';
import type { Language } from '../http/problem.ts';
import type { Indicator } from '../indicators/contract.ts';

/** Where a value comes from, said in every row: a file is read without the page that it was taken from. */
export const originWords: Readonly<Record<Origin, Readonly<Record<Language, string>>>> = {
  invented: { zh: '演示数据（虚构）', en: 'invented (demonstration)' },
  published: { zh: '公开数据', en: 'published' },
  derived: { zh: '由公开数据推算', en: 'derived from published numbers' },
  reported: { zh: '本系统报送', en: 'reported here' },
};

/** Computed values have more digits than anybody measured. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

/** A ratio's share in per cent, everything else as it is. */
export function shareOrAmount(value: number | null, { kind }: Pick<Indicator, 'kind'>): number | null {
  return value === null || kind !== 'ratio' ? value : Number((value * 100).toFixed(4));
}
