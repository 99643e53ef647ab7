import { beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { hintText } from '#web/parts/submissions/hint-words.ts';
import { nextAfter, parsePlace, placeKey, togetherOf } from '#web/features/review/queue.ts';
import { area, projects } from '../submission/month.ts';

const line = (region: string): SubmissionLine => ({
  region,
  year: 2020,
  month: 10,
  status: 'submitted',
  version: 2,
  dueOn: '2020-11-05',
  closesOn: null,
  notOwed: null,
  overdue: false,
  closed: false,
  daysLate: null,
  asOf: '2020-10-18',
  submittedBy: 'someone',
  submittedAt: null,
  decidedAt: null,
  kind: 'submission',
  returnReason: null,
  acceptedAsOf: null,
  done: false,
  openComments: 0,
  hints: [],
});

describe('a place of the queue', () => {
  it('is written in the address and read back', () => {
    expect(placeKey({ year: 2020, month: 9, region: '331100' })).toBe('2020-09-331100');
    expect(parsePlace('2020-09-331100')).toEqual({ year: 2020, month: 9, region: '331100' });
    expect(parsePlace('2020-10-zone-1')).toEqual({ year: 2020, month: 10, region: 'zone-1' });
  });

  it('is none where the address cannot be read', () => {
    for (const text of [undefined, '', 'rule', '2020-13-331100', '2020-9-331100', '2020-09-']) {
      expect(parsePlace(text)).toBeNull();
    }
  });
});

describe('nextAfter', () => {
  const [first, second, third] = ['330100', '330200', '330300'].map(line);

  it('is the next one, else the one before, else none', () => {
    const waiting = [first!, second!, third!];
    expect(nextAfter(waiting, first!)).toBe(second);
    expect(nextAfter(waiting, third!)).toBe(second);
    expect(nextAfter([first!], first!)).toBeNull();
  });

  it('is the riskiest where the decided one has left the queue already', () => {
    expect(nextAfter([second!, third!], first!)).toBe(second);
  });
});

describe('a hint in words', () => {
  beforeAll(() => startText('en'));
  const words = { t: textNow, language: 'en' } as const;

  it('names its numbers in the indicator’s unit', () => {
    const hint = { code: 'falling', indicator: 'area', value: 340, against: 348, weight: 16 } as const;
    expect(hintText(words, hint, area)).toBe(
      'area: the cumulative 340.00 is below the accepted 348.00 10k m² before it',
    );
  });

  it('writes shares as percentages and the last step as the indicator has it', () => {
    const behind = { code: 'would-be-behind', indicator: 'area', value: 0.58, against: 0.7295, weight: 2 } as const;
    expect(hintText(words, behind, area)).toContain('58.00% done against a pace of 72.95%');
    const onTheLine = { code: 'on-the-line', indicator: 'projects', value: 8, against: 7, weight: 3 } as const;
    expect(hintText(words, onTheLine, projects)).toContain('; 1 less is a level worse');
  });
});

it('lets those be accepted together that give no reason to ask and are not the own ones', () => {
  const hint = { code: 'copied', indicator: 'area', value: 1, against: 1, weight: 3 } as const;
  const waiting = [
    line('330100'),
    { ...line('330200'), hints: [hint] },
    { ...line('330300'), submittedBy: 'official' },
  ];
  expect(togetherOf(waiting, 'official').map(({ region }) => region)).toEqual(['330100']);
});
