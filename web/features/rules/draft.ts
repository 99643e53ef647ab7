/** A rule as it is being written: the same trees, with the numbers as they are typed. Pure. */
import { readFigure } from '#api/figures/figure-text.ts';
import { operatorsOf } from '#api/measures/rule.ts';
import type { Condition, Kind, LevelConditions, Operator, Rule, RuleMeasure } from '#api/measures/vocabulary.ts';

export interface DraftLeaf {
  readonly measure: RuleMeasure;
  readonly operator: Operator;
  readonly number: string;
}

export interface DraftGroup {
  readonly join: 'all' | 'any';
  readonly parts: readonly DraftNode[];
}

export type DraftNode = DraftLeaf | DraftGroup;

export const judgedLevels = ['behind', 'watch'] as const;
export type JudgedLevel = (typeof judgedLevels)[number];

export type Draft = Readonly<Record<Kind, Readonly<Record<JudgedLevel, DraftGroup>>>>;

/** Deeper groups nobody can read on a page. */
export const maxGroups = 3;

/** The measures that make sense of a kind: a share needed is a ratio's alone. */
export const measuresOf = (kind: Kind, all: readonly RuleMeasure[]): readonly RuleMeasure[] =>
  kind === 'ratio' ? all : all.filter((measure) => measure !== 'neededShare');

const inPerCent: ReadonlySet<RuleMeasure> = new Set(['completion', 'neededShare', 'growthOnLastYear']);

/** What is typed behind the number of a measure: per cent, percentage points, times or months. */
export function thresholdUnit(measure: RuleMeasure): 'percent' | 'points' | 'times' | 'months' {
  if (inPerCent.has(measure)) return 'percent';
  if (measure === 'gapPoints' || measure === 'pointsAgainstPeers') return 'points';
  return measure === 'monthsBelowPlan' ? 'months' : 'times';
}

const scale = 10_000;

/** The number that a typed threshold stands for, a share for per cent; null where it is none. */
export function thresholdOf(measure: RuleMeasure, typed: string): number | null {
  const whole = measure === 'monthsBelowPlan';
  const text = inPerCent.has(measure) ? typed.trim().replace(/[%％]$/, '') : typed;
  const reading = readFigure(text, { scale, decimals: whole ? 0 : 4, signed: true });
  if (!reading.ok) return null;
  return reading.value / (inPerCent.has(measure) ? scale * 100 : scale);
}

/** A threshold as it is typed. */
export function typedThreshold(measure: RuleMeasure, number: number): string {
  return String(Math.round(number * scale * (inPerCent.has(measure) ? 100 : 1)) / scale);
}

export const isLeaf = (node: DraftNode): node is DraftLeaf => 'measure' in node;

/** A new leaf, with a comparison that the measure may be blamed by. */
export function newLeaf(measure: RuleMeasure, number = ''): DraftLeaf {
  const [operator] = operatorsOf(measure);
  return { measure, operator, number };
}

/** A rule's conditions, to be edited; a condition that stands alone becomes a group of one. */
export function draftOf(conditions: Rule['conditions']): Draft {
  const both = (kind: Kind) => ({ behind: groupOf(conditions[kind].behind), watch: groupOf(conditions[kind].watch) });
  return { flow: both('flow'), ratio: both('ratio'), stock: both('stock') };
}

function groupOf(condition: Condition): DraftGroup {
  const node = nodeOf(condition);
  return isLeaf(node) ? { join: 'all', parts: [node] } : node;
}

function nodeOf(condition: Condition): DraftNode {
  if ('all' in condition) return { join: 'all', parts: condition.all.map(nodeOf) };
  if ('any' in condition) return { join: 'any', parts: condition.any.map(nodeOf) };
  const { measure, operator, number } = condition;
  return { measure, operator, number: typedThreshold(measure, number) };
}

/** The conditions that a draft stands for; null while a number is missing or a group is empty. */
export function conditionsOf(draft: Draft): Rule['conditions'] | null {
  const flow = pairOf(draft.flow);
  const ratio = pairOf(draft.ratio);
  const stock = pairOf(draft.stock);
  return flow && ratio && stock && { flow, ratio, stock };
}

function pairOf(pair: Draft[Kind]): LevelConditions | null {
  const behind = conditionOf(pair.behind);
  const watch = conditionOf(pair.watch);
  return behind && watch && { behind, watch };
}

function conditionOf(node: DraftNode): Condition | null {
  if (isLeaf(node)) {
    const number = thresholdOf(node.measure, node.number);
    return number === null ? null : { measure: node.measure, operator: node.operator, number };
  }
  const parts = node.parts.flatMap((part) => conditionOf(part) ?? []);
  const [only] = parts;
  if (only === undefined || parts.length < node.parts.length) return null;
  if (parts.length === 1) return only;
  return node.join === 'all' ? { all: parts } : { any: parts };
}
