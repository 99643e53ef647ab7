/** What an official types of a month in its bureau's place, and what is sent of it. */
import { expect, it } from 'vitest';
import { entryFields, entryFigures } from '#web/features/submissions/entry/entry.ts';
import { indicatorOf } from '../standings.ts';

const indicators = [indicatorOf('area'), indicatorOf('share', { kind: 'ratio' })];

it('has a field an indicator and two for a ratio, each where a refusal points to', () => {
  expect(entryFields(indicators).map(({ key, part, pointer }) => [key, part, pointer])).toEqual([
    ['area', 'cumulative', '/figures/area/cumulative'],
    ['share', 'numerator', '/figures/share/numerator'],
    ['share/denominator', 'denominator', '/figures/share/denominator'],
  ]);
});

it('sends what was typed, and nothing of an indicator that was left empty', () => {
  expect(entryFigures(indicators, {})).toEqual({});
  expect(entryFigures(indicators, { area: '0', share: ' ' })).toEqual({ area: { cumulative: '0' } });
  expect(entryFigures(indicators, { 'share/denominator': '9' })).toEqual({
    share: { numerator: '', denominator: '9' },
  });
});
