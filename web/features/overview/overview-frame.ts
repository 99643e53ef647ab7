/** What stands around the overview's pictures when they are saved, and the names of the files. Pure. */
import type { Overview } from '#api/standings/contract.ts';
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
import type { FrameWords } from '../../charts/saving/frame-picture.ts';
import { frameWords, monthInName } from '../../parts/frame-words.ts';
import { asOfText } from '../../parts/tense.ts';
import type { Words } from '../../text/messages/words.ts';

export interface OverviewPictureText {
  readonly title: string;
  readonly legend?: string;
  /** The one indicator that it shows; left out where it shows all. */
  readonly indicator?: string;
  /** What it shows, and of which indicators, for the file's name. */
  readonly what: readonly string[];
}

interface OverviewOf {
  readonly reply: Overview;
  readonly today: string;
}

/** How a picture of all cities in the reply's month is saved. */
export function overviewFrame(
  { what, ...texts }: OverviewPictureText,
  of: OverviewOf,
  words: Words,
): Omit<SavablePictureProps, 'children'> {
  const name = [...what, monthInName(of.reply), words.t('overview.province')];
  return { title: texts.title, name, frame: () => frameOf(texts, of, words) };
}

function frameOf(
  { indicator: shown, ...texts }: Omit<OverviewPictureText, 'what'>,
  { reply, today }: OverviewOf,
  words: Words,
): FrameWords {
  const isShown = ({ indicator }: { readonly indicator: string }) => shown === undefined || indicator === shown;
  const standings = reply.regions.flatMap(({ indicators }) => indicators.filter(isShown));
  return frameWords(
    {
      ...texts,
      provenances: [
        ...standings.flatMap(({ provenance, targetProvenance }) => [provenance, targetProvenance]),
        ...reply.province.indicators.filter(isShown).map(({ ownTargetProvenance }) => ownTargetProvenance),
      ],
      invented: reply.invented,
      asOf: asOfText(reply, today, words),
      coverage: words.t('charts.saving.coverage', reply.coverage),
    },
    words,
  );
}
