import type { CurveAssignment, CurveList } from '#api/curve-changes/contract.ts';
import { assignmentAt } from '#api/curves/lifecycle.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { compareMonths, dayParts } from '#api/measures/calendar.ts';
import { useIndicators } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { useCurveName } from './use-curve-name.ts';
import styles from './page.module.css';

/** Which curve judges each indicator now. */
export function InForce({ list }: { readonly list: CurveList }) {
  const { t } = useText();
  const indicators = [...useIndicators().values()].filter(({ retiredFrom }) => retiredFrom === null);
  return (
    <section>
      <h2>{t('curves.inForce')}</h2>
      <table ref={cardLabels} className={styles.list}>
        <thead>
          <tr>
            {(['indicator', 'curve', 'since'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`curves.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <Row key={indicator.code} indicator={indicator} list={list} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What judges an indicator in the month of the office's day; undefined where that is the curve it came with. */
function useAssigned(list: CurveList, indicator: Indicator): CurveAssignment | undefined {
  const { today } = useSession();
  const standing = list.assignments.filter((one) => one.indicator === indicator.code && one.withdrawn === null);
  const lastFirst = standing.toSorted((a, b) => compareMonths(monthOf(b), monthOf(a)) || b.number - a.number);
  return assignmentAt(lastFirst, dayParts(today));
}

const monthOf = ({ effectiveYear: year, effectiveMonth: month }: CurveAssignment) => ({ year, month });

function Row({ indicator, list }: { readonly indicator: Indicator; readonly list: CurveList }) {
  const { t, language } = useText();
  const nameOf = useCurveName();
  const assigned = useAssigned(list, indicator);
  return (
    <tr>
      <th scope="row">{indicator.name[language]}</th>
      <td>{assigned === undefined ? indicator.curve.name[language] : nameOf(assigned)}</td>
      <td>
        {assigned === undefined
          ? t('curves.fromStart')
          : formatMonth(assigned.effectiveYear, assigned.effectiveMonth, language)}
      </td>
    </tr>
  );
}
