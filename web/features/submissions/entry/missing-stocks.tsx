import { MissingBaseline } from '../../../parts/missing-baseline.tsx';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { useText } from '../../../text/messages/use-text.ts';

/** The stocks with a target whose level at the end of the year before is not known. */
export function MissingStocks({ subject: { submission, indicators, context } }: { readonly subject: Subject }) {
  const { language } = useText();
  const missing = indicators.filter(({ code, kind }) => {
    const beside = context.get(code);
    return kind === 'stock' && beside !== undefined && beside.target !== null && beside.baseline === null;
  });
  return (
    <MissingBaseline
      region={submission.region}
      year={submission.year}
      indicators={missing.map(({ short }) => short[language])}
    />
  );
}
