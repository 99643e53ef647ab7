import type { Overview } from '#api/standings/contract.ts';
import type { Language } from '#api/http/problem.ts';
import type { Text } from '../../messages/catalogue.ts';
import { formatList, formatMonth } from '../../format.ts';

interface SentenceWords {
  readonly t: Text;
  readonly language: Language;
  readonly nameOf: (region: string) => string;
}

/** The overview in a sentence: how many cities are behind, which, and how many reports it rests on. */
export function overviewSentence(reply: Overview, words: SentenceWords): string {
  const { t, language } = words;
  const standing = standingSentence(reply, words);
  return [standing, t('overview.sentence.coverage', reply.coverage)].join(language === 'zh' ? '' : ' ');
}

function standingSentence(reply: Overview, { t, language, nameOf }: SentenceWords): string {
  const month = formatMonth(reply.year, reply.month, language);
  const total = reply.regions.length;
  const [only] = reply.regions;
  if (hasNoTarget(reply)) return t('overview.sentence.noTarget', { month });
  if (reply.regions.every(({ level }) => level === 'no-data')) return t('overview.sentence.noData', { month });
  if (only && total === 1) {
    const level = t(`levels.word.${only.level}`);
    return t('overview.sentence.own', {
      month,
      name: nameOf(only.region),
      level: language === 'en' ? level.toLowerCase() : level,
    });
  }
  const behind = reply.regions.filter(({ level }) => level === 'behind').map(({ region }) => nameOf(region));
  if (behind.length === 0) return t('overview.sentence.none', { month, total });
  const names = formatList(behind, language);
  return behind.length === 1
    ? t('overview.sentence.behindOne', { month, total, names })
    : t('overview.sentence.behind', { month, total, count: behind.length, names });
}

/** Whether nothing that the reply shows has a target by which it could be judged. */
export function hasNoTarget({ regions }: Pick<Overview, 'regions'>): boolean {
  return regions.every(({ level }) => level === 'no-target');
}
