/** Cells and regions that the tests of the page of targets share. */
import type { Region } from '#api/regions/contract.ts';
import type { TargetCell, TargetStep } from '#api/targets/contract.ts';

/** One line of a ledger. */
export function stepOf(sequence: number, amount: number, effectiveMonth = 1): TargetStep {
  return {
    sequence,
    amount,
    effectiveMonth,
    documentNumber: '浙建〔2020〕1号',
    documentDate: null,
    reason: '年度目标分解下达',
    author: 'official',
    decidedAt: '2020-01-20T02:00:00.000Z',
    origin: 'reported',
    source: null,
  };
}

/** A cell with the given lines, which an official may change. */
export function cellOf(region: string, indicator: string, steps: readonly TargetStep[] = []): TargetCell {
  return {
    region,
    indicator,
    version: steps.length,
    steps: [...steps],
    withdrawn: [],
    can: { change: true, withdraw: false },
  };
}

/** A region by its code. */
export function regionOf(code: string, kind: Region['kind'] = 'city'): Region {
  const parent = kind === 'province' ? null : '330000';
  return { code, kind, name: { zh: code, en: code }, short: { zh: code, en: code }, parent, tile: null };
}
