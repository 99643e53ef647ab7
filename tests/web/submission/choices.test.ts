import { describe, expect, it } from 'vitest';
import { chosenSheet, differences } from '#web/features/submissions/form/choose-values.tsx';
import type { Side } from '#web/features/submissions/form/choose-values.tsx';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import { figureOf, subject, version } from './month.ts';

const month = subject();
const theirs = sheetOf(
  month,
  version({ figures: [figureOf('area', 380), figureOf('share', 380, 1600)], cause: '他们的原因' }),
);
const mine = {
  ...typeInto(
    month,
    typeInto(month, theirs, { code: 'area', field: 'cumulative' }, '385.5'),
    { code: 'civil', field: 'cumulative' },
    '200',
  ),
  cause: '我的原因',
};
const found = differences(month, mine, theirs);

describe('differences', () => {
  it('names everything that differs with both values, and nothing else', () => {
    expect(found).toEqual([
      { key: 'area', what: 'row', mine: '385.5', theirs: '380.00' },
      { key: 'civil', what: 'row', mine: '200', theirs: '' },
      { key: 'cause', what: 'cause', mine: '我的原因', theirs: '他们的原因' },
    ]);
  });

  it('does not take a numerator that follows and one that was typed with the same value for different', () => {
    const own = typeInto(month, theirs, { code: 'share', field: 'numerator' }, '380.00');
    expect(differences(month, own, theirs)).toEqual([]);
  });

  it('compares what was read and not how it was written', () => {
    for (const text of ['380', '380.0', '３８０', '0380.00']) {
      const own = typeInto(month, theirs, { code: 'area', field: 'cumulative' }, text);
      expect([text, differences(month, own, theirs)]).toEqual([text, []]);
    }
    const whole = typeInto(month, theirs, { code: 'share', field: 'denominator' }, '1,600');
    expect(differences(month, whole, theirs)).toEqual([]);
  });

  it('shows what differs in value, and what cannot be read, as typed', () => {
    for (const text of ['380.01', '380万', '无数据']) {
      const own = typeInto(month, theirs, { code: 'area', field: 'cumulative' }, text);
      expect(differences(month, own, theirs).map(({ key, mine: shown }) => [key, shown])).toContainEqual([
        'area',
        text,
      ]);
    }
    const whole = typeInto(month, theirs, { code: 'share', field: 'denominator' }, '1601');
    expect(differences(month, whole, theirs).map(({ key }) => key)).toEqual(['share']);
  });
});

describe('chosenSheet', () => {
  it('takes each as it was chosen', () => {
    const choices = new Map<string, Side>([
      ['area', 'mine'],
      ['civil', 'theirs'],
      ['cause', 'mine'],
    ]);
    const chosen = chosenSheet(mine, theirs, found, choices);
    expect(chosen.figures['area']).toEqual(mine.figures['area']);
    expect(chosen.figures['civil']).toEqual(theirs.figures['civil']);
    expect(chosen.cause).toBe('我的原因');
  });

  it('is theirs where all of theirs is chosen', () => {
    expect(chosenSheet(mine, theirs, found, new Map(found.map(({ key }) => [key, 'theirs'])))).toEqual(theirs);
  });
});
