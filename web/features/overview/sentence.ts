import type { Overview } from '#api/standings/contract.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { formatList, formatLongDay, formatMonth, inSentence } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { coverageValues } from '../../parts/submissions/coverage-values.ts';
import { isStale } from './as-of.ts';

interface SentenceWords extends Words {
  readonly nameOf: (region: string) => string;
  readonly today: string;
  /** The name of the one indicator that the reply was taken for; null where it speaks of the core ones. */
  readonly indicator?: string | null;
}

/** The overview in a sentence: how many cities are behind, which, and how many reports it rests on. */
export function overviewSentence(reply: Overview, words: SentenceWords): string {
  const { t, language } = words;
  const standing = standingSentence(reply, words);
  const { notOwed } = reply.coverage;
  if (notOwed === undefined && namesCoverage(reply)) return standing;
  const coverage =
    notOwed === undefined
      ? t('overview.sentence.coverage', coverageValues(reply, words.today, words))
      : t(`everywhere.notOwed.${notOwed}`);
  return [standing, coverage].join(language === 'zh' ? '' : ' ');
}

function standingSentence(reply: Overview, words: SentenceWords): string {
  const { t, language, nameOf } = words;
  const month = formatMonth(reply.year, reply.month, language);
  const asOf = namedAsOf(reply, words);
  const total = reply.regions.length;
  const [only] = reply.regions;
  if (hasNoTarget(reply)) return t('overview.sentence.noTarget', { month });
  if (reply.regions.every(({ level }) => level === 'no-data')) return t('overview.sentence.noData', { month });
  if (only && total === 1) {
    const level = t(`levels.word.${only.level}`);
    return t('overview.sentence.own', {
      asOf,
      name: nameOf(only.region),
      level: language === 'en' ? level.toLowerCase() : level,
    });
  }
  const behind = reply.regions.filter(({ level }) => level === 'behind').map(({ region }) => nameOf(region));
  if (behind.length === 0) return t('overview.sentence.none', { asOf, total });
  const names = formatList(behind, language);
  return behind.length === 1
    ? t('overview.sentence.behindOne', { asOf, total, names })
    : t('overview.sentence.behind', { asOf, total, count: behind.length, names });
}

/** As `asOfWords`, with the indicator that the sentence speaks of. */
function namedAsOf(reply: Overview, words: SentenceWords): string {
  const asOf = asOfWords(reply, words);
  const { indicator } = words;
  return indicator
    ? words.t('overview.asOfIndicator', { asOf, indicator: inSentence(indicator, words.language) })
    : asOf;
}

/** Up to which day the figures are, and whose are of an earlier month. */
function asOfWords(reply: Overview, words: SentenceWords): string {
  const { t, language, nameOf, today } = words;
  const month = formatMonth(reply.year, reply.month, language);
  const isRunning = today < lastDayOfMonth(reply.year, reply.month);
  const day = isRunning
    ? t('overview.asOfDay', { day: formatLongDay(today, language) })
    : t('overview.asOfMonth', { month });
  const stale = reply.regions.filter(isStale);
  if (stale.length === 0) return day;
  if (reply.regions.length === 1) return t('overview.asOfOwn', { day });
  const values = { day, ...coverageValues(reply, today, words), count: stale.length };
  if (isRunning) return t('overview.asOfRest', values);
  return t('overview.asOfNamed', {
    ...values,
    names: formatList(
      stale.map(({ region }) => nameOf(region)),
      language,
    ),
  });
}

/** Whether the words before the standing tell the coverage already. */
function namesCoverage(reply: Overview): boolean {
  const isJudged = !hasNoTarget(reply) && reply.regions.some(({ level }) => level !== 'no-data');
  return isJudged && reply.regions.length > 1 && reply.regions.some(isStale);
}

/** Whether nothing that the reply shows has a target by which it could be judged. */
export function hasNoTarget({ regions }: Pick<Overview, 'regions'>): boolean {
  return regions.every(({ level }) => level === 'no-target');
}
