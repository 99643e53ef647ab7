/** What stands around the sprint's pictures when they are saved, and the names of the files. Pure. */
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
import { frameWords, monthInName } from '../../parts/frame-words.ts';
import { asOfText } from '../../parts/tense.ts';
import type { Words } from '../../text/messages/words.ts';
import type { SprintView } from './sprint-view.ts';

interface SprintPictureText {
  readonly title: string;
  readonly legend?: string;
  /** What it shows, in a word or two, for the file's name. */
  readonly what: string;
}

/** The frame of a picture of the view's indicator, month and reports. */
export function sprintFrame(
  { what, ...texts }: SprintPictureText,
  view: SprintView,
  words: Words,
): Pick<SavablePictureProps, 'frame' | 'name'> {
  const { reply, indicator, province, rows } = view;
  const { t, language } = words;
  const provenances = rows.flatMap(({ standing }) => [standing?.provenance, standing?.targetProvenance]);
  const frame = frameWords(
    {
      ...texts,
      provenances: [...provenances, province?.ownTargetProvenance],
      invented: reply.invented,
      asOf: asOfText(reply, reply.today, words),
      coverage: t('charts.saving.coverage', reply.coverage),
    },
    words,
  );
  return { frame, name: [what, indicator.short[language], monthInName(reply), t('overview.province')] };
}
