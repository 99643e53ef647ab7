import type { PlanContent } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatDay, formatFigure, formatMonthName, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import { CoverageLine } from './coverage-line.tsx';
import { CredibilityTable } from './credibility-table.tsx';
import { periodName } from './period-name.ts';

interface PlanContentsProps {
  readonly plan: PlanContent;
  readonly indicator: Indicator;
}

/** A plan as it was written: its periods, how credible its months are, what is to be done, and the projects behind it. */
export function PlanContents({ plan, indicator }: PlanContentsProps) {
  const { t, language } = useText();
  return (
    <>
      <Parts plan={plan} indicator={indicator} />
      <h3>{t('backPlans.credibility')}</h3>
      <CredibilityTable months={plan.credibility} indicator={indicator} />
      {plan.measures.length > 0 && <h3>{t('backPlans.measures')}</h3>}
      {plan.measures.map(({ month, text }) => (
        <p key={month}>
          {formatMonthName(month, language)}: {text}
        </p>
      ))}
      <Projects plan={plan} indicator={indicator} />
    </>
  );
}

function Parts({ plan, indicator }: PlanContentsProps) {
  const { t, language } = useText();
  return (
    <table ref={cardLabels} className={table.table}>
      <caption className="visually-hidden">{t('backPlans.plan')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backPlans.month')}</th>
          <th scope="col">
            {t('backPlans.planned')} ({unitOf(indicator, language)})
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.parts.map(({ month, part, from, amount }) => (
          <tr key={from}>
            <th scope="row">{periodName({ month, part }, { t, language })}</th>
            <td>{formatFigure(amount, indicator)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('backPlans.rows.sum')}</th>
          <td>
            <SheetNumber of="sum">{formatFigure(plan.remaining, indicator)}</SheetNumber>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The projects that a plan names, and how far they cover it. */
function Projects({ plan, indicator }: PlanContentsProps) {
  const { t } = useText();
  return (
    <>
      <h3>{t('backPlans.projects')}</h3>
      {plan.coverage && <CoverageLine coverage={plan.coverage} remaining={plan.remaining} indicator={indicator} />}
      <ul>
        {plan.projects.map((project) => (
          <li key={project.id}>
            <ProjectWords project={project} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A project in words: its area and planned start, or why it does not count. */
export function ProjectWords({
  project: { name, area, startPlanned, counts },
}: {
  readonly project: PlanContent['projects'][number];
}) {
  const { t } = useText();
  if (name === '') return t('backPlans.withdrawn');
  const values = { name, area: (area ?? 0).toLocaleString('en'), day: formatDay(startPlanned) };
  return counts ? t('backPlans.project', values) : t('backPlans.projectOut', values);
}
