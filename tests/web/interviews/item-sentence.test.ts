import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { sinceText } from '#web/features/interviews/candidates/since-text.ts';
import { citiesText, itemSentence, interviewsText } from '#web/features/interviews/item-sentence.ts';

const sums = { items: 51, states: { open: 39, reported: 9, verified: 2, returned: 1 }, overdue: 0 };

describe('itemSentence in English', () => {
  beforeAll(() => startText('en'));

  it('says cities, items, states and what is due', () => {
    expect(itemSentence(citiesText(3, textNow), sums, { thisWeek: 4, next: null }, textNow)).toBe(
      '3 cities, 51 items: 2 verified, 1 returned, 9 reported, 39 open. 4 due this week.',
    );
  });

  it('leaves out states without items, and names what is late before what is due', () => {
    const late = { items: 17, states: { open: 17, reported: 0, verified: 0, returned: 0 }, overdue: 3 };
    expect(itemSentence('Your city', late, { thisWeek: 0, next: { day: '2020-11-06', items: 2 } }, textNow)).toBe(
      'Your city, 17 items: 17 open. 3 overdue. Nothing is due this week; the next 2 are due on 2020-11-06.',
    );
  });

  it('says nothing of days that are not known', () => {
    expect(itemSentence(interviewsText(1, 1, textNow), sums, null, textNow)).toBe(
      '1 meeting, 1 city, 51 items: 2 verified, 1 returned, 9 reported, 39 open.',
    );
  });
});

describe('how long a city has lagged', () => {
  beforeAll(() => startText('en'));

  it('is said of one month as of one', () => {
    expect([1, 2].map((monthsInRow) => sinceText({ since: 9, monthsInRow }, 'en', textNow))).toEqual([
      'since September, 1 month',
      'since September, 2 months',
    ]);
    expect(sinceText({ since: null, monthsInRow: 0 }, 'en', textNow)).toBe('--');
  });
});

describe('itemSentence in Chinese', () => {
  beforeAll(() => startText('zh'));

  it('says the same', () => {
    expect(itemSentence(citiesText(3, textNow), sums, { thisWeek: 4, next: null }, textNow)).toBe(
      '3 市共 51 项：已销号 2 项，已退回 1 项，待核实 9 项，未报告 39 项。本周到期 4 项。',
    );
  });
});
