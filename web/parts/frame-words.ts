/** What stands around a saved picture: its title, where its values come from, of which day, how complete. Pure. */
import type { Origin } from '#api/http/shapes.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { FrameWords } from '../charts/saving/frame-picture.ts';
import type { Words } from '../text/messages/words.ts';

interface Provenance {
  readonly origin: Origin;
  readonly source: string | null;
}

interface Framed {
  readonly title: string;
  readonly legend?: string;
  /** Where the shown figures and targets come from, as often as they do. */
  readonly provenances: readonly (Provenance | null | undefined)[];
  /** Whether any value is invented for the demonstration, where the provenances do not tell. */
  readonly invented: boolean;
  /** Up to when the figures are: “2020年9月末”. */
  readonly asOf: string;
  readonly coverage: string;
}

/** The words of a picture's frame, in the page's language. */
export function frameWords({ provenances, invented, asOf, ...framed }: Framed, words: Words): FrameWords {
  const { t, language } = words;
  const known = provenances.flatMap((provenance) => provenance ?? []);
  const isInvented = invented || known.some(({ origin }) => origin === 'invented');
  return {
    ...framed,
    language,
    source: t('everywhere.source') + sourcesText(known, words),
    asOf: t('charts.saving.asOf', { asOf }),
    note: isInvented ? t('charts.saving.note') : null,
  };
}

/** Every source once, and the system that the picture was taken from: `公开（jxdata.com）、本系统报送（序时）`. */
function sourcesText(known: readonly Provenance[], { t }: Words): string {
  const said = known.map(({ origin, source }) =>
    source === null
      ? t(`everywhere.${origin}`)
      : t(origin === 'derived' ? 'everywhere.derivedFrom' : 'everywhere.publishedAt', { host: siteOf(source) }),
  );
  return [...new Set([...said, t('shell.product')])].join(t('charts.saving.between'));
}

/** The site's name in a source: `jxdata.com`. */
export function siteOf(source: string): string {
  return source.match(/(?:[\w-]+\.)+[a-z]{2,}(?=\/|$)/i)?.[0].replace(/^www\./, '') ?? source;
}

/** A month in a file's name: `2020-09`. */
export function monthInName({ year, month }: YearMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
