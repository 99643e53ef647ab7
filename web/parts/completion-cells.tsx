import type { StandingReply } from '#api/http/shapes.ts';
import { ProgressBar } from '../charts/progress-bar.tsx';
import { formatPercent, noValue } from '../text/format.ts';
import { FormulaNumber } from './formula/formula-number.tsx';
import { OriginalCompletion } from './original-completion.tsx';
import { OriginMark } from './origin-mark.tsx';
import table from '../ui/table.module.css';

interface CompletionCellsProps {
  readonly region: string;
  readonly standing: StandingReply | null;
  /** The class that sets the bar's width. */
  readonly bar: string | undefined;
}

/** A table's two cells of a completion: the bar against its pace, and the number. */
export function CompletionCells({ region, standing, bar }: CompletionCellsProps) {
  return (
    <>
      <td className={`${table.drawn} ${bar ?? ''}`}>
        <ProgressBar completion={standing?.completion ?? null} pace={standing?.pace ?? null} />
      </td>
      <td className={table.number}>
        {standing && (
          <FormulaNumber of={{ region, indicator: standing.indicator }}>
            {formatPercent(standing.completion)}
          </FormulaNumber>
        )}
        {!standing && noValue}
        <OriginMark origins={[standing?.provenance?.origin, standing?.targetProvenance?.origin]} />
        <OriginalCompletion of={standing} />
      </td>
    </>
  );
}
