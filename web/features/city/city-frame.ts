/** What stands around a city's pictures when they are saved, and the names of the files. Pure. */
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
import type { FrameWords } from '../../charts/saving/frame-picture.ts';
import { frameWords, monthInName } from '../../parts/frame-words.ts';
import { asOfText } from '../../parts/tense.ts';
import { formatDay, formatMonth } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

export interface CityPictureText {
  /** Of one indicator the title names it; the city's name is put before it. */
  readonly title: string;
  readonly legend?: string;
  /** What it shows, and of which indicator, for the file's name. */
  readonly what: readonly string[];
  /** The indicators that are shown. */
  readonly details: readonly IndicatorDetail[];
}

interface CityOf {
  readonly reply: Pick<City, 'year' | 'month' | 'status' | 'invented'>;
  readonly city: string;
  readonly today: string;
}

/** How a picture of one city in the reply's month is saved. */
export function cityFrame(
  { what, title: own, ...texts }: CityPictureText,
  of: CityOf,
  words: Words,
): Omit<SavablePictureProps, 'children'> {
  const title = words.t('charts.saving.ofCity', { city: of.city, title: own });
  const name = [...what, monthInName(of.reply), of.city];
  return { title, name, frame: () => frameOf({ ...texts, title }, of, words) };
}

/** The day of its figures stands in the frame where one indicator is shown. */
function frameOf(
  { details, ...texts }: Omit<CityPictureText, 'what'>,
  { reply, today }: CityOf,
  words: Words,
): FrameWords {
  const { t, language } = words;
  const { year, month, status } = reply;
  const [first, ...others] = details;
  const day = others.length === 0 ? (first?.standing.asOf ?? null) : null;
  return frameWords(
    {
      ...texts,
      provenances: details.flatMap(({ standing, series }) => [
        standing.provenance,
        standing.targetProvenance,
        ...series,
      ]),
      invented: details.some(({ forecast }) => forecast.invented),
      asOf: day === null ? asOfText(reply, today, words) : formatDay(day),
      coverage: t('charts.saving.status', {
        month: formatMonth(year, month, language),
        status: t(`levels.status.${status}`),
      }),
    },
    words,
  );
}
