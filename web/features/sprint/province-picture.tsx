import { BurnUp } from '../../charts/burn-up.tsx';
import type { BurnUpShape } from '../../charts/burn-up-sizes.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { provinceInput } from './province-burn-up.ts';
import { provinceReading, provinceWords } from './province-words.ts';
import { provinceYearEnd } from './sprint-sentence.ts';
import type { SprintView } from './sprint-view.ts';

interface ProvincePictureProps {
  readonly view: SprintView;
  readonly shape?: BurnUpShape;
  /** Its message; where it is left out, whether the province will make it. */
  readonly title?: string;
}

/** How the province got to where it is, where that leads, and what it wants to reach: its own target and the cities' together. */
export function ProvincePicture({ view, shape = 'large', title }: ProvincePictureProps) {
  const { t, language } = useText();
  const input = provinceInput(view);
  if (input.points.length === 0) return null;
  const { reply, indicator } = view;
  const said = title ?? provinceYearEnd(view, { t, language });
  return (
    <BurnUp
      shape={shape}
      title={said}
      {...(title === undefined && {
        caption: (
          <FormulaNumber of={{ region: reply.province.region, indicator: indicator.code }}>{said}</FormulaNumber>
        ),
      })}
      input={input}
      words={provinceWords(view, input, { t, language })}
      read={(point) => provinceReading(point, view, { t, language })}
    />
  );
}
