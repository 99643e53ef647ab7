import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import type { TargetRow } from '#web/features/targets/ledger.ts';
import { targetSentence } from '#web/features/targets/sentence.ts';
import { cellOf, regionOf, stepOf } from './cells.ts';

beforeAll(() => startText('zh'));

const row = (code: string, amounts: readonly (number | null)[], kind: 'city' | 'province' = 'city'): TargetRow => ({
  region: regionOf(code, kind),
  cells: amounts.map((amount, index) => cellOf(code, `indicator-${index}`, amount === null ? [] : [stepOf(1, amount)])),
});

const sentenceOf = (rows: readonly TargetRow[]): string =>
  targetSentence(2020, rows, { t: textNow, nameOf: ({ region }) => region.code, indicatorOf: (code) => code });

describe('targetSentence', () => {
  it('counts the cities’ targets and not the province’s own', () => {
    const province = row('330000', [7000, null], 'province');
    expect(sentenceOf([province, row('330100', [1450, 900]), row('330300', [600, null])])).toBe(
      '2020年目标：2个设区市×2项指标，已定 3 项。',
    );
    expect(sentenceOf([province, row('330100', [1450, 900]), row('330300', [600, 360])])).toBe(
      '2020年目标：2个设区市×2项指标，4 项已全部下达。',
    );
  });

  it('names what no city has a target of, and tells it from what a city lacks', () => {
    expect(sentenceOf([row('330100', [1450, 900, null]), row('330300', [600, 360, null])])).toBe(
      '2020年目标：2个设区市×2项指标，4 项已全部下达。未定目标：indicator-2。',
    );
    expect(sentenceOf([row('330100', [1450, 900, null]), row('330300', [600, null, null])])).toBe(
      '2020年目标：2个设区市×3项指标，已定 3 项。',
    );
  });

  it('counts a city that has counties by these alone, however deep the tree is', () => {
    const city = row('330100', [1450, 900]);
    const county = row('330102', [600, null]);
    const below = { ...county, region: { ...county.region, parent: '330100' } };
    expect(sentenceOf([city, below, row('330300', [600, 360])])).toBe('2020年目标：2个设区市×2项指标，已定 3 项。');
  });

  it('speaks of the own city where only one is seen', () => {
    expect(sentenceOf([row('330300', [600, null])])).toBe('2020年目标：330300 2 项指标，已定 1 项。');
  });

  it('says so where nothing is set', () => {
    expect(sentenceOf([row('330100', [null]), row('330300', [null])])).toBe('2020年尚未设定任何目标。');
  });
});
