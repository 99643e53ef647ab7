import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { levels } from '#api/measures/vocabulary.ts';
import { completionText } from '../../parts/completion-words.ts';
import { formatBriefPercent, formatMonth, formatPointsApart, inSentence } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { paceText, sideOf } from '../../text/pace-text.ts';

type Indicators = ReadonlyMap<string, Indicator>;

/** The better, the lower; what cannot be judged decides nothing. */
function rank({ standing: { level } }: IndicatorDetail): number {
  return level === 'no-data' || level === 'no-target' ? -1 : levels.indexOf(level);
}

/** What decides the city's level: the worst core indicator, the deepest gap among equals; null without any. */
export function decidingIndicator(reply: City, indicators: Indicators): IndicatorDetail | null {
  const core = reply.indicators.filter(({ standing }) => indicators.get(standing.indicator)?.core);
  const worst = core.toSorted((a, b) => rank(b) - rank(a) || (a.standing.gapPoints ?? 0) - (b.standing.gapPoints ?? 0));
  return worst[0] ?? null;
}

/** The chosen indicator, else the one that decides the level, else the first. */
export function shownDetail(reply: City, indicators: Indicators, chosen: string | undefined): IndicatorDetail | null {
  const one = reply.indicators.find(({ standing }) => standing.indicator === chosen);
  return one ?? decidingIndicator(reply, indicators) ?? reply.indicators[0] ?? null;
}

interface SentenceWords extends Words {
  readonly name: string;
  readonly indicators: Indicators;
}

/** The city in a sentence: its level and the indicator that decides it. */
export function citySentence(reply: City, { t, language, name, indicators }: SentenceWords): string {
  const word = t(`levels.word.${reply.level}`);
  const level = language === 'en' ? word.toLowerCase() : word;
  if (reply.level === 'no-data') {
    return t('city.sentence.noData', { name, month: formatMonth(reply.year, reply.month, language) });
  }
  const deciding = decidingIndicator(reply, indicators);
  const indicator = deciding && indicators.get(deciding.standing.indicator);
  const points = deciding?.standing.gapPoints ?? null;
  if (!deciding || !indicator || points === null) return t('city.sentence.plain', { name, level });
  const said = { name, level, indicator: inSentence(indicator.short[language], language) };
  if (indicator.kind === 'ratio') {
    const share = formatBriefPercent(deciding.standing.actual);
    return t('city.sentence.ratio', { ...said, share, side: paceText(points, 'ratio', { t }) });
  }
  return t(`city.sentence.${sideOf(points)}`, {
    ...said,
    completion: completionText(deciding.standing, { t }),
    gap: formatPointsApart(points),
  });
}
