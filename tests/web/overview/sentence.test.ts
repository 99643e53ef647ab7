import { beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '#api/standings/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { overviewSentence } from '#web/features/overview/sentence.ts';
import { cityOf, standingOf } from '../standings.ts';

const names = new Map([
  ['330300', 'Wenzhou'],
  ['331100', 'Lishui'],
]);
const nameOf = (code: string): string => names.get(code) ?? code;

function replyOf(regions: Overview['regions']): Overview {
  return {
    year: 2020,
    month: 9,
    revision: 1,
    rule: { id: 'three-measures', version: 1, name: { zh: '', en: '' } },
    coverage: { accepted: 9, done: 9, expected: 11 },
    regions,
    province: { region: '330000', level: 'on-pace', indicators: [] },
    months: [],
    invented: false,
  };
}

const inEnglish = (regions: Overview['regions']) =>
  overviewSentence(replyOf(regions), { t: textNow, language: 'en', nameOf, today: '2020-10-19' });

describe('overviewSentence in English', () => {
  beforeAll(() => startText('en'));

  it('names who is behind and what it rests on', () => {
    const regions = [cityOf('331100', 'behind'), cityOf('330300', 'behind'), cityOf('330100', 'on-pace')];
    expect(inEnglish(regions)).toBe(
      'End of September 2020: 2 of 3 cities are behind: Lishui, Wenzhou. 9/11 reports accepted.',
    );
  });

  it('speaks of one city in the singular', () => {
    expect(inEnglish([cityOf('331100', 'behind'), cityOf('330100', 'on-pace')])).toBe(
      'End of September 2020: 1 of 2 cities is behind: Lishui. 9/11 reports accepted.',
    );
  });

  it('says that nobody is behind, and never calls a city behind for a missing report', () => {
    expect(inEnglish([cityOf('331100', 'no-data'), cityOf('330100', 'on-pace')])).toBe(
      'End of September 2020: none of 2 cities is behind. 9/11 reports accepted.',
    );
  });

  it('says that nothing is accepted yet', () => {
    expect(inEnglish([cityOf('331100', 'no-data')])).toBe(
      'No figures are accepted up to the end of September 2020. 9/11 reports accepted.',
    );
  });

  it('says that nothing can be judged where no city has a target', () => {
    expect(inEnglish([cityOf('331100', 'no-target'), cityOf('330100', 'no-target')])).toBe(
      'No annual target is in force in September 2020, so that no progress can be judged. 9/11 reports accepted.',
    );
  });

  it('speaks of the bureau’s own city alone', () => {
    expect(inEnglish([cityOf('330300', 'behind')])).toBe(
      'End of September 2020: Wenzhou is behind. 9/11 reports accepted.',
    );
  });
});

describe('overviewSentence in Chinese', () => {
  beforeAll(() => startText('zh'));

  it('reads as one line without spaces', () => {
    const regions = [cityOf('331100', 'behind'), cityOf('330300', 'behind'), cityOf('330100', 'on-pace')];
    expect(overviewSentence(replyOf(regions), { t: textNow, language: 'zh', nameOf, today: '2020-10-19' })).toBe(
      '截至2020年9月末：3个设区市中有2个滞后：Lishui、Wenzhou。已通过 9/11。',
    );
  });

  const zh = { t: textNow, language: 'zh', nameOf, today: '2020-10-19' } as const;
  const old = standingOf('area', { asOf: '2020-09-30', missingMonths: 1 });
  const regions = [cityOf('331100', 'behind', [old]), cityOf('330300', 'on-pace', [standingOf('area')])];

  it('says of a running month that it is judged today, and how many cities stand on older figures', () => {
    const reply = { ...replyOf(regions), month: 10, coverage: { accepted: 1, done: 1, expected: 2 } };
    expect(overviewSentence(reply, zh)).toBe(
      '截至2020年10月19日，已通过 1/2，其余 1 市沿用此前数据：2个设区市中有1个滞后：Lishui。',
    );
  });

  it('says why nobody owes the month, in place of how many reports came in', () => {
    const coverage = { accepted: 0, done: 0, expected: 0, notOwed: 'with-february' } as const;
    expect(overviewSentence({ ...replyOf([cityOf('331100', 'no-data')]), month: 1, coverage }, zh)).toMatch(
      /。本月与 2 月合并报送，不单独要求。$/,
    );
    expect(overviewSentence({ ...replyOf(regions), coverage: { ...coverage, notOwed: 'before-start' } }, zh)).toMatch(
      /本月在起报月份之前，不要求报送。$/,
    );
  });

  it('names the cities whose figures of a past month are older', () => {
    expect(overviewSentence(replyOf(regions), zh)).toBe(
      '截至2020年9月末，已通过 9/11，Lishui沿用此前数据：2个设区市中有1个滞后：Lishui。',
    );
  });
});
