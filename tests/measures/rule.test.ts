import { describe, expect, it } from 'vitest';
import { holds, judge, looksAt, presetNames, presets, ruleProblem, type RuleValues } from '#api/measures/rule.ts';
import type { Condition, LevelConditions } from '#api/measures/vocabulary.ts';

const unknown: RuleValues = {
  completion: null,
  scheduleRatio: null,
  gapPoints: null,
  intensity: null,
  neededShare: null,
  monthsBelowPlan: null,
  growthOnLastYear: null,
  pointsAgainstPeers: null,
};

const low: Condition = { measure: 'completion', operator: 'below', number: 0.5 };
const high: Condition = { measure: 'intensity', operator: 'above', number: 2 };
const never: Condition = { measure: 'gapPoints', operator: 'below', number: -1000 };

describe('holds', () => {
  it('compares on the asked side of a threshold', () => {
    expect([4, 5, 6].map((value) => holds(value, 'below', 5))).toEqual([true, false, false]);
    expect([4, 5, 6].map((value) => holds(value, 'at-or-below', 5))).toEqual([true, true, false]);
    expect([4, 5, 6].map((value) => holds(value, 'above', 5))).toEqual([false, false, true]);
    expect([4, 5, 6].map((value) => holds(value, 'at-or-above', 5))).toEqual([false, true, true]);
  });

  it('does not hold for a value that is missing', () => {
    expect(holds(null, 'below', 5)).toBe(false);
    expect(holds(null, 'at-or-above', -5)).toBe(false);
  });

  it('takes infinity as above every number', () => {
    expect(holds(Number.POSITIVE_INFINITY, 'at-or-above', 1.5)).toBe(true);
    expect(holds(Number.POSITIVE_INFINITY, 'above', 1.5)).toBe(true);
    expect(holds(Number.POSITIVE_INFINITY, 'below', 1.5)).toBe(false);
  });

  it('takes numbers within 1e-9 of each other as the same number', () => {
    for (const noise of [-5e-10, 5e-10]) {
      expect(holds(0.85 + noise, 'below', 0.85)).toBe(false);
      expect(holds(0.85 + noise, 'above', 0.85)).toBe(false);
      expect(holds(0.85 + noise, 'at-or-below', 0.85)).toBe(true);
      expect(holds(0.85 + noise, 'at-or-above', 0.85)).toBe(true);
    }
    // 0.1 + 0.2 is 0.30000000000000004.
    expect(holds(0.1 + 0.2, 'at-or-below', 0.3)).toBe(true);
  });

  it('takes numbers further apart than that as different', () => {
    expect(holds(0.85 - 2e-9, 'below', 0.85)).toBe(true);
    expect(holds(0.85 + 2e-9, 'above', 0.85)).toBe(true);
    expect(holds(0.85 + 2e-9, 'at-or-below', 0.85)).toBe(false);
    expect(holds(0.85 - 2e-9, 'at-or-above', 0.85)).toBe(false);
  });

  it('widens the tolerance with a threshold above 1, on either side of 0', () => {
    // 1e-9 · 30 = 3e-8.
    expect(holds(-30 - 2e-8, 'below', -30)).toBe(false);
    expect(holds(-30 - 4e-8, 'below', -30)).toBe(true);
    expect(holds(30 + 2e-8, 'above', 30)).toBe(false);
    expect(holds(30 + 4e-8, 'above', 30)).toBe(true);
  });
});

const levelBy = (conditions: LevelConditions, values: Partial<RuleValues>) =>
  judge(conditions, { ...unknown, ...values }).level;

describe('judge', () => {
  it('lets behind win over watch, and is on pace where neither holds', () => {
    expect(levelBy({ behind: low, watch: low }, { completion: 0.4 })).toBe('behind');
    expect(levelBy({ behind: never, watch: low }, { completion: 0.4 })).toBe('watch');
    expect(levelBy({ behind: low, watch: high }, { completion: 0.6, intensity: 1 })).toBe('on-pace');
  });

  it('needs every part of `all` and one part of `any`', () => {
    const all = { behind: { all: [low, high] }, watch: never };
    const any = { behind: { any: [low, high] }, watch: never };
    expect(levelBy(all, { completion: 0.4, intensity: 3 })).toBe('behind');
    expect(levelBy(all, { completion: 0.4, intensity: 1 })).toBe('on-pace');
    expect(levelBy(any, { completion: 0.4, intensity: 1 })).toBe('behind');
    expect(levelBy(any, { completion: 0.6, intensity: 1 })).toBe('on-pace');
  });

  it('lists every leaf of both trees in their order, with its value and whether it held', () => {
    const conditions = { behind: { all: [low, { any: [high, never] }] }, watch: low };
    expect(judge(conditions, { ...unknown, completion: 0.4, gapPoints: -3 }).reasons).toEqual([
      { level: 'behind', measure: 'completion', operator: 'below', number: 0.5, value: 0.4, held: true },
      { level: 'behind', measure: 'intensity', operator: 'above', number: 2, value: null, held: false },
      { level: 'behind', measure: 'gapPoints', operator: 'below', number: -1000, value: -3, held: false },
      { level: 'watch', measure: 'completion', operator: 'below', number: 0.5, value: 0.4, held: true },
    ]);
  });
});

describe('looksAt', () => {
  it('finds a measure wherever it is in the trees', () => {
    expect(looksAt(presets.average.flow, 'pointsAgainstPeers')).toBe(true);
    expect(looksAt(presets.average.flow, 'growthOnLastYear')).toBe(true);
    expect(looksAt(presets['three-measures'].flow, 'scheduleRatio')).toBe(true);
    expect(looksAt(presets['three-measures'].flow, 'pointsAgainstPeers')).toBe(false);
  });
});

describe('ruleProblem', () => {
  const pair = { behind: low, watch: { any: [low, high] } };
  const rule = { flow: pair, ratio: pair, stock: pair };
  const withBehind = (behind: unknown) => ({ ...rule, flow: { behind, watch: low } });
  const leafWith = (more: Record<string, unknown>) => withBehind({ ...low, ...more });

  it('finds nothing in a preset, also after JSON', () => {
    for (const name of presetNames) {
      expect(ruleProblem(presets[name])).toBeNull();
      expect(ruleProblem(JSON.parse(JSON.stringify(presets[name])))).toBeNull();
    }
  });

  it.each([
    ['no object', null, 'shape', ''],
    ['a list', [rule], 'shape', ''],
    ['a text', 'rule', 'shape', ''],
    ['a missing kind', { flow: pair, ratio: pair }, 'missing', '/stock'],
    ['a missing level', { ...rule, ratio: { behind: low } }, 'missing', '/ratio/watch'],
    ['a condition that is no object', withBehind(5), 'shape', '/flow/behind'],
    ['a condition of null', withBehind(null), 'shape', '/flow/behind'],
    ['a condition without a joint', withBehind({}), 'shape', '/flow/behind'],
    ['two joints at once', withBehind({ all: [low], any: [low] }), 'shape', '/flow/behind'],
    ['parts that are no list', withBehind({ all: low }), 'shape', '/flow/behind/all'],
    ['an empty list', withBehind({ any: [] }), 'empty', '/flow/behind/any'],
    ['a broken part', withBehind({ all: [low, 7] }), 'shape', '/flow/behind/all/1'],
    ['an unknown measure', leafWith({ measure: 'luck' }), 'measure', '/flow/behind/measure'],
    ['an unknown operator', leafWith({ operator: '<' }), 'operator', '/flow/behind/operator'],
    ['a number as text', leafWith({ number: '0.5' }), 'number', '/flow/behind/number'],
    ['a number without bound', leafWith({ number: Number.POSITIVE_INFINITY }), 'number', '/flow/behind/number'],
    ['a missing number', leafWith({ number: undefined }), 'number', '/flow/behind/number'],
  ])('names the place of %s', (_, conditions, code, path) => {
    expect(ruleProblem(conditions)).toEqual({ code, path });
  });

  it.each(['completion', 'scheduleRatio', 'gapPoints', 'growthOnLastYear', 'pointsAgainstPeers'])(
    'refuses to blame a high %s',
    (measure) => {
      for (const operator of ['above', 'at-or-above']) {
        const problem = { code: 'direction', path: '/flow/behind/operator' };
        expect(ruleProblem(leafWith({ measure, operator }))).toEqual(problem);
      }
      expect(ruleProblem(leafWith({ measure, operator: 'at-or-below' }))).toBeNull();
    },
  );

  it.each(['intensity', 'neededShare', 'monthsBelowPlan'])('refuses to blame a low %s', (measure) => {
    for (const operator of ['below', 'at-or-below']) {
      const problem = { code: 'direction', path: '/flow/behind/operator' };
      expect(ruleProblem(leafWith({ measure, operator }))).toEqual(problem);
    }
    expect(ruleProblem(leafWith({ measure, operator: 'above' }))).toBeNull();
    expect(ruleProblem(leafWith({ measure, operator: 'at-or-above' }))).toBeNull();
  });

  it('refuses a tree deeper than six', () => {
    const nested = (joints: number): unknown => (joints === 0 ? low : { all: [nested(joints - 1)] });
    expect(ruleProblem(withBehind(nested(5)))).toBeNull();
    const path = `/flow/behind${'/all/0'.repeat(6)}`;
    expect(ruleProblem(withBehind(nested(6)))).toEqual({ code: 'depth', path });
  });
});
