/** The statement that corrects an issued bulletin (更正说明): exactly what reads otherwise by the corrected facts. Pure. */
import { levels } from '../measures/vocabulary.ts';
import { levelWords } from '../standings/level-words.ts';
import type { BulletinFacts, BulletinPart, BulletinTable } from './contract.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { filled, keysIn } from './marks.ts';
import { numbered, type UnnumberedPart } from './numbering.ts';
import { noValue, type BulletinLanguage } from './numbers.ts';
import type { Content } from './wording.ts';
import { wordsOf, type Word } from './words.ts';

/** A field that reads otherwise. */
export interface FieldChange {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** The fields that read otherwise by the later facts, in the order of the bulletin. */
export function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => ({ key, before: before.get(key) ?? noValue, after: after.get(key) ?? noValue }))
    .filter((one) => one.before !== one.after);
}

/** A bulletin as it was issued, with the facts before and after the corrections. */
export interface Corrected {
  readonly language: BulletinLanguage;
  readonly issueNumber: string;
  readonly documentNumber: string;
  /** The bulletin's parts with the words it was issued with. */
  readonly issued: readonly BulletinPart[];
  readonly before: BulletinFacts;
  readonly after: BulletinFacts;
}

/** The statement that corrects it. */
export function correctionContent(corrected: Corrected): Content {
  const { language, issueNumber, documentNumber, before, after } = corrected;
  const word = wordsOf(language);
  const [then, now] = [fieldsOf(before, language), fieldsOf(after, language)];
  const changes = fieldChanges(then, now);
  const sentences = affectedSentences(corrected.issued, new Set(changes.map(({ key }) => key)), then);
  return {
    fields: new Map([
      ['year', String(after.year)],
      ['month', String(after.month)],
      ['issueNumber', issueNumber],
      ['documentNumber', documentNumber],
      ['changes', String(changes.length)],
      ...sentences.flatMap(({ key, text }): [string, string][] => [
        [`before/${key}`, filled(text, then)],
        [`after/${key}`, filled(text, now)],
      ]),
    ]),
    parts: numbered(partsOf(sentences, word), language),
    tables: [changesTable(changes, after, language)],
  };
}

interface Sentence {
  readonly key: string;
  /** Under which heading and in which item it stands. */
  readonly where: string;
  readonly text: string;
}

/** The sentences of the parts that name any of these fields; a key is the part’s with the sentence’s place in it. */
function affectedSentences(
  parts: readonly BulletinPart[],
  changed: ReadonlySet<string>,
  fields: Fields,
): readonly Sentence[] {
  return parts.flatMap((part, at) => {
    const heading = parts.slice(0, at + 1).findLast(({ kind }) => kind === 'heading');
    const [first = ''] = part.kind === 'item' ? keysIn(part.text) : [];
    const item = part.kind === 'item' ? `${part.number}${fields.get(first) ?? ''}` : '';
    const where = `${heading?.number ?? ''}${heading?.text ?? ''}${item}`;
    return part.text
      .split(/(?<=。)|(?<=\.) /)
      .map((text, place) => ({ key: `${part.key}/${place + 1}`, where, text: text.trim() }))
      .filter(({ text }) => keysIn(text).some((key) => changed.has(key)));
  });
}

const fixed = (key: string, kind: BulletinPart['kind'], text: string): UnnumberedPart => ({ key, kind, text });

function partsOf(sentences: readonly Sentence[], word: Word): UnnumberedPart[] {
  return [
    fixed('title', 'title', word('correctionTitle')),
    fixed('addressee', 'addressee', word('addressee')),
    fixed('opening', 'paragraph', word('correctionOpening')),
    ...(sentences.length === 0 ? [] : [fixed('correctedSentences', 'heading', word('correctedSentences'))]),
    ...sentences.map(({ key, where }) => fixed(`sentence/${key}`, 'item', word('correctedSentence', { key, where }))),
    fixed('correctedValues', 'heading', word('correctedValues')),
    fixed('correctedValuesText', 'paragraph', word('correctedValuesText')),
  ];
}

function changesTable(
  changes: readonly FieldChange[],
  facts: BulletinFacts,
  language: BulletinLanguage,
): BulletinTable {
  const word = wordsOf(language);
  return {
    key: 'changes',
    caption: word('correctedTable'),
    head: [word('region'), word('what'), word('before'), word('after')],
    rows: changes.map(({ key, before, after }) => [...nameOfField(key, facts, language), before, after]),
  };
}

/** What a field is called where it changed: by the last word of its key that has a name. */
const fieldWords: Readonly<Record<string, Readonly<Record<BulletinLanguage, string>>>> = {
  target: { zh: '年度目标', en: 'target' },
  actual: { zh: '累计完成', en: 'done' },
  completion: { zh: '完成率', en: 'completion' },
  yearOnYear: { zh: '同比', en: 'year on year' },
  change: { zh: '完成率比上月', en: 'completion against the month before' },
  pace: { zh: '序时应达', en: 'pace' },
  gap: { zh: '与序时相差（百分点）', en: 'against pace (points)' },
  place: { zh: '位次', en: 'place' },
  course: { zh: '{month}月末累计完成（附图）', en: 'done by the end of month {month} (figure)' },
  level: { zh: '状态', en: 'level' },
  fastest: { zh: '完成率居前', en: 'first by completion' },
  slowest: { zh: '完成率居后', en: 'last by completion' },
  count: { zh: '个数', en: 'number of cities' },
  names: { zh: '名单', en: 'cities' },
};

/** Of which area a field is, and what of it: `330100/prefab-area/actual` is Hangzhou’s, `fastest/prefab-area` the province’s. */
function nameOfField(key: string, facts: BulletinFacts, language: BulletinLanguage): [area: string, what: string] {
  const [first = '', second = '', third = '', month = ''] = key.split('/');
  const area = [facts.province, ...facts.cities].find(({ region }) => region === first) ?? facts.province;
  const indicator = facts.indicators.find(({ code }) => code === second)?.short[language];
  const level = levels.find((one) => one === second);
  const what = [third, second, first].flatMap((one) => fieldWords[one]?.[language] ?? [])[0] ?? key;
  const of = indicator ?? (level === undefined ? undefined : levelWords[language][level]);
  return [area.name[language], (of === undefined ? what : `${of} ${what}`).replace('{month}', month)];
}
