/** What stands around the sprint's pictures when they are saved, and the names of the files. Pure. */
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
import type { FrameWords } from '../../charts/saving/frame-picture.ts';
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

/** How a picture of the view's indicator, month and reports is saved. */
export function sprintFrame(
  { what, ...texts }: SprintPictureText,
  view: SprintView,
  words: Words,
): Omit<SavablePictureProps, 'children'> {
  const { t, language } = words;
  const name = [what, view.indicator.short[language], monthInName(view.reply), t('overview.province')];
  return { title: texts.title, name, frame: () => sprintFrameWords(texts, view, words) };
}

/** What stands around it: the sources, the day and the reports of what is shown. */
export function sprintFrameWords(
  texts: Omit<SprintPictureText, 'what'>,
  { reply, province, rows }: SprintView,
  words: Words,
): FrameWords {
  const provenances = rows.flatMap(({ standing }) => [standing?.provenance, standing?.targetProvenance]);
  return frameWords(
    {
      ...texts,
      provenances: [...provenances, province?.ownTargetProvenance],
      invented: reply.invented,
      asOf: asOfText(reply, reply.today, words),
      coverage: words.t('charts.saving.coverage', reply.coverage),
    },
    words,
  );
}
