/** A month's figures as an official types them in the bureau's place, and as they are sent. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureIn } from '#api/figures/contract.ts';

/** Texts by field: an indicator's code, and for a ratio's denominator that with `/denominator`. */
export type Typed = Readonly<Record<string, string>>;

export interface EntryField {
  readonly key: string;
  readonly indicator: Indicator;
  readonly part: 'cumulative' | 'numerator' | 'denominator';
  /** Where a refusal points to. */
  readonly pointer: string;
}

/** The fields of a month: one an indicator, and two for a ratio. */
export function entryFields(indicators: readonly Indicator[]): readonly EntryField[] {
  return indicators.flatMap((indicator): EntryField[] => {
    const { code, kind } = indicator;
    const field = (part: EntryField['part'], key: string): EntryField => ({
      key,
      indicator,
      part,
      pointer: `/figures/${code}/${part}`,
    });
    return kind === 'ratio'
      ? [field('numerator', code), field('denominator', `${code}/denominator`)]
      : [field('cumulative', code)];
  });
}

/** What is sent: the indicators of which anything was typed. */
export function entryFigures(indicators: readonly Indicator[], typed: Typed): Readonly<Record<string, FigureIn>> {
  return Object.fromEntries(
    indicators.flatMap(({ code, kind }): [string, FigureIn][] => {
      const [first = '', denominator = ''] = [typed[code], typed[`${code}/denominator`]];
      if (first.trim() === '' && denominator.trim() === '') return [];
      return [[code, kind === 'ratio' ? { numerator: first, denominator } : { cumulative: first }]];
    }),
  );
}
