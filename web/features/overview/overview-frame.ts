/** What stands around the overview's pictures when they are saved, and the names of the files. Pure. */
import type { Overview } from '#api/standings/contract.ts';
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
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

/** The frame of a picture of all cities in the reply's month. */
export function overviewFrame(
  { what, indicator: shown, ...texts }: OverviewPictureText,
  { reply, today }: { readonly reply: Overview; readonly today: string },
  words: Words,
): Pick<SavablePictureProps, 'frame' | 'name'> {
  const { t } = words;
  const isShown = ({ indicator }: { readonly indicator: string }) => shown === undefined || indicator === shown;
  const standings = reply.regions.flatMap(({ indicators }) => indicators.filter(isShown));
  const frame = frameWords(
    {
      ...texts,
      provenances: [
        ...standings.flatMap(({ provenance, targetProvenance }) => [provenance, targetProvenance]),
        ...reply.province.indicators.filter(isShown).map(({ ownTargetProvenance }) => ownTargetProvenance),
      ],
      invented: reply.invented,
      asOf: asOfText(reply, today, words),
      coverage: t('charts.saving.coverage', reply.coverage),
    },
    words,
  );
  return { frame, name: [...what, monthInName(reply), t('overview.province')] };
}
