/** The one sentence of the meeting mode's cover: days left, the province, and how many cities will miss what. Pure. */
import { completionText } from '../../../parts/completion-words.ts';
import { figureUnitOf, formatBrief, formatBriefPercent, inSentence, noValue, withUnit } from '../../../text/format.ts';
import type { Words } from '../../../text/messages/words.ts';
import { daysSentence, paceOf } from '../sprint-sentence.ts';
import type { SprintRow, SprintView } from '../sprint-view.ts';

/** The cities that will miss their target at the recent pace, or that missed it; who misses most first. */
export const missingRows = ({ rows }: Pick<SprintView, 'rows'>): readonly SprintRow[] =>
  rows.filter(({ yearEnd }) => yearEnd.kind === 'short' || yearEnd.kind === 'missed');

/** “还剩 73 天。全省已达年度目标；照近期有 5 市完不成，共缺 196.3 万㎡。” */
export function coverSentence(view: SprintView, words: Words): string {
  return words.t('meetingMode.cover.sentence', {
    days: daysSentence(view, words),
    province: provinceText(view, words),
    cities: citiesText(view, words),
  });
}

function provinceText(view: SprintView, { t, language }: Words): string {
  const { provinceYearEnd: yearEnd, tense, indicator } = view;
  const pace = paceOf(view, t);
  const over = tense === 'over';
  switch (yearEnd.kind) {
    case 'reached':
      return t(over ? 'meetingMode.cover.province.reachedOver' : 'meetingMode.cover.province.reached');
    case 'will':
      return t('meetingMode.cover.province.will', { pace });
    case 'short':
    case 'missed': {
      const missing = formatBrief(yearEnd.missing, indicator);
      const said = indicator.kind === 'ratio' ? missing : withUnit(missing, indicator, language);
      return t(over ? 'meetingMode.cover.province.missed' : 'meetingMode.cover.province.short', {
        missing: said,
        pace,
      });
    }
    case 'unknown':
      return t(over ? 'meetingMode.cover.province.unknownOver' : 'meetingMode.cover.province.unknown');
  }
}

function citiesText(view: SprintView, { t, language }: Words): string {
  const { rows, tense, indicator } = view;
  const over = tense === 'over';
  const pace = paceOf(view, t);
  const short = missingRows(view);
  const n = short.length;
  if (n > 0) {
    const amounts = short.map(({ yearEnd }) => ('missing' in yearEnd ? yearEnd.missing : 0));
    const missing = amounts.reduce((sum, one) => sum + one, 0);
    const said = indicator.kind === 'ratio' ? '' : withUnit(formatBrief(missing, indicator), indicator, language);
    const count = n === 1 ? 'one' : 'many';
    if (said === '') return t(`meetingMode.cover.cities.${count}Ratio`, { n });
    return t(`meetingMode.cover.cities.${count}${over ? 'Over' : ''}`, { n, missing: said, pace });
  }
  if (rows.every(({ yearEnd }) => yearEnd.kind === 'unknown')) return t('meetingMode.cover.cities.allUnknown');
  if (rows.some(({ yearEnd }) => yearEnd.kind === 'unknown')) {
    return t(over ? 'meetingMode.cover.cities.noneKnownOver' : 'meetingMode.cover.cities.noneKnown', { pace });
  }
  return t(over ? 'meetingMode.cover.cities.noneOver' : 'meetingMode.cover.cities.none', { pace });
}

/** The message of the province's burn-up: what is drawn, and how much of each goal is done. */
export function courseTitle({ province, indicator }: SprintView, { t, language }: Words): string {
  const own = province?.ownCompletion ?? null;
  const sum = province?.completion ?? null;
  const said = { own: formatBriefPercent(own), sum: province === null ? noValue : completionText(province, { t }) };
  const key = own === null ? 'shareOfSum' : sum === null ? 'shareOfOwn' : 'shareOfBoth';
  return t('meetingMode.cover.course', {
    indicator: inSentence(indicator.short[language], language),
    unit: figureUnitOf(indicator, language),
    shares: own === null && sum === null ? '' : t(`meetingMode.cover.${key}`, said),
  });
}
