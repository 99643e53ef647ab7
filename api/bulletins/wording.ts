/** A bulletin as it is drafted: the usual words, with marks for all that is bound to the facts, and its tables. Pure. */
import type { BulletinFacts, BulletinPart, BulletinTable, FactsArea, FactsIndicator } from './contract.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { filled } from './marks.ts';
import { numbered, type UnnumberedPart } from './numbering.ts';
import { noValue, type BulletinLanguage } from './numbers.ts';
import { wordsOf, type Word } from './words.ts';

/** What is made of facts: fields, the parts as drafted, the tables. */
export interface Content {
  readonly fields: Fields;
  readonly parts: readonly BulletinPart[];
  readonly tables: readonly BulletinTable[];
}

/** The bulletin of a month. */
export function bulletinContent(facts: BulletinFacts, language: BulletinLanguage): Content {
  const fields = fieldsOf(facts, language);
  return { fields, parts: numbered(partsOf(facts, language), language), tables: tablesOf(facts, language, fields) };
}

/** An indicator as a sentence names it, and its unit: none for a share, which is written in per cent. */
function namesOf(indicator: FactsIndicator, language: BulletinLanguage) {
  const { kind, name, unit } = indicator;
  const inWords = language === 'zh' ? unit.zh.replace('㎡', '平方米') : unit.en;
  return { name: name[language], unit: kind === 'ratio' ? '' : inWords };
}

/** The indicators that sentences and pictures are about: the core ones, or all where none is. */
export const coreOf = ({ indicators }: BulletinFacts): readonly FactsIndicator[] => {
  const core = indicators.filter((one) => one.core);
  return core.length === 0 ? indicators : core;
};

const paragraph = (key: string, text: string): UnnumberedPart => ({ key, kind: 'paragraph', text });

function partsOf(facts: BulletinFacts, language: BulletinLanguage): UnnumberedPart[] {
  const word = wordsOf(language);
  const { invented, province } = facts;
  const core = coreOf(facts);
  const heading = (key: 'overall' | 'byCity' | 'extremes' | 'reporting' | 'causes' | 'demands'): UnnumberedPart => ({
    key,
    kind: 'heading',
    text: word(key),
  });
  return [
    { key: 'title', kind: 'title', text: word('title') },
    { key: 'addressee', kind: 'addressee', text: word('addressee') },
    paragraph('opening', word('opening') + (invented ? word('invented') : '')),
    heading('overall'),
    ...core.map((indicator) => {
      const key = `${province.region}/${indicator.code}`;
      return paragraph(`province/${indicator.code}`, word('province', { key, ...namesOf(indicator, language) }));
    }),
    paragraph('levels', word('levels')),
    heading('byCity'),
    ...facts.cities.map((city) => cityPart(city, core, { word, language })),
    heading('extremes'),
    ...core.map((indicator) => {
      const values = { code: indicator.code, ...namesOf(indicator, language) };
      return paragraph(`extreme/${indicator.code}`, word('extreme', values));
    }),
    heading('reporting'),
    paragraph('coverage', word('coverage')),
    heading('causes'),
    ...causeParts(facts, word),
    heading('demands'),
    paragraph('demand', word('demand')),
  ];
}

function cityPart(
  { region }: FactsArea,
  core: readonly FactsIndicator[],
  { word, language }: { readonly word: Word; readonly language: BulletinLanguage },
): UnnumberedPart {
  const each = core.map((indicator, at) => {
    const key = `${region}/${indicator.code}`;
    return word('cityIndicator', { key, by: at === 0 ? word('byDay') : '', ...namesOf(indicator, language) });
  });
  return { key: `city/${region}`, kind: 'item', text: (word('city', { region }) + each.join('')).trim() };
}

function causeParts({ cities }: BulletinFacts, word: Word): UnnumberedPart[] {
  const said = cities.filter(({ explained }) => explained !== null);
  if (said.length === 0) return [{ key: 'noCauses', kind: 'paragraph', text: word('noCauses') }];
  return said.map(({ region }) => ({ key: `cause/${region}`, kind: 'item', text: word('cause', { region }) }));
}

/** What a table says of an area on an indicator, in the order of its columns. */
export const measuresInTables = ['target', 'actual', 'completion', 'yearOnYear', 'gap', 'place', 'level'] as const;

/** One table for each indicator: the cities in the official order, the province last. */
function tablesOf(facts: BulletinFacts, language: BulletinLanguage, fields: Fields): BulletinTable[] {
  const word = wordsOf(language);
  return facts.indicators.map((indicator, at) => {
    const unit = indicator.kind === 'ratio' ? '%' : indicator.unit[language];
    return {
      key: indicator.code,
      caption: word('tableCaption', { number: at + 1, name: indicator.name[language], unit }),
      head: [word('region'), ...measuresInTables.map((measure) => word(measure))],
      rows: [...facts.cities, facts.province].map((area) => [
        area.name[language],
        ...measuresInTables.map((measure) => fields.get(`${area.region}/${indicator.code}/${measure}`) ?? noValue),
      ]),
    };
  });
}

/** A sentence for each city and one for the province, as people paste them into a message. */
export function messagesOf(facts: BulletinFacts, language: BulletinLanguage, fields: Fields) {
  const word = wordsOf(language);
  return [facts.province, ...facts.cities].map(({ region }) => {
    const each = coreOf(facts).map((indicator) => {
      const mark = (measure: string): string => `[${region}/${indicator.code}/${measure}]`;
      const { unit } = namesOf(indicator, language);
      const [actual, completion, yearOnYear] = [mark('actual'), mark('completion'), mark('yearOnYear')];
      return word('messageEach', { name: indicator.short[language], unit, actual, completion, yearOnYear });
    });
    const values = { city: `[${region}/name]`, asOf: '[asOf]', each: each.join(''), level: `[${region}/level]` };
    return { region, text: filled(word('message', values), fields) };
  });
}
