/** What stands around a city's pictures when they are saved, and the names of the files. Pure. */
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import type { SavablePictureProps } from '../../charts/savable-picture.tsx';
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

/** The frame of a picture of one city in the reply's month; the day of its figures where one indicator is shown. */
export function cityFrame(
  { what, details, title, ...texts }: CityPictureText,
  { reply, city, today }: CityOf,
  words: Words,
): Pick<SavablePictureProps, 'frame' | 'name'> {
  const { t, language } = words;
  const { year, month, status } = reply;
  const [first, ...others] = details;
  const day = others.length === 0 ? (first?.standing.asOf ?? null) : null;
  const frame = frameWords(
    {
      ...texts,
      title: t('charts.saving.ofCity', { city, title }),
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
  return { frame, name: [...what, monthInName(reply), city] };
}
