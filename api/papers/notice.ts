/** 约谈通知: calls a city's bureau to an interview: when, why, what to prepare, what is demanded by when. Pure. */
import { footerOf, subtitleOf } from './brief.ts';
import type { Paper, PaperBlock } from './contract.ts';
import type { Material } from './material.ts';
import { noValue } from './numbers.ts';
import { levelWords } from '../standings/level-words.ts';
import { wordsOf } from './words.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;

/** The notice of a city. */
export function noticeOf(material: Material): Paper {
  const { language, city, cityName, interview, interviewTitle } = material;
  const word = wordsOf(language);
  const level = levelWords[language][city.level];
  return {
    title: word('noticeTitle'),
    subtitle: subtitleOf(material, word),
    sections: [
      {
        heading: word('to', { city: cityName }),
        blocks: [paragraph(word('call', { day: interview.heldOn, interview: interviewTitle }))],
      },
      {
        heading: word('why'),
        blocks: [
          paragraph(word('whyText', { year: city.year, month: city.month, level, behind: behindOf(material) }).trim()),
        ],
      },
      { heading: word('prepare'), blocks: [paragraph(word('prepareText'))] },
      { heading: word('demands'), blocks: [demandsOf(material)] },
    ],
    footer: footerOf(material, word),
  };
}

/** The indicators that are behind or on watch, by name. */
function behindOf({ indicators, language }: Material): string {
  const word = wordsOf(language);
  const low = indicators.filter(({ standing }) => standing.level === 'behind' || standing.level === 'watch');
  const names = low.map(({ indicator }) => (language === 'zh' ? indicator.shortZh : indicator.shortEn));
  return names.length === 0 ? '' : word('behind', { list: names.join(word('join')) });
}

function demandsOf({ requirements, promises, interview, language }: Material): PaperBlock {
  const word = wordsOf(language);
  const items = promises.find((one) => one.interview.id === interview.id)?.items ?? [];
  const rows = requirements.flatMap((requirement) =>
    requirement.items.map((demand) => {
      // Before the interview is held the items are those it demands.
      const item = items.find((one) => one.item === demand.key) ?? demand;
      return [`${demand.key} ${demand.title[language]}`, item.owner || noValue, item.dueOn];
    }),
  );
  return { kind: 'table', head: [word('demand'), word('owner'), word('due')], rows };
}
