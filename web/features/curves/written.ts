/** A curve as it is being written, and how it is read back from what this tab kept. Pure. */
import type { CurveList, CurveVersion } from '#api/curve-changes/contract.ts';
import type { Bilingual } from '#api/http/shapes.ts';
import { isRecord } from '../../ui/is-record.ts';
import { curveTexts, type CurveTexts } from '../../parts/curve-texts.ts';

export interface WrittenCurve {
  /** Which it becomes the next version of; null for a new one. */
  readonly code: string | null;
  readonly name: Bilingual;
  readonly source: Bilingual;
  readonly texts: CurveTexts;
  /** The shares that it was begun from. */
  readonly begun: readonly number[];
}

const noText: Bilingual = { zh: '', en: '' };

/** Begun from a curve: one of the office's own becomes its next version, one of the program a new curve. */
export function begunFrom({ code, version, name, source, points }: CurveVersion): WrittenCurve {
  const isOwn = version > 0;
  return { code: isOwn ? code : null, name: isOwn ? name : noText, source, texts: curveTexts(points), begun: points };
}

/** Begun from the season of completed years, with its source. */
export const begunFromSeason = (points: readonly number[], source: Bilingual): WrittenCurve => ({
  code: null,
  name: noText,
  source,
  texts: curveTexts(points),
  begun: points,
});

/** The next code that the office has not used: people call a curve by its name. */
export function freeCode({ curves }: Pick<CurveList, 'curves'>): string {
  const used = curves.flatMap(({ code }) => {
    const number = /^office-(\d+)$/.exec(code)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return `office-${1 + Math.max(0, ...used)}`;
}

/** What was kept, perhaps by an older program; null where it is no such thing. */
export function keptCurve(text: string): WrittenCurve | null {
  try {
    const kept: unknown = text === '' ? null : JSON.parse(text);
    return isWritten(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isWritten(value: unknown): value is WrittenCurve {
  return (
    isRecord(value) &&
    (value['code'] === null || typeof value['code'] === 'string') &&
    isBilingual(value['name']) &&
    isBilingual(value['source']) &&
    isTwelve(value['texts'], 'string') &&
    isTwelve(value['begun'], 'number')
  );
}

const isBilingual = (value: unknown): boolean =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

const isTwelve = (value: unknown, type: 'string' | 'number'): boolean =>
  Array.isArray(value) && value.length === 12 && value.every((one) => typeof one === type);
