import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import type { Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { cumulativeBefore, incrementOf } from '#api/submissions/preview.ts';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { storedFigure } from '../../../parts/submissions/figures.ts';
import { figureUnitOf, formatSignedAmount, noValue } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { NotedOrigins } from '../../../parts/noted-origins.tsx';
import { cardLabels } from '../../../ui/card-labels.ts';
import tables from '../../../ui/data-table.module.css';

interface PaperFiguresProps {
  readonly submission: Submission;
  readonly version: SubmissionVersion;
  readonly indicators: readonly Indicator[];
}

/** The month's figures as they are signed: no levels, which are not the bureau's to vouch for. */
export function PaperFigures({ submission, version, indicators }: PaperFiguresProps) {
  const { t } = useText();
  return (
    <NotedOrigins values={version.figures.map(({ origin }) => [origin])}>
      <table ref={cardLabels} className={tables.table}>
        <thead>
          <tr>
            {(['indicator', 'increment', 'cumulative', 'lastMonth', 'sameMonth'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`review.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <Row key={indicator.code} submission={submission} version={version} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </NotedOrigins>
  );
}

type RowProps = Omit<PaperFiguresProps, 'indicators'> & { readonly indicator: Indicator };

function Row({ submission, version, indicator }: RowProps) {
  const { language } = useText();
  const context = submission.context.find((one) => one.indicator === indicator.code);
  const figure = version.figures.find((one) => one.indicator === indicator.code) ?? null;
  const before = context === undefined ? null : cumulativeBefore(indicator, context, submission.month);
  const isAmount = figure !== null && before !== null && indicator.kind !== 'ratio';
  const added = isAmount ? incrementOf(storedFigure(indicator, figure).cumulative, before.cumulative) : null;
  return (
    <tr>
      <th scope="row">
        {indicator.name[language]} <span className={tables.muted}>({figureUnitOf(indicator, language)})</span>
      </th>
      <td>{added === null ? noValue : formatSignedAmount(inUnit(added, indicator.scale), indicator)}</td>
      <td>
        <FigureValue indicator={indicator} figure={figure} absence={version.absences[indicator.code]} />
      </td>
      <td>
        <FigureValue indicator={indicator} figure={context?.lastMonth ?? null} />
      </td>
      <td>
        <FigureValue indicator={indicator} figure={context?.sameMonthLastYear ?? null} />
      </td>
    </tr>
  );
}
