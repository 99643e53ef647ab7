import type { StandingReply } from '#api/http/shapes.ts';
import type { Condition, Kind } from '#api/measures/vocabulary.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { comparedTexts } from '../../text/measure-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { isHeld, structureText } from './condition-verdict.ts';
import { cardLabels } from '../../ui/card-labels.ts';

interface ConditionsProps {
  readonly standing: StandingReply;
  readonly rule: RuleDetail;
  readonly kind: Kind;
}

/** How the rule's conditions combine to each level, and each of them with this city's number. */
export function Conditions({ standing, rule, kind }: ConditionsProps) {
  const { t, language } = useText();
  return (
    <section>
      <TableScroller label={t('city.conditions.title')}>
        <table ref={cardLabels} className={table.table}>
          <caption>{t('city.conditions.caption', { rule: rule.name[language], version: rule.version })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('city.conditions.condition')}</th>
              <th scope="col" className={table.number}>
                {t('city.conditions.value')}
              </th>
              <th scope="col">{t('city.conditions.held')}</th>
            </tr>
          </thead>
          {(['behind', 'watch'] as const).map((level) => (
            <LevelRows
              key={level}
              level={level}
              condition={rule.conditions[kind][level]}
              reasons={standing.reasons.filter((reason) => reason.level === level)}
            />
          ))}
        </table>
      </TableScroller>
    </section>
  );
}

interface LevelRowsProps {
  readonly level: 'behind' | 'watch';
  readonly condition: Condition;
  readonly reasons: StandingReply['reasons'];
}

function LevelRows({ level, condition, reasons }: LevelRowsProps) {
  const { t } = useText();
  if (reasons.length === 0) return null;
  const verdict = t('city.conditions.verdict', {
    level: t(`rules.${level}`),
    structure: structureText(condition, { t }),
    held: t(isHeld(condition, reasons) ? 'city.conditions.yes' : 'city.conditions.no'),
  });
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={table.wrap}>
          <strong>{verdict}</strong>
        </th>
      </tr>
      {reasons.map((reason) => (
        <Line key={`${reason.measure} ${reason.operator} ${reason.number}`} reason={reason} />
      ))}
    </tbody>
  );
}

function Line({ reason }: { readonly reason: StandingReply['reasons'][number] }) {
  const { t, language } = useText();
  const { value, number } = comparedTexts(reason.measure, reason, language);
  return (
    <tr>
      <td className={table.wrap}>
        {t('rules.leaf', {
          measure: t(`rules.measures.${reason.measure}`),
          operator: t(`rules.operators.${reason.operator}`),
          number,
        })}
      </td>
      <td className={table.number}>{value}</td>
      <td>{t(heldWord(reason))}</td>
    </tr>
  );
}

function heldWord({ value, held }: StandingReply['reasons'][number]) {
  if (value === null) return 'city.conditions.unknown' as const;
  return held ? ('city.conditions.yes' as const) : ('city.conditions.no' as const);
}
