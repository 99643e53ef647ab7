/** How the conflicts of a file are decided: each by itself, or all at once. */
import { expect, it } from 'vitest';
import { isSameChoice, isTaken, queryOf, readChoice, turned, untouched } from '#web/features/loads/choice.ts';

it('turns one row at a time, and says to the server only what differs from the rule', () => {
  const one = turned(turned(untouched, 40), 12);
  expect([isTaken(one, 12), isTaken(one, 13), isTaken(untouched, 12)]).toEqual([true, false, false]);
  expect(queryOf(one)).toEqual({ conflicts: 'theirs', except: '12,40' });
  expect(queryOf(turned(turned(one, 12), 40))).toEqual({ conflicts: 'theirs' });
  const all = turned({ rule: 'file', except: [] }, 12);
  expect([isTaken(all, 12), isTaken(all, 40)]).toEqual([false, true]);
  expect([isSameChoice(one, turned(turned(untouched, 12), 40)), isSameChoice(one, all)]).toEqual([true, false]);
});

it('reads back what was kept, and takes anything else for no choice', () => {
  const kept = turned(untouched, 7);
  expect(readChoice(structuredClone(kept))).toEqual(kept);
  for (const wrong of [null, 'file', { rule: 'mine', except: [] }, { rule: 'file', except: ['7'] }, { rule: 'file' }]) {
    expect(readChoice(wrong)).toBe(untouched);
  }
});
