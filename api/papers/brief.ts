/** 约谈材料: where a city stands and why, what it said, what it promised, and what the year's end would be. Pure. */
import { isOverdue } from '../interviews/item-lifecycle.ts';
import type { Paper, PaperBlock } from './contract.ts';
import type { Material, Measured } from './material.ts';
import { amount, computed, gap, noValue, percent } from './numbers.ts';
import { proofOf } from './proof.ts';
import { levelWords } from '../standings/level-words.ts';
import { wordsOf, type Word } from './words.ts';

type Section = Paper['sections'][number];

/** The brief of a city. */
export function briefOf(material: Material): Paper {
  const word = wordsOf(material.language);
  return {
    title: word('briefTitle', { city: material.cityName }),
    subtitle: subtitleOf(material, word),
    sections: [
      standingSection(material, word),
      monthsSection(material, word),
      causesSection(material, word),
      promisesSection(material, word),
      projectionSection(material, word),
    ],
    footer: footerOf(material, word),
  };
}

/** The interview, its day, and the month of the figures. */
export function subtitleOf({ interview, interviewTitle, city }: Material, word: Word): string {
  const { year, month } = city;
  return word('subtitle', {
    interview: interviewTitle,
    day: interview.heldOn,
    year,
    month,
    origin: city.invented ? word('invented') : word('reportedOrigin'),
  });
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** When it was made, and how to read it. */
export function footerOf({ madeAt, city }: Material, word: Word): string {
  const at = clock.format(new Date(madeAt));
  return word('footer', { at, invented: city.invented ? word('invented') : '' }).trim();
}

/** An indicator's short name and its unit. */
function nameOf({ indicator }: Measured, { language }: Pick<Material, 'language'>): string {
  const isZh = language === 'zh';
  return isZh ? `${indicator.shortZh}（${indicator.unitZh}）` : `${indicator.shortEn} (${indicator.unitEn})`;
}

/** The same where a ratio is shown as a percentage. */
const nameOfFigure = (one: Measured, material: Material): string =>
  one.indicator.kind === 'ratio'
    ? nameOf({ ...one, indicator: { ...one.indicator, unitZh: '%', unitEn: '%' } }, material)
    : nameOf(one, material);

function standingSection(material: Material, word: Word): Section {
  const { city, indicators, language } = material;
  const points = language === 'zh' ? '百分点' : 'pts';
  const rule = { rule: city.rule.name[language], version: city.rule.version };
  const rows = indicators.map((one) => {
    const { standing, indicator } = one;
    return [
      nameOfFigure(one, material),
      amount(standing.target, indicator),
      amount(standing.actual, indicator),
      percent(standing.completion),
      percent(standing.pace),
      gap(standing, indicator, points),
      levelWords[language][standing.level],
    ];
  });
  const head = (['indicator', 'target', 'actual', 'completion', 'pace', 'gap', 'level'] as const).map((key) =>
    word(key),
  );
  const overall = word('overall', { level: levelWords[language][city.level], ...rule });
  const proofs = indicators.flatMap(({ standing, indicator }): PaperBlock[] => {
    const proof = proofOf(standing, language);
    const name = language === 'zh' ? indicator.shortZh : indicator.shortEn;
    return proof === '' ? [] : [{ kind: 'paragraph', text: word('proof', { name, proof }) }];
  });
  return {
    heading: word('standing'),
    blocks: [{ kind: 'paragraph', text: overall }, { kind: 'table', head, rows }, ...proofs],
  };
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Twelve months: the level of the city, and of its first indicator what was done and what the pace asked for. */
function monthsSection({ city, indicators, language }: Material, word: Word): Section {
  const [first] = indicators;
  const isZh = language === 'zh';
  const indicator = first === undefined ? '' : isZh ? first.indicator.shortZh : first.indicator.shortEn;
  const unit = first === undefined ? '' : isZh ? first.indicator.unitZh : first.indicator.unitEn;
  const levelIn = (month: number): string => {
    const level = city.strip.find((one) => one.month === month)?.level ?? null;
    return level === null ? noValue : levelWords[language][level];
  };
  const pointIn = (month: number) => first?.series.find((point) => point.accepted && point.month === month);
  const inMonth = (value: number | null | undefined): string =>
    first === undefined || value === undefined ? noValue : amount(value, first.indicator);
  const rows = [
    [word('overallRow'), ...everyMonth.map(levelIn)],
    [word('actualRow'), ...everyMonth.map((month) => inMonth(pointIn(month)?.cumulative))],
    [word('expectedRow'), ...everyMonth.map((month) => inMonth(pointIn(month)?.expected))],
  ];
  const head = [word('month'), ...everyMonth.map(String)];
  return { heading: word('months', { indicator, unit }), blocks: [{ kind: 'table', head, rows }] };
}

/** As they were reported, word by word. */
function causesSection({ city: { year, explained } }: Material, word: Word): Section {
  if (explained === null) {
    return { heading: word('causesNone'), blocks: [{ kind: 'paragraph', text: word('noCauses') }] };
  }
  const { month, cause, remedies } = explained;
  const said = [cause && word('cause', { text: cause }), remedies && word('remedies', { text: remedies })];
  const blocks = said.filter((text) => text !== '').map((text): PaperBlock => ({ kind: 'paragraph', text }));
  return { heading: word('causes', { year, month }), blocks };
}

/** Of an interview's items so many are named, so that the brief stays one page. */
const itemsShown = 8;

function titleOf(key: string, requirements: Material['requirements'], language: Material['language']): string {
  const found = requirements.flatMap(({ items }) => items).find((item) => item.key === key);
  return `${key} ${found?.title[language] ?? ''}`.trim();
}

/** How many items are where, and those that have moved or are late by name. */
function promisesSection(material: Material, word: Word): Section {
  const { promises, today, language } = material;
  if (promises.length === 0) {
    return { heading: word('promises'), blocks: [{ kind: 'paragraph', text: word('noPromises') }] };
  }
  const states = ['verified', 'reported', 'returned', 'open'] as const;
  const rows = promises.map(({ interview, items }) => [
    `${interview.heldOn} ${language === 'zh' ? interview.titleZh : interview.titleEn}`,
    ...states.map((state) => String(items.filter((item) => item.state === state).length)),
    String(items.filter((item) => isOverdue(item, today)).length),
  ]);
  const head = [word('interview'), ...states.map((state) => word(state)), word('overdue')];
  const itemRows = promises.flatMap(({ items, requirements }) =>
    items
      .filter((item) => item.state !== 'open' || isOverdue(item, today))
      .slice(0, itemsShown)
      .map((item) => [titleOf(item.item, requirements, language), word(item.state), item.dueOn]),
  );
  const items: PaperBlock = { kind: 'table', head: [word('demand'), word('state'), word('due')], rows: itemRows };
  const counts: PaperBlock = { kind: 'table', head, rows };
  return { heading: word('promises'), blocks: itemRows.length === 0 ? [counts] : [counts, items] };
}

/** What is left of each target that is not met, against what was done of late. */
function projectionSection(material: Material, word: Word): Section {
  const open = material.indicators.filter(({ standing }) => standing.target !== null && standing.level !== 'achieved');
  const rows = open.map((one) => {
    const { standing, indicator, projection } = one;
    return [
      nameOf(one, material),
      computed(standing.remaining, indicator),
      computed(standing.neededPerMonth, indicator),
      computed(standing.recentPerMonth, indicator),
      indicator.kind === 'ratio' ? percent(projection) : computed(projection, indicator),
      amount(standing.target, indicator),
    ];
  });
  const keys = ['indicator', 'remaining', 'needed', 'recent', 'projected', 'target'] as const;
  const table: PaperBlock = { kind: 'table', head: keys.map((key) => word(key)), rows };
  const none: PaperBlock = { kind: 'paragraph', text: word('noNeed') };
  return { heading: word('projection'), blocks: [rows.length === 0 ? none : table] };
}
