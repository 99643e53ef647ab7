import type { Interview } from '#api/interviews/contract.ts';
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
import { frameWords } from '../../parts/frame-words.ts';
import { useText } from '../../text/messages/use-text.ts';
import { countItems } from './item-sums.ts';
import { said } from './said.ts';

/** Frames a picture of an interview's checklist for its file; its day is the office's, on which states are shown. */
export function useInterviewFrame({ title, heldOn, source, today, items }: Interview) {
  const { t, language } = useText();
  const name = said(title, language);
  const sums = countItems(items);
  return (what: string, legend?: string): Omit<SavablePictureProps, 'children'> => {
    const picture = `${name} · ${heldOn} · ${what}`;
    const frame = () =>
      frameWords(
        {
          title: picture,
          ...(legend !== undefined && { legend }),
          provenances: source === null ? [] : [{ origin: 'published', source }],
          invented: items.some(({ origin }) => origin === 'invented'),
          asOf: today,
          coverage: t('charts.saving.items', { n: sums.items, verified: sums.states.verified }),
        },
        { t, language },
      );
    return { title: picture, name: [what, name, today], frame };
  };
}
