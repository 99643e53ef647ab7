import type { StandingReply } from '#api/http/shapes.ts';
import type { RuleDetail } from '#api/standings/contract.ts';
import { TableScroller } from '../../components/table-scroller.tsx';
import table from '../../components/table.module.css';
import { measureText } from '../../measure-text.ts';
import { useText } from '../../messages/use-text.ts';

interface ConditionsProps {
  readonly standing: StandingReply;
  readonly rule: RuleDetail;
}

/** Each condition of the rule with this city's number and whether it held. */
export function Conditions({ standing, rule }: ConditionsProps) {
  const { t, language } = useText();
  return (
    <section>
      <h2>{t('city.conditions.title')}</h2>
      <TableScroller label={t('city.conditions.title')}>
        <table className={table.table}>
          <caption>{t('city.conditions.caption', { rule: rule.name[language], version: rule.version })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('city.conditions.level')}</th>
              <th scope="col">{t('city.conditions.condition')}</th>
              <th scope="col" className={table.number}>
                {t('city.conditions.value')}
              </th>
              <th scope="col">{t('city.conditions.held')}</th>
            </tr>
          </thead>
          <tbody>
            {standing.reasons.map((reason) => (
              <tr key={`${reason.level} ${reason.measure} ${reason.number}`}>
                <td>{t(`rules.${reason.level}`)}</td>
                <td className={table.wrap}>
                  {t('rules.leaf', {
                    measure: t(`rules.measures.${reason.measure}`),
                    operator: t(`rules.operators.${reason.operator}`),
                    number: measureText(reason.measure, reason.number, language),
                  })}
                </td>
                <td className={table.number}>{measureText(reason.measure, reason.value, language)}</td>
                <td>{t(heldWord(reason))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroller>
    </section>
  );
}

function heldWord({ value, held }: StandingReply['reasons'][number]) {
  if (value === null) return 'city.conditions.unknown' as const;
  return held ? ('city.conditions.yes' as const) : ('city.conditions.no' as const);
}
