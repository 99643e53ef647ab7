/** An indicator's drafted targets as formulas: base and growth, what it is more than the year before, the sum. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import { typedFormat } from '#api/targets/lifecycle.ts';
import { reckonedRow } from '../../../parts/formula/reckoned-row.ts';
import type { ProofRow } from '../../../parts/proof/proof-rows.ts';
import { formatFigure, formatPercent } from '../../../text/format.ts';
import type { Words } from '../../../text/messages/words.ts';
import { formatChange } from './change-text.ts';
import {
  baseUnits,
  draftSum,
  growthOf,
  inIndicatorUnit,
  roundingOf,
  type DraftCell,
  type TypedDraft,
} from './draft.ts';

interface DraftRowsInput extends Words {
  readonly cells: readonly DraftCell[];
  readonly indicator: Indicator;
  readonly typed: TypedDraft;
  readonly year: number;
}

/** The rows of every drafted target that can be read, and of their sum beside the province's own. */
export function draftRows(input: DraftRowsInput): readonly ProofRow[] {
  return [...input.cells.flatMap((cell) => cellRows(cell, input)), ...sumRows(input)];
}

function cellRows(
  { row: { region }, base, amount, isTyped }: DraftCell,
  { indicator, typed, year, t, language }: DraftRowsInput,
): readonly ProofRow[] {
  if (amount === null) return [];
  const name = region.parent === null ? t('targetDraft.own') : region.short[language];
  const shown = formatFigure(inIndicatorUnit(amount, indicator), indicator);
  const growth = growthOf(typed, indicator);
  const isReckoned = !isTyped && base !== null && growth?.ok === true;
  const before = base === null ? '' : formatFigure(base.amount, indicator);
  const rounded = t('targetDraft.rounded', {
    step: roundingOf(typed, indicator),
    unit: typedFormat(indicator).unit[language],
  });
  const drafted = reckonedRow(
    `cell.${region.code}`,
    `${name} · ${t('targetDraft.drafted', { year })}`,
    shown,
    isReckoned ? grown(before, growth.value, indicator) : '',
    isReckoned ? rounded : t('targetDraft.typed'),
  );
  if (base === null) return [drafted];
  const change = formatChange(amount - baseUnits(base.amount, indicator), indicator, language);
  const label = `${name} · ${t('targetDraft.change', { base: year - 1 })}`;
  return [drafted, reckonedRow(`change.${region.code}`, label, change, `${shown} − ${before}`)];
}

/** `600.00 × (1 + 5.00%)`; of a share, which grows by points, `30.00% + 0.50%`. */
function grown(before: string, hundredths: number, { kind }: Indicator): string {
  const sign = hundredths < 0 ? '−' : '+';
  const growth = `${sign} ${formatPercent(Math.abs(hundredths) / 10_000)}`;
  return kind === 'ratio' ? `${before} ${growth}` : `${before} × (1 ${growth})`;
}

function sumRows({ cells, indicator, t, language }: DraftRowsInput): readonly ProofRow[] {
  const { sum, terms, own, difference } = draftSum(cells, indicator);
  if (sum === null) return [];
  const amount = (value: number): string => formatFigure(inIndicatorUnit(value, indicator), indicator);
  const added = reckonedRow('sum', t('targetDraft.sum'), amount(sum), terms.map(amount).join(' + '));
  if (own === null) return [added];
  const apart = formatChange(difference, indicator, language);
  return [added, reckonedRow('difference', t('targetDraft.difference'), apart, `${amount(sum)} − ${amount(own)}`)];
}
