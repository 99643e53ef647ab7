/** The sums of a ledger as formulas: a month's projects, what they come to since January, and what was reported above that. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { LedgerMonth } from '#api/projects/contract.ts';
import { differenceOf } from '#api/projects/lifecycle.ts';
import { formatAmount, formatGap, formatList, formatMonthName, noValue } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';
import { exactly, exactPlaces } from './formula/exactly.ts';
import type { ProofRow } from './proof/proof-rows.ts';

/** `prefab-area.9.difference`. */
export const ledgerKey = ({ indicator, month }: LedgerMonth, of: 'started' | 'ledger' | 'difference'): string =>
  `${indicator}.${month}.${of}`;

interface Asked extends Words {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The month that is shown; all of them where it is null. */
  readonly month: number | null;
  /** The cumulatives that stand in the place of the accepted ones, by indicator and in its unit. */
  readonly reported?: ReadonlyMap<string, number> | undefined;
}

/** The rows of every sum that is known, of the months shown; `months` are a city's year. */
export function ledgerRows(months: readonly LedgerMonth[], asked: Asked): readonly ProofRow[] {
  const shown = months.filter(({ month }) => asked.month === null || month === asked.month);
  return shown.flatMap((one) => {
    const indicator = asked.indicators.get(one.indicator);
    const year = months.filter((other) => other.indicator === one.indicator && other.month <= one.month);
    return indicator === undefined ? [] : rowsOf(one, year, { ...asked, indicator });
  });
}

/** Square metres, as a project has them. */
const metres = (area: number | null): string => formatAmount(area, { decimals: 0 });

function rowsOf(
  one: LedgerMonth,
  year: readonly LedgerMonth[],
  { indicator, t, language, reported }: Pick<Asked, 'reported' | 't' | 'language'> & { readonly indicator: Indicator },
): readonly ProofRow[] {
  const { started, cumulative } = one;
  const told = reported?.get(one.indicator) ?? one.reported.cumulative;
  const exact = (value: number | null): string => exactly(value, indicator);
  const counted = started.terms.filter(({ area }) => area !== null);
  const areas = counted.map(({ area }) => metres(area)).join(' + ');
  const monthly = year.flatMap(({ started: { amount } }) => (amount === null ? [] : exact(amount)));
  const difference = differenceOf(told, cumulative.amount);
  const [ledger, said] = [exact(cumulative.amount), exact(told)];
  const row = (of: 'started' | 'ledger' | 'difference', value: string, formula: string, how = ''): ProofRow => ({
    key: ledgerKey(one, of),
    label: `${indicator.short[language]} · ${formatMonthName(one.month, language)} · ${t(`ledgerSums.${of}`)}`,
    value,
    formula,
    how,
    origin: null,
  });
  const names =
    started.projects === 0
      ? t('ledgerSums.projects', { count: 0 })
      : formatList(
          counted.map(({ name }) => name),
          language,
        );
  const rows = [
    row('started', exact(started.amount), areas === '' ? '' : `(${areas}) ÷ ${metres(indicator.scale)}`, names),
    row('ledger', ledger, monthly.join(' + ')),
    row('difference', formatGap(difference, exactPlaces(difference, indicator)), `${said} − ${ledger}`),
  ];
  return rows.filter(({ value }) => value !== noValue);
}
