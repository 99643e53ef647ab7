import type { NodePlan } from '#api/node-plans/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { CurvePicture } from '../../charts/curve-picture.tsx';
import { formatInstant, formatMonth, formatPercent, formatShortMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { DecideNodePlan, WithdrawNodePlan } from './node-plan-decision.tsx';
import { ProposeNodePlan } from './node-plan-form.tsx';
import styles from './page.module.css';

interface NodePlanPanelProps {
  readonly plan: NodePlan;
  /** The first month that a plan approved now may judge. */
  readonly earliestMonth: number | null;
}

/** One plan: its picture beside the department's curve, what may be done with it, and what was done. */
export function NodePlanPanel({ plan, earliestMonth }: NodePlanPanelProps) {
  const { t, language } = useText();
  const city = useRegions().get(plan.region)?.short[language] ?? plan.region;
  const indicator = useIndicators().get(plan.indicator)?.name[language] ?? plan.indicator;
  const heading = t('curves.plans.heading', { city, indicator });
  const [newest] = plan.history;
  return (
    <section className={styles.part} aria-label={heading}>
      <h2>{heading}</h2>
      {plan.can.submit ? (
        <ProposeNodePlan plan={plan} />
      ) : (
        newest !== undefined && <Shown plan={plan} points={newest.points} title={heading} />
      )}
      {plan.can.decide && <DecideNodePlan plan={plan} earliestMonth={earliestMonth} />}
      {plan.can.withdraw && <WithdrawNodePlan plan={plan} />}
      {plan.history.length > 0 && <History plan={plan} />}
    </section>
  );
}

interface ShownProps {
  readonly plan: NodePlan;
  readonly points: readonly number[];
  readonly title: string;
}

function Shown({ plan, points, title }: ShownProps) {
  const { t, language } = useText();
  const nodes = points.map((share, index) => ({ month: formatShortMonth(index + 1, language), share }));
  return (
    <div className={styles.form}>
      <CurvePicture
        title={title}
        points={points}
        beside={plan.department.points}
        monthName={(month) => formatShortMonth(month, language)}
        shareText={(share) => formatPercent(share)}
      />
      <p className={styles.hint}>{t('curves.plans.besideNote', { curve: plan.department.name[language] })}</p>
      <dl className={styles.nodes} aria-label={t('curves.numbers')}>
        {nodes.map(({ month, share }) => (
          <div key={month}>
            <dt>{month}</dt>
            <dd>{formatPercent(share, 4)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function History({ plan }: { readonly plan: NodePlan }) {
  const { t, language } = useText();
  return (
    <div>
      <h3>{t('curves.plans.history')}</h3>
      <table ref={cardLabels} className={styles.list}>
        <thead>
          <tr>
            {(['at', 'who', 'what', 'effect', 'nodes'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`curves.plans.${column}`)}
              </th>
            ))}
            <th scope="col">{t('curves.columns.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.history.map(({ version, at, person, action, effectiveMonth, points, reason }) => (
            <tr key={version}>
              <th scope="row">{formatInstant(at)}</th>
              <td>{person}</td>
              <td>{t(`curves.plans.actions.${action}`)}</td>
              <td>{effectiveMonth === null ? '' : formatMonth(plan.year, effectiveMonth, language)}</td>
              <td>{[2, 5, 8].map((index) => formatPercent(points[index] ?? null)).join(' / ')}</td>
              <td className={styles.words}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
