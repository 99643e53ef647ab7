import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview, ShortfallReply } from '#api/standings/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { formatGap, formatPercent, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';

/** Which cities move the province: for every indicator the gaps below the pace, the largest first, and their cumulative share. */
export function Pareto({ reply }: { readonly reply: Overview }) {
  const { t } = useText();
  const indicators = [...useIndicators().values()];
  const groups = indicators.flatMap((indicator) => {
    const line = reply.province.indicators.find((one) => one.indicator === indicator.code);
    const short = line?.shortfalls ?? [];
    return short.length === 0 ? [] : [{ indicator, short }];
  });
  const title = t('pareto.title');
  return (
    <section>
      <h2>{title}</h2>
      {groups.length === 0 ? (
        <p>{t('pareto.none')}</p>
      ) : (
        <TableScroller label={title}>
          <table ref={cardLabels} className={table.table}>
            <caption>{t('pareto.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('pareto.city')}</th>
                {(['gap', 'share', 'cumulative'] as const).map((column) => (
                  <th key={column} scope="col" className={table.number}>
                    {t(`pareto.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map((group) => (
              <Group key={group.indicator.code} {...group} reply={reply} />
            ))}
          </table>
        </TableScroller>
      )}
    </section>
  );
}

interface GroupProps {
  readonly indicator: Indicator;
  readonly short: readonly ShortfallReply[];
  readonly reply: Overview;
}

/** One indicator's cities; the shares are of the sum in its first line. */
function Group({ indicator, short, reply }: GroupProps) {
  const { t, language } = useText();
  const total = short.reduce((sum, { gapAmount }) => sum + gapAmount, 0);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={table.wrap}>
          <FormulaNumber of={{ region: reply.province.region, indicator: indicator.code }}>
            {t(`pareto.${indicator.kind === 'ratio' ? 'target' : 'pace'}`, {
              indicator: indicator.short[language],
              count: short.length,
              total: withUnit(formatGap(total, indicator), indicator, language),
            })}
          </FormulaNumber>
        </th>
      </tr>
      {short.map((one) => (
        <City key={one.region} one={one} indicator={indicator} reply={reply} />
      ))}
    </tbody>
  );
}

interface CityProps extends Pick<GroupProps, 'indicator' | 'reply'> {
  readonly one: ShortfallReply;
}

function City({ one: { region, gapAmount, share, cumulative }, indicator, reply }: CityProps) {
  const { language } = useText();
  const name = useRegions().get(region)?.short[language] ?? region;
  const { year, month, province } = reply;
  // How a share comes about is among the province's formulas.
  const ofProvince = { region: province.region, indicator: indicator.code };
  return (
    <tr>
      <th scope="row">
        <Link
          to="/cities/$code"
          params={{ code: region }}
          search={{ year, month, indicator: indicator.code, show: 'proof' }}
        >
          {name}
        </Link>
      </th>
      <td className={table.number}>
        <FormulaNumber of={{ region, indicator: indicator.code }}>{formatGap(gapAmount, indicator)}</FormulaNumber>
      </td>
      <td className={table.number}>
        <FormulaNumber of={ofProvince}>{formatPercent(share, 1)}</FormulaNumber>
      </td>
      <td className={table.number}>
        <FormulaNumber of={ofProvince}>{formatPercent(cumulative, 1)}</FormulaNumber>
      </td>
    </tr>
  );
}
