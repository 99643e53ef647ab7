/** The fields of a bulletin: every number, level, place and name that its words are bound to, as it is printed. Pure. */
import { dayParts } from '../measures/calendar.ts';
import { levels, type Level } from '../measures/vocabulary.ts';
import { levelWords } from '../standings/level-words.ts';
import type { BulletinFacts, FactsArea, FactsCity } from './contract.ts';
import {
  amount,
  gapPoints,
  percent,
  noValue,
  ranked,
  sinceLastMonth,
  yearOnYear,
  type BulletinLanguage,
} from './numbers.ts';
import { wordsOf, type Word } from './words.ts';

/** What is printed in the place of each mark, by its key. */
export type Fields = ReadonlyMap<string, string>;

/** Of each indicator so many cities are named as the fastest, and as many as the slowest. */
const named = 3;

/** How many digits of an instant a reader needs: the day and the minute in Shanghai. */
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A day in the language’s own form. */
export function dayText(day: string, language: BulletinLanguage): string {
  const { year, month, day: date } = dayParts(day);
  const two = (value: number) => (language === 'zh' ? String(value) : String(value).padStart(2, '0'));
  return wordsOf(language)('day', { year, month: two(month), day: two(date) });
}

/** The fields of what is known of a month. */
export function fieldsOf(facts: BulletinFacts, language: BulletinLanguage): Fields {
  const word = wordsOf(language);
  const [day = '', time = ''] = clock.format(new Date(facts.frozenAt)).split(' ');
  return new Map([
    ['year', String(facts.year)],
    ['month', String(facts.month)],
    ['asOf', dayText(facts.asOf, language)],
    ['frozenAt', `${dayText(day, language)}${language === 'zh' ? '' : ' '}${time}`],
    ['rule', facts.rule.name[language]],
    ['accepted', String(facts.coverage.accepted)],
    ['expected', String(facts.coverage.expected)],
    ...areaFields(facts, facts.province, language),
    ...facts.cities.flatMap((city) => [
      ...areaFields(facts, city, language),
      ...placesOf(facts, city, language),
      ...explanationOf(city),
    ]),
    ...courseFields(facts),
    ...facts.indicators.flatMap(({ code }) => extremeFields(facts, code, language)),
    ...levels.flatMap((level) => levelFields(facts, level, language)),
    ...reportFields(facts, language, word),
  ]);
}

type Field = readonly [key: string, text: string];

function areaFields(facts: BulletinFacts, area: FactsArea, language: BulletinLanguage): Field[] {
  const { region, name, level, standings } = area;
  return [
    [`${region}/name`, name[language]],
    [`${region}/level`, levelWords[language][level]],
    ...standings.flatMap((one): Field[] => {
      const indicator = facts.indicators.find(({ code }) => code === one.indicator);
      if (indicator === undefined) return [];
      const key = `${region}/${one.indicator}`;
      return [
        [`${key}/target`, amount(one.target, indicator)],
        [`${key}/actual`, amount(one.actual, indicator)],
        [`${key}/completion`, percent(one.completion)],
        [`${key}/yearOnYear`, yearOnYear(one, indicator, language)],
        [`${key}/change`, sinceLastMonth(one, language)],
        [`${key}/pace`, percent(one.pace)],
        [`${key}/gap`, gapPoints(one)],
        [`${key}/level`, levelWords[language][one.level]],
      ];
    }),
  ];
}

const ended = (text: string): string => (text === '' ? noValue : /[。.！!？?；;]$/.test(text) ? text : `${text}。`);

/** As the bureau wrote it. Its words end with a full stop of their own or get one. */
function explanationOf({ region, explained }: FactsCity): Field[] {
  if (explained === null) return [];
  return [
    [`${region}/explainedMonth`, String(explained.month)],
    [`${region}/cause`, ended(explained.cause.trim())],
    [`${region}/remedies`, ended(explained.remedies.trim())],
  ];
}

/** The city's place by completion, on each indicator. */
function placesOf(facts: BulletinFacts, { region }: FactsCity, language: BulletinLanguage): Field[] {
  return facts.indicators.map(({ code }): Field => {
    const place = ranked(facts, code).find((one) => one.region === region)?.place;
    const text = place === undefined ? noValue : wordsOf(language)('placeValue', { place });
    return [`${region}/${code}/place`, text];
  });
}

/** What the picture of the year says of the months before, of which no sentence speaks. */
function courseFields({ course = [], indicators, province, month }: BulletinFacts): Field[] {
  return course.flatMap(({ indicator, months }) => {
    const of = indicators.find(({ code }) => code === indicator);
    const before = months.filter((one) => one.month < month);
    return of === undefined
      ? []
      : before.map((one): Field => [`${province.region}/${indicator}/course/${one.month}`, amount(one.actual, of)]);
  });
}

/** Who is first and who is last by completion; nobody is both. */
function extremeFields(facts: BulletinFacts, indicator: string, language: BulletinLanguage): Field[] {
  const codes = ranked(facts, indicator).map(({ region }) => region);
  return [
    [`fastest/${indicator}`, namesOf(facts, codes.slice(0, named), language)],
    [`slowest/${indicator}`, namesOf(facts, codes.slice(named).slice(-named), language)],
  ];
}

function levelFields(facts: BulletinFacts, level: Level, language: BulletinLanguage): Field[] {
  const codes = facts.cities.filter((city) => city.level === level).map(({ region }) => region);
  return [
    [`count/${level}`, String(codes.length)],
    [`names/${level}`, namesOf(facts, codes, language)],
  ];
}

function reportFields(facts: BulletinFacts, language: BulletinLanguage, word: Word): Field[] {
  const missing = facts.cities.filter(({ report }) => report === null).map(({ region }) => region);
  const late = facts.cities.flatMap(({ name, report }) => {
    const days = report?.daysLate ?? 0;
    return days > 0 ? [word('lateBy', { city: name[language], days })] : [];
  });
  return [
    ['missing', namesOf(facts, missing, language)],
    ['late', late.length === 0 ? word('none') : late.join(word('join'))],
  ];
}

function namesOf(facts: BulletinFacts, codes: readonly string[], language: BulletinLanguage): string {
  const word = wordsOf(language);
  const names = codes.map((code) => facts.cities.find(({ region }) => region === code)?.name[language] ?? code);
  return names.length === 0 ? word('none') : names.join(word('join'));
}
