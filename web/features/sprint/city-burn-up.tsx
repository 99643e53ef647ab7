import { BurnUp } from '../../charts/burn-up.tsx';
import type { BurnUpShape } from '../../charts/burn-up-sizes.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { useApprovedCourse } from '../../parts/approved-plan.ts';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { useText } from '../../text/messages/use-text.ts';
import { completionInput } from './completion-points.ts';
import { citySentence } from './sprint-sentence.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';

interface CityBurnUpProps {
  readonly row: SprintRow;
  readonly view: Pick<SprintView, 'indicator' | 'reply' | 'tense'>;
  readonly shape: BurnUpShape;
}

/** A city's completion month by month on the scale that all cities share, with where it leads and what is needed. */
export function CityBurnUp({ row, view: { indicator, reply, tense }, shape }: CityBurnUpProps) {
  const { t, language } = useText();
  const standing = row.standing ?? { target: null, baseline: null, neededPerMonth: null };
  // What is planned now was not known on an earlier day, nor in an earlier month.
  const approved = useApprovedCourse({ year: reply.year, region: row.region }, indicator);
  const plan = reply.known === undefined && tense !== 'past' ? approved : [];
  const input = completionInput(
    row.points,
    { projection: row.projection, plan },
    {
      indicator: judgedIndicator(row.standing, indicator),
      standing,
    },
  );
  const title = citySentence(row.name, row.standing, indicator.kind, { t, language });
  const described = { input, indicator, standing, asShares: true, brief: shape === 'small' };
  return (
    <BurnUp
      shape={shape}
      title={title}
      {...(shape === 'small' && {
        caption: <FormulaNumber of={{ region: row.region, indicator: indicator.code }}>{title}</FormulaNumber>,
      })}
      input={input}
      words={burnUpWords(described, { t, language })}
      read={(point) => pointReading(point, described, { t, language })}
    />
  );
}
