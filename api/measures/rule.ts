/** Rules as data: the presets, how one is judged, and what is wrong with one that someone wrote. */
import { isAbove, isBelow } from './tolerance.ts';
import { kinds, operators, ruleMeasures } from './vocabulary.ts';
import type { Condition, LevelConditions, Operator, Reason, Rule, RuleMeasure } from './vocabulary.ts';

/** What a rule looks at; a measure without a value makes no condition hold. */
export type RuleValues = Readonly<Record<RuleMeasure, number | null>>;

export interface Judgement {
  readonly level: 'behind' | 'watch' | 'on-pace';
  readonly reasons: readonly Reason[];
}

export const presetNames = ['three-measures', 'points', 'ratio', 'consecutive', 'average'] as const;
export type PresetName = (typeof presetNames)[number];

const leaf = (measure: RuleMeasure, operator: Operator, number: number): Condition => ({ measure, operator, number });

const threeMeasures: LevelConditions = {
  behind: {
    all: [
      leaf('gapPoints', 'at-or-below', -5),
      { any: [leaf('scheduleRatio', 'below', 0.85), leaf('intensity', 'at-or-above', 1.5)] },
    ],
  },
  watch: { any: [leaf('scheduleRatio', 'below', 0.95), leaf('intensity', 'at-or-above', 1.2)] },
};

const threeMeasuresOfRatio: LevelConditions = {
  behind: leaf('scheduleRatio', 'below', 0.85),
  watch: { any: [leaf('scheduleRatio', 'below', 0.95), leaf('neededShare', 'above', 1)] },
};

const points: LevelConditions = {
  behind: leaf('gapPoints', 'below', -30),
  watch: leaf('gapPoints', 'below', -10),
};

// Yinchuan's points are points of completion. A share of 30 % cannot lie 30 points below itself, so that for a
// ratio the same 30 and 10 points are taken of its completion, against a pace of 1.
const pointsOfRatio: LevelConditions = {
  behind: leaf('completion', 'below', 0.7),
  watch: leaf('completion', 'below', 0.9),
};

const scheduleRatio: LevelConditions = {
  behind: leaf('scheduleRatio', 'below', 0.6),
  watch: leaf('scheduleRatio', 'below', 0.8),
};

const consecutive: LevelConditions = {
  behind: leaf('monthsBelowPlan', 'at-or-above', 2),
  watch: leaf('monthsBelowPlan', 'at-or-above', 1),
};

const average: LevelConditions = {
  behind: leaf('growthOnLastYear', 'below', 0),
  watch: { any: [leaf('gapPoints', 'below', 0), leaf('pointsAgainstPeers', 'below', 0)] },
};

const forEveryKind = (conditions: LevelConditions): Rule['conditions'] => ({
  flow: conditions,
  ratio: conditions,
  stock: conditions,
});

/**
 * The rules to start from: `three-measures` is the product's own default, `points` is Yinchuan's of 2025, `ratio`
 * Wuhan's, `consecutive` Sanya's of 2022, `average` Tianjin's of 2022. No official Zhejiang threshold is published.
 */
export const presets: Readonly<Record<PresetName, Rule['conditions']>> = {
  'three-measures': { flow: threeMeasures, ratio: threeMeasuresOfRatio, stock: threeMeasures },
  points: { flow: points, ratio: pointsOfRatio, stock: points },
  ratio: forEveryKind(scheduleRatio),
  consecutive: forEveryKind(consecutive),
  average: forEveryKind(average),
};

/** Whether a value lies on the asked side of a threshold, within the one tolerance of every comparison. */
export function holds(value: number | null, operator: Operator, threshold: number): boolean {
  if (value === null) return false;
  switch (operator) {
    case 'below':
      return isBelow(value, threshold);
    case 'at-or-below':
      return !isAbove(value, threshold);
    case 'above':
      return isAbove(value, threshold);
    case 'at-or-above':
      return !isBelow(value, threshold);
  }
}

/** The level that a rule gives (`behind` wins over `watch`), with every leaf of both trees, its number and whether it held. */
export function judge(conditions: LevelConditions, values: RuleValues): Judgement {
  const reasons = [...leavesOf('behind', conditions.behind, values), ...leavesOf('watch', conditions.watch, values)];
  return { level: judgedLevel(conditions, values), reasons };
}

/** The level that a rule gives: `behind` where that condition holds, else `watch` where that does, else `on-pace`. */
export function judgedLevel(conditions: LevelConditions, values: RuleValues): Judgement['level'] {
  if (satisfied(conditions.behind, values)) return 'behind';
  return satisfied(conditions.watch, values) ? 'watch' : 'on-pace';
}

function satisfied(condition: Condition, values: RuleValues): boolean {
  if ('all' in condition) return condition.all.every((part) => satisfied(part, values));
  if ('any' in condition) return condition.any.some((part) => satisfied(part, values));
  return holds(values[condition.measure], condition.operator, condition.number);
}

/** Whether a level that a rule gives may depend on a measure. */
export function looksAt({ behind, watch }: LevelConditions, measure: RuleMeasure): boolean {
  return names(behind, measure) || names(watch, measure);
}

function names(condition: Condition, measure: RuleMeasure): boolean {
  if ('all' in condition) return condition.all.some((part) => names(part, measure));
  if ('any' in condition) return condition.any.some((part) => names(part, measure));
  return condition.measure === measure;
}

function leavesOf(level: Reason['level'], condition: Condition, values: RuleValues): readonly Reason[] {
  if ('all' in condition) return condition.all.flatMap((part) => leavesOf(level, part, values));
  if ('any' in condition) return condition.any.flatMap((part) => leavesOf(level, part, values));
  const value = values[condition.measure];
  const { measure, operator, number } = condition;
  return [{ level, measure, operator, number, value, held: holds(value, operator, number) }];
}

export interface RuleProblem {
  readonly code: 'missing' | 'shape' | 'empty' | 'depth' | 'measure' | 'operator' | 'direction' | 'number';
  /** A JSON pointer into the conditions: `/flow/behind/all/0/number`. */
  readonly path: string;
}

/** Trees deeper than this are refused: nobody can read them. */
const maxDepth = 6;

/** Where a high value is the bad one; every other measure is bad where it is low. */
const badWhenHigh: ReadonlySet<RuleMeasure> = new Set(['intensity', 'neededShare', 'monthsBelowPlan']);

/** How a measure may be blamed: the comparisons of its bad side, the usual one first. */
export const operatorsOf = (measure: RuleMeasure): readonly [Operator, Operator] =>
  badWhenHigh.has(measure) ? ['at-or-above', 'above'] : ['below', 'at-or-below'];

/**
 * The first thing that is wrong with what is kept as a rule's conditions; null where nothing is.
 * A leaf that blames a good value (completion above a number) is a `direction` problem: with it a level could get
 * better when a figure drops.
 */
export function ruleProblem(conditions: unknown): RuleProblem | null {
  if (!isRecord(conditions) || hasOthers(conditions, kinds)) return { code: 'shape', path: '' };
  for (const kind of kinds) {
    const pair = conditions[kind];
    if (!isRecord(pair)) return { code: 'missing', path: `/${kind}` };
    if (hasOthers(pair, ['behind', 'watch'])) return { code: 'shape', path: `/${kind}` };
    for (const level of ['behind', 'watch'] as const) {
      const problem = conditionProblem(pair[level], `/${kind}/${level}`, 1);
      if (problem !== null) return problem;
    }
  }
  return null;
}

function conditionProblem(condition: unknown, path: string, depth: number): RuleProblem | null {
  if (condition === undefined) return { code: 'missing', path };
  if (!isRecord(condition)) return { code: 'shape', path };
  if (depth > maxDepth) return { code: 'depth', path };
  const joint = ['all', 'any', 'measure'].find((key) => key in condition);
  const own = joint === 'measure' ? ['measure', 'operator', 'number'] : [joint ?? ''];
  if (joint === undefined || hasOthers(condition, own)) return { code: 'shape', path };
  if (joint === 'measure') return leafProblem(condition, path);
  return partsProblem(condition[joint], `${path}/${joint}`, depth);
}

function partsProblem(parts: unknown, path: string, depth: number): RuleProblem | null {
  if (!Array.isArray(parts)) return { code: 'shape', path };
  if (parts.length === 0) return { code: 'empty', path };
  for (const [index, part] of parts.entries()) {
    const problem = conditionProblem(part, `${path}/${index}`, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}

function leafProblem(condition: Readonly<Record<string, unknown>>, path: string): RuleProblem | null {
  const measure = ruleMeasures.find((name) => name === condition['measure']);
  if (measure === undefined) return { code: 'measure', path: `${path}/measure` };
  const operator = operators.find((name) => name === condition['operator']);
  if (operator === undefined) return { code: 'operator', path: `${path}/operator` };
  if (!operatorsOf(measure).includes(operator)) return { code: 'direction', path: `${path}/operator` };
  return Number.isFinite(condition['number']) ? null : { code: 'number', path: `${path}/number` };
}

/** Whether it says anything besides: what nobody reads is not kept. */
const hasOthers = (value: Readonly<Record<string, unknown>>, own: readonly string[]): boolean =>
  Object.keys(value).some((key) => !own.includes(key));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
