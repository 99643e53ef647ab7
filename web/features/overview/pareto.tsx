import { Link } from '@tanstack/react-router';
import type { Overview, ShortfallReply } from '#api/standings/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { FormulaSheet, SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatGap, formatPercent, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { paretoRows, shareKey, sumKey, sumOfGaps, type ShortGroup } from './pareto-rows.ts';

/** Which cities move the province: for every indicator the gaps below the pace, the largest first, and their cumulative share. */
export function Pareto({ reply }: { readonly reply: Overview }) {
  const { t, language } = useText();
  const regions = useRegions();
  const indicators = [...useIndicators().values()];
  const groups = indicators.flatMap((indicator) => {
    const line = reply.province.indicators.find((one) => one.indicator === indicator.code);
    const short = line?.shortfalls ?? [];
    return short.length === 0 ? [] : [{ indicator, short }];
  });
  const title = t('pareto.title');
  const nameOf = (region: string): string => regions.get(region)?.short[language] ?? region;
  return (
    <section>
      <h2>{title}</h2>
      {groups.length === 0 ? (
        <p>{t('pareto.none')}</p>
      ) : (
        <FormulaSheet from="/" name="pareto" title={title} rows={paretoRows(groups, { nameOf, t, language })}>
          <Groups groups={groups} reply={reply} />
        </FormulaSheet>
      )}
    </section>
  );
}

interface GroupsProps {
  readonly groups: readonly ShortGroup[];
  readonly reply: Overview;
}

function Groups({ groups, reply }: GroupsProps) {
  const { t } = useText();
  return (
    <TableScroller label={t('pareto.title')}>
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
  );
}

/** One indicator's cities; the shares are of the sum in its first line. */
function Group({ indicator, short, reply }: ShortGroup & Pick<GroupsProps, 'reply'>) {
  const { t, language } = useText();
  const total = withUnit(formatGap(sumOfGaps(short), indicator), indicator, language);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={table.wrap}>
          {t(`pareto.${indicator.kind === 'ratio' ? 'target' : 'pace'}`, {
            indicator: indicator.short[language],
            count: short.length,
          })}{' '}
          <SheetNumber of={sumKey(indicator.code)}>{total}</SheetNumber>
        </th>
      </tr>
      {short.map((one) => (
        <ShortRow key={one.region} of={one} indicator={indicator} reply={reply} />
      ))}
    </tbody>
  );
}

interface ShortRowProps extends Pick<ShortGroup, 'indicator'>, Pick<GroupsProps, 'reply'> {
  readonly of: ShortfallReply;
}

function ShortRow({ of, indicator, reply: { year, month } }: ShortRowProps) {
  const { language } = useText();
  const regions = useRegions();
  const { region, gapAmount, share, cumulative } = of;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/cities/$code"
          params={{ code: region }}
          search={{ year, month, indicator: indicator.code, show: 'proof' }}
        >
          {regions.get(region)?.short[language] ?? region}
        </Link>
      </th>
      <td className={table.number}>
        <FormulaNumber of={{ region: region, indicator: indicator.code }}>
          {formatGap(gapAmount, indicator)}
        </FormulaNumber>
      </td>
      <td className={table.number}>
        <SheetNumber of={shareKey(indicator.code, region, 'share')}>{formatPercent(share, 1)}</SheetNumber>
      </td>
      <td className={table.number}>
        <SheetNumber of={shareKey(indicator.code, region, 'cumulative')}>{formatPercent(cumulative, 1)}</SheetNumber>
      </td>
    </tr>
  );
}
