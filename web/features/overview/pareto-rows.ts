/** Which cities move the province, as formulas: the gaps of an indicator added up, and each city's share of their sum. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { ShortfallReply } from '#api/standings/contract.ts';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import { formatAmount, formatGap, formatPercent } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/** `prefab-area.sum`. */
export const sumKey = (indicator: string): string => `${indicator}.sum`;

/** `prefab-area.330300.cumulative`. */
export const shareKey = (indicator: string, region: string, of: 'share' | 'cumulative'): string =>
  `${indicator}.${region}.${of}`;

/** The cities below the pace of an indicator, the largest gap first. */
export interface ShortGroup {
  readonly indicator: Indicator;
  readonly short: readonly ShortfallReply[];
}

interface Asked extends Words {
  /** What a city is called. */
  readonly nameOf: (region: string) => string;
}

/** What the gaps of an indicator come to, below 0, in its unit. */
export const sumOfGaps = (short: readonly ShortfallReply[]): number =>
  short.reduce((sum, { gapAmount }) => sum + gapAmount, 0);

/** The rows of every indicator: the sum of its gaps, and each city's share of it, alone and with those before it. */
export const paretoRows = (groups: readonly ShortGroup[], asked: Asked): readonly ProofRow[] =>
  groups.flatMap((group) => rowsOf(group, asked));

/** So many that every share is reached to its last digit, also one of things that are few and counted. */
const typed = { decimals: 6 };

function rowsOf({ indicator, short }: ShortGroup, { nameOf, t, language }: Asked): readonly ProofRow[] {
  const row = (key: string, label: string, value: string, formula: string): ProofRow => ({
    key,
    label: `${indicator.short[language]} · ${label}`,
    value,
    formula,
    how: '',
    origin: null,
  });
  // How far below, without a sign: so they are typed into a calculator, and a share has none.
  const below = short.map(({ gapAmount }) => formatAmount(-gapAmount, typed));
  const all = bracketed(below);
  const sum = formatGap(sumOfGaps(short), indicator);
  return [
    row(sumKey(indicator.code), t('pareto.sum'), sum, ['0', ...below].join(' − ')),
    ...short.flatMap(({ region, share, cumulative }, at) => {
      const keyOf = (of: 'share' | 'cumulative'): string => shareKey(indicator.code, region, of);
      const label = (of: 'share' | 'cumulative'): string => `${nameOf(region)} · ${t(`pareto.${of}`)}`;
      const [own, together] = [below[at] ?? '', bracketed(below.slice(0, at + 1))];
      return [
        row(keyOf('share'), label('share'), formatPercent(share, 1), `${own} ÷ ${all}`),
        row(keyOf('cumulative'), label('cumulative'), formatPercent(cumulative, 1), `${together} ÷ ${all}`),
      ];
    }),
  ];
}

const bracketed = (terms: readonly string[]): string =>
  terms.length === 1 ? terms.join('') : `(${terms.join(' + ')})`;
