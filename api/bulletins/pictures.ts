/** What the pictures of a bulletin show, from its facts alone: how far each city is, and how the province came to where it is. Pure. */
import type { Level } from '../measures/vocabulary.ts';
import { levelWords } from '../standings/level-words.ts';
import type { BulletinFacts, FactsCity, FactsIndicator } from './contract.ts';
import { amount, percent, ranked, type BulletinLanguage } from './numbers.ts';
import { coreOf } from './wording.ts';
import { wordsOf } from './words.ts';

/** Values of one name and colour (six hex digits), one for each category; null leaves a gap. */
export interface PictureSeries {
  readonly name: string;
  readonly color: string;
  readonly form: 'column' | 'line' | 'dashes' | 'plain';
  readonly values: readonly (number | null)[];
  /** Whether each value is written at its place. */
  readonly isLabelled: boolean;
}

export interface Picture {
  readonly caption: string;
  /** For who does not see it: each category with what is drawn of it. */
  readonly description: string;
  readonly categories: readonly string[];
  readonly series: readonly PictureSeries[];
  /** How a spreadsheet writes the values. */
  readonly format: string;
}

/** The colours that the pages have for the levels, dark enough for paper; `no-target` stands beside no data. */
const levelColors: Readonly<Record<Level, string>> = {
  achieved: '003A8C',
  'on-pace': '3A9D5D',
  watch: 'E69F00',
  behind: 'A8071A',
  'no-data': 'A3A9B1',
  'no-target': 'A3A9B1',
};
const levelsDrawn: readonly Level[] = ['achieved', 'on-pace', 'watch', 'behind', 'no-data', 'no-target'];
const ink = '1A1D21';
const grey = '7F868F';

/** Beyond so many cities their values are in the tables alone. */
const mostLabelled = 16;

/** The pictures; none of a bulletin of before there were any. */
export function picturesOf(facts: BulletinFacts, language: BulletinLanguage): readonly Picture[] {
  const { course } = facts;
  if (course === undefined) return [];
  const drawn = coreOf(facts).flatMap((indicator) => {
    const own = course.find((one) => one.indicator === indicator.code);
    const completion = completionPicture(facts, indicator, language);
    return own === undefined ? [completion] : [completion, coursePicture(facts, { indicator, course: own }, language)];
  });
  const word = wordsOf(language);
  return drawn.map((one, at) => ({ ...one, caption: word('picture', { number: at + 1, caption: one.caption }) }));
}

/** The completion of each city, the highest first, coloured by its level, and the pace that is asked of it. */
function completionPicture(facts: BulletinFacts, indicator: FactsIndicator, language: BulletinLanguage): Picture {
  const word = wordsOf(language);
  const places = new Map(ranked(facts, indicator.code).map(({ region }, at) => [region, at]));
  const last = facts.cities.length;
  const cities = facts.cities.toSorted((a, b) => (places.get(a.region) ?? last) - (places.get(b.region) ?? last));
  const standing = (city: FactsCity) => city.standings.find((one) => one.indicator === indicator.code);
  const columns = levelsDrawn.map((level): PictureSeries => {
    const values = cities.map((city) => {
      const own = standing(city);
      return own?.level === level ? own.completion : null;
    });
    const isLabelled = cities.length <= mostLabelled;
    return { name: levelWords[language][level], color: levelColors[level], form: 'column', values, isLabelled };
  });
  const pace = cities.map((city) => standing(city)?.pace ?? null);
  return {
    caption: word('completionPicture', { name: indicator.short[language] }),
    description: cities
      .map((city) => `${city.name[language]} ${percent(standing(city)?.completion ?? null)}`)
      .join(word('join')),
    categories: cities.map((city) => city.name[language]),
    series: [
      ...columns.filter(({ values }) => values.some((value) => value !== null)),
      { name: word('pace'), color: ink, form: 'dashes', values: pace, isLabelled: false },
    ],
    format: '0.00%',
  };
}

interface CourseOf {
  readonly indicator: FactsIndicator;
  readonly course: NonNullable<BulletinFacts['course']>[number];
}

/** The province's cumulative by month, against what the pace asked for and against the target. */
function coursePicture(facts: BulletinFacts, { indicator, course }: CourseOf, language: BulletinLanguage): Picture {
  const word = wordsOf(language);
  const { code, decimals } = indicator;
  const target = facts.province.standings.find((one) => one.indicator === code)?.target ?? null;
  const categories = course.months.map(({ month }) => word('monthShort', { month }));
  return {
    caption: word('coursePicture', { name: indicator.short[language], unit: indicator.unit[language] }),
    description: course.months
      .filter(({ actual }) => actual !== null)
      .map(({ month, actual }) => `${word('monthShort', { month })} ${amount(actual, indicator)}`)
      .join(word('join')),
    categories,
    series: [
      {
        name: word('actual'),
        color: levelColors.achieved,
        form: 'line',
        values: course.months.map(({ actual }) => actual),
        isLabelled: true,
      },
      {
        name: word('pace'),
        color: ink,
        form: 'dashes',
        values: course.months.map(({ expected }) => expected),
        isLabelled: false,
      },
      { name: word('target'), color: grey, form: 'plain', values: categories.map(() => target), isLabelled: false },
    ],
    format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
  };
}
