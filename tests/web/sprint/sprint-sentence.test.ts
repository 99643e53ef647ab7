import { beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import {
  citySentence,
  coverageSentence,
  daysSentence,
  yearEndSentence,
  provinceYearEnd,
} from '#web/features/sprint/sprint-sentence.ts';
import type { Words } from '#web/text/messages/words.ts';
import type { SprintRow, SprintView } from '#web/features/sprint/sprint-view.ts';
import { emptyStanding, sprintRow } from '#tests/web/sprint/rows.ts';

const indicator: Indicator = {
  code: 'prefab-area',
  kind: 'flow',
  name: { zh: '新开工装配式建筑面积', en: 'Newly started prefabricated floor area' },
  short: { zh: '装配式面积', en: 'Prefabricated area' },
  unit: { zh: '万㎡', en: '10k m²' },
  scale: 10_000,
  decimals: 2,
  core: true,
  required: true,
  requiredFrom: null,
  retiredFrom: null,
  partOf: null,
  numeratorFrom: null,
  curve: { code: 'linear', name: { zh: '', en: '' }, points: [], source: { zh: '', en: '' } },
  definition: { zh: '', en: '' },
};

// 6,300 ÷ 7,000 = 90 %, 6,300 ÷ 7,150 = 88.11 %
const province: SprintView['province'] = {
  ...emptyStanding,
  actual: 6300,
  target: 7150,
  targetOfAll: 7150,
  completion: 6300 / 7150,
  ownTarget: 7000,
  ownCompletion: 0.9,
  ownTargetProvenance: null,
  projection: null,
  coverage: { accepted: 11, expected: 11 },
};

function view(provinceYearEnd: SprintView['provinceYearEnd'], rows: readonly SprintRow[]): SprintView {
  const reply: SprintView['reply'] = {
    year: 2020,
    month: 9,
    revision: 1,
    today: '2020-10-19',
    daysLeft: 73,
    rule: { id: 'three-measures', version: 1, name: { zh: '', en: '' } },
    coverage: { accepted: 11, done: 11, expected: 11 },
    province: { region: '330000', level: 'on-pace', indicators: [] },
    cities: [],
    months: [{ year: 2020, month: 9 }],
    invented: true,
  };
  return {
    reply,
    tense: 'latest',
    indicator,
    choices: [indicator],
    province,
    provinceTarget: 7000,
    provinceYearEnd,
    rows,
  };
}

const withDays = (daysLeft: number): SprintView => {
  const all = view({ kind: 'reached' }, []);
  return { ...all, reply: { ...all.reply, daysLeft } };
};

const short = sprintRow('温州', {}, { yearEnd: { kind: 'short', projection: 487.4, missing: 112.6 } });
const overIn = (words: Words, yearEnd: SprintView['provinceYearEnd'], rows: readonly SprintRow[]) =>
  yearEndSentence({ ...view(yearEnd, rows), tense: 'over' }, words);

const will = sprintRow('杭州', {}, { yearEnd: { kind: 'will', projection: 900 } });
const unknown = sprintRow('舟山', {}, { yearEnd: { kind: 'unknown' } });

describe('the sprint in Chinese', () => {
  const words = { t: textNow, language: 'zh' } as const;
  const basis = '（现完成省定目标 7,000 万㎡ 的 90%；为各市目标之和 7,150 万㎡ 的 88.1%）';
  beforeAll(() => startText('zh'));

  it('begins with the days left', () => {
    expect(daysSentence(withDays(73), words)).toBe('还剩 73 天。');
    expect(daysSentence(withDays(0), words)).toBe('2020年已结束。');
  });

  it('says of an earlier month how many days were left at its end, and of a year that has ended that it has', () => {
    const may = { ...withDays(73), tense: 'past' } as const;
    // 30 of June, 31, 31, 30, 31, 30, 31
    expect(daysSentence({ ...may, reply: { ...may.reply, month: 5 } }, words)).toBe('2020年5月末，离年底还有 214 天。');
    expect(daysSentence({ ...withDays(0), tense: 'over' }, words)).toBe('2020年已结束。');
  });

  it('speaks of an earlier month in its own time', () => {
    const may = { ...view({ kind: 'short', projection: 6800, missing: 200 }, [short]), tense: 'past' } as const;
    const said = yearEndSentence(may, words);
    expect(said).toContain('按当时进度推算');
    expect(said).toContain('；按当时进度完不成的有 1 市：温州');
    expect(said).not.toMatch(/近期|现完成/);
  });

  it('projects nothing of a year that has ended', () => {
    const missed = sprintRow('温州', {}, { yearEnd: { kind: 'missed', missing: 112.64 } });
    const done = sprintRow('杭州', {}, { yearEnd: { kind: 'reached' } });
    const sum = '（完成省定目标 7,000 万㎡ 的 90%；为各市目标之和 7,150 万㎡ 的 88.1%）';
    expect(overIn(words, { kind: 'missed', missing: 700 }, [missed, done])).toBe(
      `全省装配式面积没有完成省定目标 7,000 万㎡，差 700 万㎡${sum}；没有完成的有 1 市：温州。`,
    );
    expect(overIn(words, { kind: 'reached' }, [done])).toBe(`全省装配式面积完成了年度目标${sum}；各市都完成了。`);
    expect(overIn(words, { kind: 'unknown' }, [done, unknown])).toBe(
      `全省装配式面积数据不全，不能判断是否完成${sum}；有数据的各市都完成了。舟山没有年底数据或目标。`,
    );
  });

  it('says of a running month up to which day it is, and how many cities stand on older figures', () => {
    const october = view({ kind: 'reached' }, [sprintRow('温州', { asOf: '2020-09-30', missingMonths: 1 }), will]);
    const reply = { ...october.reply, month: 10, coverage: { accepted: 1, done: 1, expected: 2 } };
    expect(coverageSentence({ ...october, tense: 'running', reply }, words)).toBe(
      '截至2020年10月19日，报送已通过 1/2，其余 1 市沿用此前数据。',
    );
    expect(coverageSentence(view({ kind: 'reached' }, [will]), words)).toBe('报送已通过 11/11。');
  });

  it('tells figures of the middle of a month that is over apart from those of its end', () => {
    const september = view({ kind: 'reached' }, [will]);
    const reply = { ...september.reply, coverage: { accepted: 11, done: 9, expected: 11 } };
    expect(coverageSentence({ ...september, reply }, words)).toBe('报送已通过 11/11（其中 2 市仅报至月中）。');
  });

  it('says what the province comes to and who will not make it, as a simple projection', () => {
    expect(yearEndSentence(view({ kind: 'short', projection: 6800, missing: 200 }, [short, will]), words)).toBe(
      '按近期进度推算，全省装配式面积年底约 6,800 万㎡，比省定目标 7,000 万㎡ 少 200 万㎡' +
        `${basis}；按近期进度完不成的有 1 市：温州（简单推算，不是概率）。`,
    );
  });

  it('measures on the sum of the cities’ targets alone where the province set none', () => {
    const reached = view({ kind: 'reached' }, [will]);
    const summed = { ...reached, province: { ...province, ownTarget: null, ownCompletion: null } };
    expect(provinceYearEnd(summed, words)).toBe('全省装配式面积已达年度目标（现完成各市目标之和 7,150 万㎡ 的 88.1%）');
  });

  it('names the cities that cannot be projected instead of passing them for safe', () => {
    expect(yearEndSentence(view({ kind: 'unknown' }, [will, unknown]), words)).toBe(
      `全省装配式面积尚不能推算年底结果${basis}；能推算的各市按近期进度都能完成（简单推算，不是概率）。舟山数据不足，不能推算。`,
    );
  });

  it('does not say that every city makes it where none can be projected', () => {
    expect(yearEndSentence(view({ kind: 'unknown' }, [unknown]), words)).toBe(
      `全省装配式面积尚不能推算年底结果${basis}；各市均未定目标或数据不足，不能推算。`,
    );
  });

  it('says a city’s distance to its pace', () => {
    const standing = { ...emptyStanding, completion: 0.58, gapPoints: -14.95, level: 'behind' } as const;
    expect(citySentence('温州', standing, 'flow', words)).toBe('温州 58%，低于序时 15 个百分点');
    expect(citySentence('温州', { ...standing, gapPoints: -14.9 }, 'ratio', words)).toBe(
      '温州 58%，低于目标 14.9 个百分点',
    );
    expect(citySentence('温州', null, 'flow', words)).toBe('温州：尚无已通过数据');
  });
});

describe('the sprint in English', () => {
  const words = { t: textNow, language: 'en' } as const;
  beforeAll(() => startText('en'));

  it('says days in the singular and the plural', () => {
    expect(daysSentence(withDays(1), words)).toBe('1 day left.');
    expect(daysSentence(withDays(73), words)).toBe('73 days left.');
  });

  it('says that every city makes it', () => {
    expect(yearEndSentence(view({ kind: 'will', projection: 7100 }, [will]), words)).toBe(
      'At the recent pace the province’s prefabricated area would come to about 7,100 × 10k m², enough for its own ' +
        'target of 7,000 × 10k m² (now 90% of its own target of 7,000 × 10k m², and 88.1% of the sum of the cities’ ' +
        'targets, 7,150 × 10k m²); at the recent pace every city makes it (a simple projection, not a probability).',
    );
  });
});
